package org.kpilang.examples;

import java.util.List;
import java.util.stream.Collectors;
import org.kpilang.dsl.Assistant;
import org.kpilang.dsl.Completion;
import org.kpilang.dsl.Description;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.model.Model;
import org.kpilang.source.SourceText;

/** What to offer a person who types a formula, in the README. */
public final class FirstCompletion {

    private FirstCompletion() {}

    public static void main(String[] arguments) {
        System.out.print(offered());
    }

    /** The candidates and the description that the README shows. */
    public static String offered() {
        // README: from here
        Model model = KpiLanguage.model("""
                currency USD
                unit customer
                input revenue, cost "Cost of sales" : USD flow
                input customers : customer stock
                """);
        Assistant assistant = Assistant.of(model);                          // Assistant.ofFiles() for whole files

        List<Completion> next = assistant.complete(SourceText.ofFormula("revenue - c"), 11);
        Description word = assistant.describe(SourceText.ofFormula("revenue - cost"), 10).orElseThrow();
        // README: to here
        String candidates = next.stream()
                .map(each -> each.replaced().start() + "  " + each.text() + "  " + each.kind() + "  " + each.detail() + "\n")
                .collect(Collectors.joining());
        return candidates + word.title() + ": " + word.text() + "\n";
    }
}
