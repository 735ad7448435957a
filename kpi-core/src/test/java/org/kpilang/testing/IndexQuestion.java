package org.kpilang.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/** The question what an index comes to in a window: its value there, and its value in the base. */
final class IndexQuestion {

    private final Period base;

    IndexQuestion(Period base) {
        this.base = base;
    }

    /**
     * @param operand gives the answer in a period
     */
    Answer in(Window window, Function<Window, Answer> operand) {
        Answer now = mean(window, operand);
        if (!now.isKnown()) {
            return now;
        }
        Answer then = mean(base(window.calendar(), window.grain()), operand);
        if (!then.isKnown()) {
            return then;
        }
        return then.value() > 0 ? Answer.of(100 * now.value() / then.value()) : Answer.UNDEFINED;
    }

    private Window base(Calendar calendar, Grain grain) {
        if (calendar.nests(grain, base.grain())) {
            return base.window().in(grain);
        }
        int holder = calendar.ordinal(grain, base.window().firstDay());
        return new Window(calendar, grain, holder, holder);
    }

    private static Answer mean(Window window, Function<Window, Answer> operand) {
        List<Double> values = new ArrayList<>();
        for (int period = window.first(); period <= window.last(); period++) {
            Answer answer = operand.apply(new Window(window.calendar(), window.grain(), period, period));
            if (!answer.isKnown()) {
                return window.length() == 1 ? answer : Answer.UNKNOWN;
            }
            values.add(answer.value());
        }
        return Answer.of(Numbers.mean(values));
    }
}
