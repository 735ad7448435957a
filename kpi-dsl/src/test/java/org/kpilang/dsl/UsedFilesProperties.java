package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.kpilang.model.Definitions;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;

/** A model split over files, in any way, is the model in one file. */
class UsedFilesProperties {

    private static final List<String> STATEMENTS = List.of("currency USD", "unit customer", "dimension region",
            "calendar fiscal from april", "input revenue, cost : USD flow", "input customers : customer stock",
            "input churned : customer flow absent is zero", "constant vat = 19%", "objective growth \"Grow\"",
            "define part(a, b) = a / b", "define gross(a) = a * (1 + vat)",
            "kpi profit = revenue - cost { objective growth example { revenue = 3, cost = 1 gives 2 } }",
            "kpi profit_margin = part(profit, revenue) { unit percent drives profit"
                    + " example { profit = 1, revenue = 4 gives 25% } }",
            "kpi churn = churned / opening(customers) { unit percent better lower }",
            "kpi arpa = gross(revenue) / average(customers)", "kpi arpa variant closing = revenue / customers",
            "kpi growth = growth(profit, 1 year)", "kpi emea = share_of(profit[region = \"EMEA\"], profit)",
            "use standard");

    private static final List<String> MISTAKES = List.of("kpi wrong = profi", "kpi wrong = revenue + customers",
            "kpi profit = revenue - cost", "define part(x, y) = x / y", "kpi one = two kpi two = one",
            "kpi wrong = part(1)", "currency USD",
            "kpi wrong = 1 { example { profit = 3 gives 4 } example { gives 5 } }", "kpi wrong = 1 { objective groth }",
            "kpi wrong = churn { example { churned = 3 gives 1 } }");

    @Property(tries = 200)
    void isTheSameModel(@ForAll long seed, @ForAll @IntRange(min = 0, max = 6) int files) {
        Split split = new Split(STATEMENTS, files, new Random(seed));
        Checked<Definitions> together = KpiLanguage.parseFiles(one(STATEMENTS), Library.standard(), Limits.STANDARD);
        Checked<Definitions> apart = KpiLanguage.parseFiles(split.main, split.library(), Limits.STANDARD);
        assertThat(apart.orThrow().all()).containsExactlyInAnyOrderElementsOf(together.orThrow().all());

        Model model = KpiLanguage.check(split.main, split.library()).orThrow();
        Model expected = KpiLanguage.check(one(STATEMENTS)).orThrow();
        assertThat(units(model)).isEqualTo(units(expected));
        assertThat(model.calendar()).isEqualTo(expected.calendar());
        assertThat(model.inputs()).containsExactlyInAnyOrderElementsOf(expected.inputs());
    }

    @Property(tries = 200)
    void hasTheSameMistakes(@ForAll long seed, @ForAll @IntRange(min = 0, max = 6) int files,
            @ForAll @IntRange(max = 9) int mistake) {
        List<String> statements = new ArrayList<>(STATEMENTS);
        statements.add(MISTAKES.get(mistake));
        Split split = new Split(statements, files, new Random(seed));
        Checked<Model> apart = KpiLanguage.check(split.main, split.library());
        assertThat(apart.isValid()).isFalse();
        assertThat(codes(apart)).isEqualTo(codes(KpiLanguage.check(one(statements))));
        assertThat(apart.diagnostics()).extracting(diagnostic -> diagnostic.origin().source())
                .allMatch(source -> source.equals(split.main) || split.texts.containsKey(source.name().replace(".kpi", "")));
    }

    private static SourceText one(List<String> statements) {
        return SourceText.of("all.kpi", String.join("\n", statements));
    }

    private static Map<String, String> units(Model model) {
        return model.kpis().stream().collect(Collectors.toMap(Kpi::id, kpi -> kpi.unit().toString()));
    }

    private static List<String> codes(Checked<Model> model) {
        return model.diagnostics().stream().map(Diagnostic::code).map(Object::toString).sorted().toList();
    }

    /** Statements dealt out to files, each of which is used by one before it, and some by others as well. */
    private static final class Split {

        private final SourceText main;
        private final Map<String, String> texts = new HashMap<>();

        Split(List<String> statements, int files, Random random) {
            List<List<String>> parts = new ArrayList<>();
            for (int i = 0; i <= files; i++) {
                parts.add(new ArrayList<>());
            }
            statements.forEach(statement -> parts.get(random.nextInt(files + 1)).add(statement));
            for (int i = 1; i <= files; i++) {
                insert("use " + name(i), parts.get(random.nextInt(i)), random);
                insert("use " + name(1 + random.nextInt(files)), parts.get(random.nextInt(files + 1)), random);
            }
            for (int i = 1; i <= files; i++) {
                texts.put(name(i), String.join("\n", parts.get(i)));
            }
            main = SourceText.of("main.kpi", String.join("\n", parts.get(0)));
        }

        private static void insert(String statement, List<String> statements, Random random) {
            statements.add(random.nextInt(statements.size() + 1), statement);
        }

        private static String name(int file) {
            return (file % 2 == 0 ? "even.f" : "f") + file;
        }

        Library library() {
            Library files = Library.of(texts);
            return Library.standard()
                    .or(name -> files.find(name).map(file -> SourceText.of(name + ".kpi", file.text())));
        }
    }
}
