package org.kpilang.dsl.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.StandardLibrary;
import org.kpilang.dsl.internal.catalogue.HtmlCatalogue;
import org.kpilang.dsl.internal.catalogue.Search;
import org.kpilang.source.Suggestion;

/**
 * The KPIs that come with the language, by trade: {@code use standard.saas} brings those of a subscription business.
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.standard();
 * catalogue.search("days sales outstanding").get(0).id();                       // dso
 * catalogue.find("dso").orElseThrow().kpi().reading();
 * }</pre>
 *
 * <p>Immutable and thread-safe. The file of a trade is read when it is first needed, which takes some ten milliseconds
 * for each; it is kept then.
 */
public final class Catalogue {

    private static final Catalogue STANDARD =
            new Catalogue(StandardLibrary.TRADES.stream().map(CatalogueDomain::new).toList());

    private final List<CatalogueDomain> domains;
    private volatile @Nullable Search index;

    private Catalogue(List<CatalogueDomain> domains) {
        this.domains = domains;
    }

    /** What comes with the language. */
    public static Catalogue standard() {
        return STANDARD;
    }

    /** The trades, in the order of their names. */
    public List<CatalogueDomain> domains() {
        return domains;
    }

    /** The trade of a name, such as {@code saas}; {@code standard.saas} will do, and case does not count. */
    public Optional<CatalogueDomain> domain(String name) {
        Objects.requireNonNull(name, "name is null");
        return domains.stream()
                .filter(domain -> domain.name().equalsIgnoreCase(name) || domain.file().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The KPIs of all trades, in the order of the trades and of their files. */
    public List<CatalogueEntry> entries() {
        return domains.stream().flatMap(domain -> domain.entries().stream()).toList();
    }

    /**
     * The KPI of a name, which may be that of one of its variants: {@code dso}, {@code dso.closing_balance}. If there
     * is none, the one that has this label, abbreviation or other name, where neither case nor blanks count:
     * {@code DSO}, {@code days sales outstanding}. Empty if there is none either, or several.
     */
    public Optional<CatalogueEntry> find(String name) {
        Objects.requireNonNull(name, "name is null");
        Optional<CatalogueEntry> exact = entries().stream()
                .filter(entry -> entry.definitions().anyMatch(kpi -> kpi.id().equals(name))).findFirst();
        return exact.isPresent() ? exact : Search.named(name, entries());
    }

    /**
     * The KPIs that some words speak of, best first. Names, labels, abbreviations and other names count most, then what
     * is said of a KPI and its variants, then the inputs that it needs. Case, accents, plurals and the spelling of
     * either side of the Atlantic do not count, nor do words such as "of". If no KPI has all of the words, those that
     * have most of them are found; words that are misspelt are mended if there is nothing else.
     *
     * @return none if there is no word, or nothing has one
     */
    public List<CatalogueEntry> search(String words) {
        Objects.requireNonNull(words, "words is null");
        Search search = index;
        if (search == null) {
            search = new Search(entries());
            index = search;
        }
        return search.find(words);
    }

    /** The names of trades and KPIs nearest to one that there is not, best first, at most three. */
    public List<String> nearest(String name) {
        Stream<String> names = Stream.concat(domains.stream().map(CatalogueDomain::name),
                entries().stream().flatMap(entry -> entry.definitions().map(CatalogueKpi::id)));
        return Suggestion.nearest(name, names.toList());
    }

    /**
     * All of it as one page of HTML that needs nothing else: it can be read without scripts, searched with them,
     * printed, and has a light and a dark look.
     */
    public String html() {
        return HtmlCatalogue.page(this);
    }
}
