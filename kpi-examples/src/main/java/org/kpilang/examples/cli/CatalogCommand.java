package org.kpilang.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kpilang.dsl.catalogue.Catalogue;
import org.kpilang.dsl.catalogue.CatalogueDomain;
import org.kpilang.dsl.catalogue.CatalogueEntry;
import org.kpilang.dsl.catalogue.CatalogueJson;
import org.kpilang.source.Suggestion;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the KPIs that come with the language. */
@Command(name = "catalog", aliases = "catalogue", description = "Shows the KPIs that come with the language.",
        mixinStandardHelpOptions = true, versionProvider = Version.class, footer = {"", "Examples:",
            "  kpi catalog                     the trades",
            "  kpi catalog saas                the KPIs of a trade",
            "  kpi catalog dso                 all that is known of a KPI",
            "  kpi catalog --search churn      the KPIs that have to do with something, best first",
            "  kpi catalog --html kpis.html    all of it as a page for the browser"})
final class CatalogCommand implements Callable<Integer> {

    private static final int MOST_FOUND = 20;
    private static final String NOTHING = "–";

    /** How it is said. */
    enum Format {
        TEXT, JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is shown. */
    private static final class Wanted {

        @Parameters(paramLabel = "NAME", arity = "0..1", description = "A trade or a KPI; the trades if none is named.")
        private String name;

        @Option(names = "--search", paramLabel = "WORDS", description = "The KPIs that have these words, best first.")
        private String search;

        @Option(names = "--html", paramLabel = "FILE", description = "Writes all of it to a file, as a page of HTML.")
        private Path html;
    }

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private Wanted wanted = new Wanted();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Format format;

    private final Catalogue catalogue = Catalogue.standard();

    @Override
    public Integer call() throws IOException {
        if (wanted.html != null) {
            write(wanted.html);
        } else if (wanted.search != null) {
            found(wanted.search);
        } else if (wanted.name != null) {
            named(wanted.name);
        } else {
            trades();
        }
        return 0;
    }

    private void write(Path file) {
        try {
            Files.writeString(file, catalogue.html(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new RefusedException(file + " cannot be written: there is no such folder");
        } catch (IOException e) {
            throw new RefusedException(file + " cannot be written: " + e.getMessage());
        }
    }

    private void trades() throws IOException {
        if (format == Format.JSON) {
            json(catalogue.entries());
            return;
        }
        List<List<String>> rows = new ArrayList<>(List.of(List.of("Trade", "KPIs", "Variants", "About")));
        for (CatalogueDomain domain : catalogue.domains()) {
            int variants = domain.entries().stream().mapToInt(entry -> entry.variants().size()).sum();
            rows.add(List.of(domain.name(), String.valueOf(domain.entries().size()), String.valueOf(variants),
                    domain.title()));
        }
        out().print(AlignedText.of(rows));
    }

    private void named(String name) throws IOException {
        Optional<CatalogueDomain> domain = catalogue.domain(name);
        if (domain.isPresent()) {
            list(domain.get().entries(), false);
            return;
        }
        CatalogueEntry entry = catalogue.find(name).orElseThrow(() -> unknown(name));
        if (format == Format.JSON) {
            json(List.of(entry));
        } else {
            out().print(entry.markdown());
        }
    }

    private RefusedException unknown(String name) {
        List<String> near = catalogue.nearest(name);
        if (near.isEmpty()) {
            near = catalogue.search(name).stream().limit(3).map(CatalogueEntry::id).toList();
        }
        return new RefusedException("there is no trade and no KPI `" + name + "`; "
                + (near.isEmpty() ? "kpi catalog lists the trades" : Suggestion.hint(near)));
    }

    private void found(String words) throws IOException {
        List<CatalogueEntry> found = catalogue.search(words);
        if (found.isEmpty()) {
            throw new RefusedException("no KPI has to do with `" + words + "`; kpi catalog lists the trades");
        }
        list(found.subList(0, Math.min(found.size(), format == Format.JSON ? found.size() : MOST_FOUND)), true);
        if (format == Format.TEXT && found.size() > MOST_FOUND) {
            out().println("and " + (found.size() - MOST_FOUND) + " more");
        }
    }

    private void list(List<CatalogueEntry> entries, boolean withTrades) throws IOException {
        if (format == Format.JSON) {
            json(entries);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("Name", withTrades ? "Trade" : null, "KPI", "Unit", "Better"));
        for (CatalogueEntry entry : entries) {
            String better = entry.kpi().direction().map(way -> way.replace(" is better", "").replace("best ", ""))
                    .orElse(NOTHING);
            rows.add(row(entry.id(), withTrades ? entry.domain() : null, entry.label(), entry.kpi().unit(), better));
        }
        out().print(AlignedText.of(rows));
    }

    private static List<String> row(String name, String trade, String label, String unit, String better) {
        return trade == null ? List.of(name, label, unit, better) : List.of(name, trade, label, unit, better);
    }

    private void json(List<CatalogueEntry> entries) throws IOException {
        CatalogueJson.of(entries).write(out());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
