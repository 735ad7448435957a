package org.kpilang.dsl.internal.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.dsl.Library;
import org.kpilang.dsl.catalogue.CatalogueDomain;
import org.kpilang.dsl.catalogue.CatalogueEntry;
import org.kpilang.dsl.catalogue.CatalogueKpi;
import org.kpilang.dsl.catalogue.WorkedExample;
import org.kpilang.expression.Expression;
import org.kpilang.model.Expectation;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;

/**
 * What a file of the catalogue says. The title is the first line of its first comment, and its parts begin with a
 * comment that is drawn out to a line.
 */
public record DomainFile(String title, List<String> notes, List<CatalogueEntry> entries) {

    private static final Pattern PART = Pattern.compile("^// (.+?) -{3,}$", Pattern.MULTILINE);

    public DomainFile {
        notes = List.copyOf(notes);
        entries = List.copyOf(entries);
    }

    /** Reads the file of a domain. Its examples are not run, which the tests of the language do. */
    public static DomainFile read(CatalogueDomain domain) {
        SourceText source = Library.standard().find(domain.file()).orElseThrow();
        Model model = KpiLanguage.parseFiles(SourceText.of("catalogue", "use " + domain.file()), Library.standard(),
                Limits.STANDARD).then(Model::check).orThrow();
        List<String> paragraphs = paragraphs(source.text());
        String title = paragraphs.get(0).replaceFirst(": `use .*", "");
        return new DomainFile(title, paragraphs.subList(1, paragraphs.size()), entries(domain.name(), source, model));
    }

    /** The comment that the file begins with. */
    private static List<String> paragraphs(String text) {
        String comment = text.substring(0, text.indexOf("\n\n")).replaceAll("(?m)^// ?", "");
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : comment.split("\n\\s*\n")) {
            paragraphs.add(paragraph.replace('\n', ' ').strip());
        }
        return paragraphs;
    }

    private static List<CatalogueEntry> entries(String domain, SourceText source, Model model) {
        Map<String, List<KpiDefinition>> byName = new LinkedHashMap<>();
        for (KpiDefinition definition : KpiLanguage.parseFile(source).orThrow().of(KpiDefinition.class)) {
            byName.computeIfAbsent(definition.name(), name -> new ArrayList<>()).add(definition);
        }
        List<CatalogueEntry> entries = new ArrayList<>();
        byName.values().forEach(definitions -> {
            List<CatalogueKpi> kpis = definitions.stream().map(definition -> kpi(definition, model)).toList();
            entries.add(new CatalogueEntry(domain, part(definitions.get(0).origin(), source), kpis.get(0),
                    kpis.subList(1, kpis.size())));
        });
        return entries;
    }

    private static @Nullable String part(Origin origin, SourceText source) {
        int end = source.text().offsetByCodePoints(0, origin.span().start());
        Matcher parts = PART.matcher(source.text()).region(0, end);
        String found = null;
        while (parts.find()) {
            found = parts.group(1);
        }
        return found;
    }

    private static CatalogueKpi kpi(KpiDefinition definition, Model model) {
        String id = Kpi.id(definition);
        Kpi checked = model.kpi(id).orElseThrow();
        Needs needs = Needs.of(definition.formula(), model);
        return new CatalogueKpi(checked, written(definition.formula()),
                SpokenFormula.of(model).sentence(definition), List.copyOf(model.inputsOf(checked)),
                needs.constants(), needs.kpis(), definition.properties(Property.Example.class).stream()
                        .map(DomainFile::example).toList());
    }

    private static WorkedExample example(Property.Example example) {
        List<String> given = example.given().stream()
                .map(each -> written(each.asked()) + " = " + written(each.value())).toList();
        return new WorkedExample(example.during(), given, example.expected() instanceof Expectation.NoValue none
                ? none.word() : written(((Expectation.Value) example.expected()).expression()));
    }

    /** An expression as it is written in the file, so that `0.50` keeps its digits; further lines keep their indent. */
    private static String written(Expression expression) {
        SourceText source = expression.origin().source();
        if (source == null) {
            return expression.toString();
        }
        String text = source.slice(expression.origin().span());
        int indent = text.lines().skip(1).mapToInt(line -> line.length() - line.stripLeading().length()).min()
                .orElse(0);
        return text.replaceAll("\n {" + indent + "}", "\n");
    }
}
