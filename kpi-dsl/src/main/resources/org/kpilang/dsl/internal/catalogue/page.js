(function () {
  'use strict';
  var box = document.querySelector('.search');
  var field = document.getElementById('page-words');
  var tell = document.getElementById('page-found');
  var best = document.getElementById('page-best');
  var without = /^(a|an|and|by|for|how|in|is|of|on|or|our|per|the|to|what|with)$/;
  function words(text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().split(/[^a-z0-9]+/)
        .filter(function (word) { return word && !without.test(word); })
        .map(function (word) {
          var one = word.replace(/iz(e|ed|es|ing|ation|ations)$/, 'is$1');
          return one.length > 4 && /ies$/.test(one) ? one.slice(0, -3) + 'y'
              : one.length > 3 && /[^sui]s$/.test(one) ? one.slice(0, -1) : one;
        });
  }
  var entries = Array.prototype.map.call(document.querySelectorAll('article'), function (article) {
    var heading = article.querySelector('h3');
    return {
      article: article,
      label: heading.firstChild.textContent.trim(),
      names: words(heading.textContent + ' ' + article.dataset.names),
      whole: [article.id, heading.firstChild.textContent].concat(article.dataset.names.split('|')).map(function (name) {
        return words(name).join(' ');
      }),
      all: words(article.textContent)
    };
  });
  function worth(list, word) {
    if (list.indexOf(word) >= 0) { return 3; }
    return word.length > 2 && list.some(function (each) { return each.indexOf(word) === 0; }) ? 1 : 0;
  }
  function search() {
    var wanted = words(field.value);
    var found = entries.map(function (entry) {
      var sum = 0;
      var has = wanted.every(function (word) {
        var value = 10 * worth(entry.names, word) + worth(entry.all, word);
        sum += value;
        return value > 0;
      });
      entry.article.hidden = !has;
      sum += entry.whole.indexOf(wanted.join(' ')) >= 0 ? 1000 : 0;
      return { entry: entry, worth: has ? sum - entry.label.length / 100 : -1 };
    }).filter(function (each) { return each.worth >= 0; });
    document.querySelectorAll('main > section').forEach(function (section) {
      section.hidden = wanted.length > 0 && !section.querySelector('article:not([hidden])');
    });
    document.querySelectorAll('.parts, .trades, .notes').forEach(function (list) { list.hidden = wanted.length > 0; });
    tell.textContent = wanted.length ? found.length + (found.length === 1 ? ' KPI' : ' KPIs') : '';
    best.textContent = '';
    best.hidden = !wanted.length || !found.length;
    found.sort(function (a, b) { return b.worth - a.worth; }).slice(0, 5).forEach(function (each, i) {
      var link = document.createElement('a');
      link.href = '#' + each.entry.article.id;
      link.textContent = each.entry.label;
      best.append(i ? ', ' : 'Best: ', link);
    });
  }
  box.hidden = false;
  field.addEventListener('input', function () {
    search();
    var top = document.querySelector('main').offsetTop - box.offsetHeight;
    if (window.scrollY > top) { window.scrollTo(0, top); }
  });
  field.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { field.value = ''; search(); }
    if (event.key === 'Enter' && best.querySelector('a')) { location.hash = best.querySelector('a').hash; }
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === '/' && event.target !== field) { event.preventDefault(); field.focus(); }
  });
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest('[hidden]')) { field.value = ''; search(); target.scrollIntoView(); }
  }
  window.addEventListener('hashchange', reveal);
  search();
}());
