package org.kpilang.evaluate.internal;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.InputKind;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/**
 * Follows every leaf of a program from a window to its facts, before any is read. The grain that a selector leads to
 * does not depend on the window, so the first window stands for all; no other reaches as far back.
 */
final class GrainCheck {

    private final Facts facts;
    private final Calendar calendar;
    private final List<Diagnostic> findings = new ArrayList<>();

    private GrainCheck(Facts facts) {
        this.facts = facts;
        this.calendar = facts.calendar();
    }

    /** What is wrong with asking a program in the periods of a window; nothing if it can be asked. */
    static List<Diagnostic> findings(Program program, Window window, Facts facts) {
        GrainCheck check = new GrainCheck(facts);
        check.follow(program, window.firstPeriod().window());
        return check.findings.stream().distinct().toList();
    }

    private void follow(Program program, Window sample) {
        program.leaves().forEach(leaf -> {
            Origin origin = leaf instanceof Leaf.Facts input ? input.origin()
                    : leaf instanceof Leaf.Given given ? given.origin()
                    : leaf instanceof Leaf.Summary summary ? summary.source().origin()
                    : leaf instanceof Leaf.Index index ? index.source().origin() : Origin.NONE;
            try {
                follow(leaf, sample);
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
                findings.add(new Diagnostic(DiagnosticCode.REQUEST_NOT_VALID,
                        e instanceof IllegalArgumentException && e.getMessage() != null ? e.getMessage()
                                : "a selector leads out of the calendar", origin, null));
            }
        });
    }

    private void follow(Leaf leaf, Window sample) {
        if (leaf instanceof Leaf.Facts input) {
            Window asked = input.path().time().from(sample).window();
            InputFacts of = facts.of(input.input().name()).orElse(null);
            if (of != null && !calendar.nests(of.grain(), asked.grain())) {
                findings.add(Diagnostic.of(DiagnosticCode.GRAIN_TOO_FINE, input.origin(), "the facts of `"
                        + of.input() + "` are given by " + of.grain() + " and cannot be asked by " + asked.grain(),
                        asked.grain() == sample.grain() ? "ask at a grain made of whole " + of.grain() + "s"
                                : "take a window or shift of whole " + of.grain() + "s"));
            } else if (of != null) {
                asked.in(of.grain());
            }
            checkWeight(input, of);
            checkEvents(input, of);
            if (input.reading().other() != null) {
                follow(input.reading().other(), sample);
            }
        } else if (leaf instanceof Leaf.Summary summary) {
            Window asked = summary.path().time().from(sample).window();
            follow(summary.operand(), earliest(summary.source().stretch(), asked));
        } else if (leaf instanceof Leaf.Index index) {
            Window asked = index.path().time().from(sample).window();
            Window base = IndexColumn.base(index.base(), asked.grain());
            follow(index.operand(), (base.first() < asked.first() ? base : asked).firstPeriod().window());
        } else if (leaf instanceof Leaf.Given given) {
            Window asked = given.path().time().from(sample).window();
            asked.firstDay();
            asked.lastDay();
        } else if (leaf instanceof Leaf.Length length) {
            length.time().from(sample);
        } else if (leaf instanceof Leaf.Version version) {
            version.time().from(sample);
        }
    }

    /** A weight must be known for the very facts that it weighs. */
    private void checkWeight(Leaf.Facts leaf, @Nullable InputFacts of) {
        String name = leaf.input().weight();
        InputFacts weight = name == null ? null : facts.of(name).orElse(null);
        if (of != null && weight != null && (of.grain() != weight.grain()
                || !Set.copyOf(of.dimensions()).equals(Set.copyOf(weight.dimensions())))) {
            findings.add(Diagnostic.of(DiagnosticCode.REQUEST_NOT_VALID, leaf.input().origin(), "`" + of.input()
                    + "` is weighted by `" + name + "`, but their facts differ in grain or dimensions",
                    "load both from the same rows"));
        }
    }

    /** Only a distinct count makes something of identities, and only a list of values of events. */
    private void checkEvents(Leaf.Facts leaf, @Nullable InputFacts of) {
        if (of == null) {
            return;
        }
        InputKind kind = leaf.input().kind();
        if (of.hasIdentities() && kind != InputKind.DISTINCT) {
            refuse(leaf, "`" + of.input() + "` is " + kind.description() + ", but its facts are identities",
                    "declare it as a distinct count, or load its values");
        } else if (of.hasEvents() != (kind == InputKind.VALUES)) {
            refuse(leaf, "`" + of.input() + "` is " + kind.description() + ", but its facts were loaded "
                    + (of.hasEvents() ? "as the values of events" : "as one number for each period"),
                    "load them with a builder of the model, `Facts.builder(model)`");
        }
    }

    private void refuse(Leaf.Facts leaf, String message, String hint) {
        findings.add(Diagnostic.of(DiagnosticCode.REQUEST_NOT_VALID, leaf.origin(), message, hint));
    }

    /** The earliest period that a statistic summarises, or one of that sort where the facts decide. */
    private Window earliest(Stretch stretch, Window asked) {
        if (stretch instanceof Stretch.Periods periods) {
            Grain unit = TimePath.grain(periods.unit());
            Window latest = calendar.nests(unit, asked.grain())
                    ? asked.in(unit).lastPeriod().window() : asked.last(1, unit);
            return latest.back(periods.count() - 1, unit);
        }
        Window run = stretch instanceof Stretch.ToDate toDate ? asked.toDate(TimePath.grain(toDate.unit())) : asked;
        return run.firstPeriod().window();
    }
}
