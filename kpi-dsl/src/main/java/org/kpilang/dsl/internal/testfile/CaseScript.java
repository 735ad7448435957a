package org.kpilang.dsl.internal.testfile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.Definitions;
import org.kpilang.source.Checked;
import org.kpilang.source.Origin;
import org.kpilang.time.Calendar;

/**
 * One question and all that is needed to ask it.
 *
 * @param title       what the test is called; empty if it is not
 * @param origin      where the question is written
 * @param definitions what is defined for it, text by text
 * @param calendar    the calendar of these definitions
 * @param question    what is asked, or null if it is whether the definitions are right
 * @param range       the periods that are asked about
 */
public record CaseScript(String title, Origin origin, List<Checked<Definitions>> definitions, Calendar calendar,
        List<GivenFacts> facts, @Nullable Question question, Question.Range range, List<Expectation> expectations) {

    public CaseScript {
        definitions = List.copyOf(definitions);
        facts = List.copyOf(facts);
        expectations = List.copyOf(expectations);
    }

    /** Whether no period is spoken of anywhere, neither in the question nor in the facts. */
    boolean isTimeless() {
        return range.first() == null && range.last() == null && facts.stream().noneMatch(GivenFacts::dated);
    }

    /** The formula that is asked, on one line; empty if the definitions themselves are tested. */
    public String formula() {
        return question == null ? "" : question.text();
    }
}
