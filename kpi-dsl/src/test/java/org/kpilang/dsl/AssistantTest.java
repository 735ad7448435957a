package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.model.Model;
import org.kpilang.source.SourceText;

/**
 * Golden tables: a text with its cursor, and after {@code =>} the first that is offered there, or after {@code is} what
 * the word there means. To write them anew, run with {@code -Dgolden.update=true} and review the difference.
 */
class AssistantTest {

    private static final Path FOLDER = Path.of("src/test/resources/assist");
    private static final String CURSOR = "¦";
    private static final int SHOWN = 9;

    static final Map<String, List<String>> MEMBERS =
            Map.of("region", List.of("Americas", "Asia Pacific", "Europe"),
                    "channel", List.of("email", "ads", "say \"hi\" \\"));
    static final String FILE = Texts.read(FOLDER.resolve("model.kpi"));
    static final Model MODEL = KpiLanguage.model(FILE);

    static Stream<Path> tables() {
        return Texts.files("assist", ".txt").stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void offersAndDescribesWhatFits(Path table) throws IOException {
        String golden = Texts.read(table);
        boolean formula = table.getFileName().toString().startsWith("formula");
        boolean names = table.getFileName().toString().startsWith("formula-names");
        boolean describes = table.getFileName().toString().contains("describe");
        Assistant assistant = (names ? Assistant.of(List.of("revenue", "cost of sales", "if", "größe"))
                : formula ? Assistant.of(MODEL) : Assistant.ofFiles()).with(MEMBERS);
        List<String> written = new ArrayList<>();
        for (String block : golden.split("\n\n")) {
            if (block.startsWith("#")) {
                written.add(block.strip());
                continue;
            }
            String text = block.lines().filter(line -> !line.startsWith("=> ")).collect(Collectors.joining("\n"));
            int cursor = text.indexOf(CURSOR);
            String without = (formula ? "" : FILE) + text.replace(CURSOR, "");
            SourceText source = SourceText.of(formula ? "formula" : "model.kpi", without);
            int offset = without.codePointCount(0, (formula ? 0 : FILE.length()) + cursor);
            written.add(text + "\n=> "
                    + (describes ? described(assistant, source, offset) : offered(assistant, source, offset)));
        }
        String now = String.join("\n\n", written) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(table, now);
        }
        assertThat(now).isEqualTo(golden);
    }

    private static String offered(Assistant assistant, SourceText source, int offset) {
        List<Completion> all = assistant.complete(source, offset);
        String first = all.stream().limit(SHOWN).map(each -> shown(each, offset)).collect(Collectors.joining("  "));
        String more = all.size() > SHOWN ? "  …" : "";
        return all.isEmpty() ? "nothing" : first + more;
    }

    private static String shown(Completion completion, int offset) {
        return completion.replaced().start() == offset && completion.text().startsWith(" ")
                ? "_" + completion.text().substring(1) : completion.text();
    }

    private static String described(Assistant assistant, SourceText source, int offset) {
        return assistant.describe(source, offset).map(each -> each.kind() + " " + each.title()
                + (each.title().equals(source.slice(each.span())) ? "" : " at `" + source.slice(each.span()) + "`")
                + (each.unit() == null ? "" : " in " + each.unit()) + ": " + each.text().replace("\n", "; "))
                .orElse("nothing");
    }
}
