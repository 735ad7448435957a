package org.kpilang.dsl.testfile;

import java.util.Objects;
import org.kpilang.dsl.internal.testfile.CaseCheck;
import org.kpilang.dsl.internal.testfile.CaseScript;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;

/** One question of a test file and the answer that is expected. Immutable and thread-safe. */
public final class TestCase {

    private final CaseScript script;

    TestCase(CaseScript script) {
        this.script = script;
    }

    /** The title of the test that it is part of; empty if that has none. */
    public String title() {
        return script.title();
    }

    /** The formula that is asked, on one line; empty if the definitions themselves are tested. */
    public String formula() {
        return script.formula();
    }

    /** Where the question is written. */
    public Origin origin() {
        return script.origin();
    }

    /** The line on which the question is written. */
    public int line() {
        SourceText source = Objects.requireNonNull(origin().source());
        return source.position(origin().span().start()).line();
    }

    /** Title and formula, in one line. */
    public String name() {
        String question = formula().isEmpty() ? "the definitions" : formula();
        return title().isEmpty() ? question : title() + ": " + question;
    }

    /** Asks the question, and holds the answer against what is expected. */
    public TestOutcome run() {
        return run(FunctionRegistry.standard());
    }

    /** The same, where formulas may call the functions of a registry. */
    public TestOutcome run(FunctionRegistry functions) {
        return new TestOutcome(this, CaseCheck.difference(script,
                Objects.requireNonNull(functions, "functions is null")));
    }

    /** Place and name, in one line. */
    @Override
    public String toString() {
        return origin().describe() + ": " + name();
    }
}
