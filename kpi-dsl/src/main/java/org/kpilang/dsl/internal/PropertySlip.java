package org.kpilang.dsl.internal;

import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Span;
import org.kpilang.source.Suggestion;

/** What is said about a KPI, in another way. */
final class PropertySlip implements Slip {

    private static final Map<String, String> RHYTHMS = Map.of("day", "daily", "days", "daily", "week", "weekly",
            "weeks", "weekly",
            "month", "monthly", "months", "monthly", "quarter", "quarterly", "quarters", "quarterly", "year", "yearly",
            "years", "yearly");
    /** Of more words nobody finds the one that is meant. */
    private static final int MOST_LISTED = 20;
    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "^");
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");

    @Override
    public @Nullable Finding find(Place place) {
        Token property = place.property();
        if (place.count(KpiParser.OPEN_BLOCK) - place.count(KpiParser.CLOSE_BLOCK) > 1) {
            // The braces within those of a KPI are those of an example.
            return example(place);
        } else if (property == null) {
            return place.isInside(KpiParser.OPEN_BLOCK) && place.expected().rule(KpiParser.RULE_property)
                    && !place.end()
                    ? unknown(place) : null;
        }
        Finding found = switch (property.getType()) {
            case KpiParser.BETTER -> direction(place);
            case KpiParser.STATUS -> status(place);
            case KpiParser.LEADING -> leading(place);
            case KpiParser.EXAMPLE -> example(place);
            case KpiParser.REVIEW -> review(place);
            case KpiParser.TARGET -> target(place);
            case KpiParser.TAGS, KpiParser.DRIVES, KpiParser.OWNER -> list(place, property);
            default -> null;
        };
        if (found != null) {
            return found;
        } else if ((place.is(0, KpiParser.EQUAL) || place.is(0, KpiParser.COLON)) && place.token(-1) == property) {
            return Finding.unexpected(place.span(), "a property has no " + place.found(),
                    "write `" + property.getText() + " " + place.text(1) + "`")
                    .fixed(place.adjacent(-1) && place.adjacent(0) ? " " : "");
        }
        return place.expected().rule(KpiParser.RULE_property) && !place.end() ? unknown(place) : null;
    }

    private static @Nullable Finding direction(Place place) {
        String direction = Words.DIRECTIONS.get(place.folded(0));
        return direction == null || !place.is(-1, KpiParser.BETTER) ? null
                : Finding.unexpected(place.span(), "expected `between`, `higher` or `lower`, found " + place.found(),
                        "write `better " + direction + "`").fixed(direction);
    }

    private static @Nullable Finding status(Place place) {
        if (COMPARISONS.contains(place.text(0)) && (place.is(-1, KpiParser.STATUS) || place.is(-1, KpiParser.COMMA))) {
            return Finding.unexpected(place.span(), "a band begins with its name", "write `green " + place.text(0)
                    + " 42%`");
        } else if (!place.isName(-1) || place.is(-1, KpiParser.STATUS)) {
            return null;
        } else if (place.is(0, KpiParser.COLON) || place.is(0, KpiParser.IF)) {
            return Finding.unexpected(place.span(), "expected an operator or `otherwise`, found " + place.found(),
                    "leave it out: `" + place.text(-1) + " >= 42%`").fixed("");
        } else if (place.is(0, KpiParser.ELSE)) {
            return Finding.unexpected(place.span(), "expected an operator or `otherwise`, found " + place.found(),
                    "write `" + place.text(-1) + " otherwise`").fixed("otherwise");
        } else if (place.expected().rule(KpiParser.RULE_comparator) && !place.expected().value()) {
            String bound = place.is(0, KpiParser.NUMBER) ? place.text(0) : "42%";
            return Finding.unexpected(place.span(), "expected an operator or `otherwise`, found " + place.found(),
                    "say from where on: `" + place.text(-1) + " >= " + bound + "` or `" + place.text(-1)
                            + " otherwise`");
        }
        return null;
    }

    private static @Nullable Finding leading(Place place) {
        if (place.is(-1, KpiParser.BY) && Words.TIME_UNITS.contains(place.text(0))) {
            return Finding.unexpected(place.span(), "expected a number, found " + place.found(), "write `by 1 "
                    + place.text(0) + "`")
                    .fixed("1 " + place.text(0));
        } else if (place.expected().token(KpiParser.BY) && place.isName(-1)) {
            String outcome = place.is(-1, KpiParser.BY) ? "revenue" : place.text(-1);
            String lag = place.is(0, KpiParser.NUMBER) && Words.TIME_UNITS.contains(place.text(1))
                    ? place.written(0, 1) : "3 months";
            return Finding.unexpected(place.span(), "expected `by`, found " + place.found(),
                    "write `leading " + outcome + " by " + lag + "`");
        }
        return null;
    }

    private static @Nullable Finding example(Place place) {
        if (place.is(-1, KpiParser.EXAMPLE)) {
            return Finding.unexpected(place.span(), "expected `{`, found " + place.found(),
                    "write `example { revenue = 200, cost = 120 gives 40% }`");
        } else if (place.is(0, KpiParser.COLON) && place.isName(-1) && place.isOperand(1)) {
            return Finding.unexpected(place.span(), "expected `=`, found `:`", "write `=`").fixed("=");
        } else if (place.is(0, KpiParser.CLOSE_BLOCK) && place.expected().token(KpiParser.GIVES)) {
            return Finding.unexpected(place.span(), "`gives` is missing", "say what comes out: `gives 40%`");
        }
        return null;
    }

    private static @Nullable Finding review(Place place) {
        String rhythm = RHYTHMS.get(place.text(0));
        if (rhythm != null && place.is(-2, KpiParser.REVIEW)) {
            return Finding.unexpected(place.span(-1, 0), "expected a rhythm, found `" + place.written(-1, 0) + "`",
                    "write `review " + rhythm + "`").fixed(rhythm);
        }
        return rhythm == null || !place.is(-1, KpiParser.REVIEW) ? null
                : Finding.unexpected(place.span(), "expected a rhythm, found " + place.found(), "write `review "
                        + rhythm + "`")
                        .fixed(rhythm);
    }

    private static @Nullable Finding target(Place place) {
        if (place.is(-1, KpiParser.TARGET) && COMPARISONS.contains(place.text(0))) {
            String direction = place.text(0).startsWith(">") ? "higher" : "lower";
            return Finding.unexpected(place.span(), "a target is a value, not a comparison",
                    "leave out `" + place.text(0) + "`, and write `better " + direction + "`").fixed("");
        } else if (place.is(-1, KpiParser.IN) && place.is(0, KpiParser.NUMBER)) {
            return Finding.unexpected(place.span(-1, -1), "expected `by`, found `in`", "write `by " + place.text(0)
                    + "` for a deadline, `during " + place.text(0) + "` for a change within it");
        }
        return null;
    }

    private static @Nullable Finding list(Place place, Token property) {
        boolean word = place.isName(0) && !Words.PROPERTIES.contains(place.text(0)) || place.is(0, KpiParser.TEXT);
        return !word || place.token(-1) == property || place.is(-1, KpiParser.COMMA)
                || !place.expected().token(KpiParser.COMMA)
                ? null : Finding.unexpected(place.span(), "a comma is missing before " + place.found(),
                        "write `" + place.text(-1) + ", " + place.text(0)
                                + "`").fixed(Span.at(place.span(-1, -1).end()), ",");
    }

    private static @Nullable Finding unknown(Place place) {
        if (place.is(0, KpiParser.COMMA)) {
            return Finding.unexpected(place.span(), "expected a property, found `,`",
                    "properties are not separated: remove the comma").fixed(" ");
        } else if (OPERATORS.contains(place.text(0))) {
            return Finding.unexpected(place.span(), "expected a property, found " + place.found(),
                    "put a calculation between brackets");
        } else if (!place.isName(0)
                || place.expected().operator() && place.token(0).getLine() == place.token(-1).getLine()) {
            return null;
        }
        if (place.is(1, KpiParser.EQUAL) && place.is(2, KpiParser.TEXT)) {
            return Finding.notation(place.span(), "a slice between braces",
                    "put it between square brackets: `revenue[" + place.written(0, 2) + "]`");
        }
        String other = Words.OTHER_PROPERTIES.get(place.folded(0));
        boolean objective = place.is(-place.at(), KpiParser.OBJECTIVE);
        String nearest = Suggestion.hint(place.text(0), Words.PROPERTIES);
        String hint = other != null ? "write it such as `" + other + "`"
                : nearest != null ? nearest : "there are " + String.join(", ", objective
                        ? Words.OF_OBJECTIVES : Words.PROPERTIES.subList(0, MOST_LISTED)) + (objective ? "" : " and more");
        return Finding.of(DiagnosticCode.UNKNOWN_PROPERTY, place.span(),
                (objective ? "an objective" : "a KPI") + " has no property " + place.found(), hint);
    }
}
