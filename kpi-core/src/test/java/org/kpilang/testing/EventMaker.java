package org.kpilang.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.source.Origin;

/** Makes calls that ask events. */
final class EventMaker {

    private final Choices choices;
    private final boolean reachesAhead;
    private final List<String> values = new ArrayList<>();
    private final List<String> identities = new ArrayList<>();

    /** @param reachesAhead whether a call may look beyond the window that is asked about */
    EventMaker(Choices choices, boolean reachesAhead) {
        this.choices = choices;
        this.reachesAhead = reachesAhead;
    }

    void addValues(String input) {
        values.add(input);
    }

    void addIdentities(String input) {
        identities.add(input);
    }

    boolean isEmpty() {
        return values.isEmpty() && identities.isEmpty();
    }

    Expression call(SelectorMaker selectors) {
        return identities.isEmpty() || !values.isEmpty() && choices.chance(50) ? ofValues(selectors)
                : ofIdentities(selectors);
    }

    private Expression ofValues(SelectorMaker selectors) {
        Expression input = asked(values, selectors);
        String function = choices.of(
                List.of("median", "quantile", "share_within", "avg", "sum", "count", "min", "max"));
        return switch (function) {
            case "quantile" -> Call.of(function, input,
                    FormulaMaker.literal(choices.of(List.of("0", "0.25", "0.9", "1"))));
            case "share_within" -> Call.of(function, input, FormulaMaker.literal(choices.of(List.of("0", "3", "20"))));
            default -> Call.of(function, input);
        };
    }

    private Expression ofIdentities(SelectorMaker selectors) {
        Expression input = asked(identities, selectors);
        return switch (choices.weighted(3, 3, 3, reachesAhead ? 3 : 0, reachesAhead ? 3 : 0)) {
            case 0 -> Call.of("repeated", input, FormulaMaker.literal(choices.of(List.of("2", "1", "3"))));
            case 1 -> Call.of("first_seen", input);
            case 2 -> Call.of("both", input, asked(identities, selectors));
            case 3 -> Call.of("followed", input, asked(identities, selectors), within(selectors.unit()));
            default -> Call.of("credited", input, asked(identities, selectors), within(selectors.unit()));
        };
    }

    private Expression within(PeriodUnit unit) {
        return new NumberLiteral(BigDecimal.valueOf(1L + choices.below(3)), NumberLiteral.Suffix.NONE, unit.word(),
                Origin.NONE);
    }

    private Expression asked(List<String> inputs, SelectorMaker selectors) {
        Expression input = Reference.to(choices.of(inputs));
        return choices.chance(60) ? input : new Selection(input,
                choices.chance(50) ? selectors.ofTime() : selectors.ofSlices(), Origin.NONE);
    }
}
