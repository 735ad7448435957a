package org.kpilang.dsl.internal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Names;
import org.kpilang.model.InputKind;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Suggestion;

/** Something that is missing or too much, and words that are not known at their place. */
final class GapSlip implements Slip {

    private static final List<String> STATEMENTS = List.of("currency", "unit", "dimension", "calendar", "input", "constant",
            "define", "objective", "use", "kpi");
    private static final List<String> PROPERTIES = List.of("unit", "better", "target", "status", "leading", "coincident",
            "lagging", "strategic", "operational", "quantitative", "qualitative", "scope", "drives", "owner", "review",
            "benchmark", "baseline", "since", "until", "tags", "description", "objective", "example");

    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "^");

    @Override
    public @Nullable Finding find(Place place) {
        if (place.is(-1, KpiParser.COMMA) && (Place.isCloser(place.token().getType()) || place.is(0, KpiParser.COMMA))) {
            return unexpected(place, "nothing stands after the comma", "remove the comma, or add what is missing");
        } else if (Names.RESERVED.contains(place.text(0)) && place.expected().name() && !place.end()) {
            return unexpected(place, "`" + place.text(0) + "` is a word of the language and cannot be a name here",
                    "choose another name, or put it between backticks");
        } else if (place.expected().rule(KpiParser.RULE_kind)) {
            return new Finding(DiagnosticCode.UNKNOWN_KIND, place.span(), "it is not said how the input rolls up",
                    "add a kind after the unit; there are " + String.join(", ", InputKind.words()));
        } else if (place.isName(0) && !place.end() && place.expected().rule(KpiParser.RULE_text)
                && place.expected().rules().size() == 1 && place.expected().types().isEmpty()) {
            return unexpected(place, "expected a text in quotes, found " + place.found(),
                    "write `\"" + place.text(0) + "\"`");
        } else if (place.expected().token(KpiParser.THEN)) {
            return unexpected(place, "`then` is missing", "write `if a > 1 then b else c`");
        } else if (place.expected().token(KpiParser.ELSE) && place.count(KpiParser.THEN) > place.count(KpiParser.ELSE)
                && place.end()) {
            return unexpected(place, "`else` is missing", "write `if a > 1 then b else c`");
        } else if (place.is(0, KpiParser.IF) && place.expected().value() && place.is(-1, KpiParser.ELSE)) {
            return unexpected(place, "a choice after a fallback needs brackets", "write `x else (if a > 1 then b else c)`");
        } else if (Names.RESERVED.contains(place.text(0)) && place.expected().value() && !place.end()) {
            return unexpected(place, "expected a value, found " + place.found(),
                    "if this is meant as a name, put it between backticks");
        } else if (place.is(0, KpiParser.OVER) && place.expected().operator()) {
            return unexpected(place, "`over` stands in the brackets of a statistic", "write `avg(revenue over 12 months)`");
        } else if (place.is(0, KpiParser.TEXT) && place.expected().value()) {
            return unexpected(place, "a text is not a value", "texts stand in slices: `revenue[channel = \"email\"]`");
        } else if (place.expected().rule(KpiParser.RULE_property) && !place.end()) {
            return property(place);
        } else if (place.expected().rule(KpiParser.RULE_statement) && place.token(-1) == null) {
            return statement(place);
        } else if (place.expected().operator() && place.endsValue(-1) && !place.end()) {
            return operator(place);
        }
        return null;
    }

    private static @Nullable Finding property(Place place) {
        if (place.is(0, KpiParser.COMMA)) {
            return unexpected(place, "expected a property, found `,`", "properties are not separated: remove the comma");
        } else if (OPERATORS.contains(place.text(0))) {
            return unexpected(place, "expected a property, found " + place.found(), "put a calculation between brackets");
        } else if (place.isName(0)
                && !(place.expected().operator() && place.token(0).getLine() == place.token(-1).getLine())) {
            String nearest = Suggestion.hint(place.text(0), PROPERTIES);
            return new Finding(DiagnosticCode.UNKNOWN_PROPERTY, place.span(), "a KPI has no property " + place.found(),
                    nearest != null ? nearest : "there are " + String.join(", ", PROPERTIES));
        }
        return place.expected().operator() && place.endsValue(-1) ? operator(place) : null;
    }

    private static Finding statement(Place place) {
        String nearest = place.isName(0) ? Suggestion.hint(place.text(0), STATEMENTS) : null;
        return unexpected(place, "expected a statement, found " + place.found(),
                nearest != null ? nearest : "a statement begins with " + String.join(", ", STATEMENTS));
    }

    private static @Nullable Finding operator(Place place) {
        String before = place.text(-1);
        String after = place.text(0);
        if (place.isName(0) && place.isName(-1)) {
            return unexpected(place, "an operator is missing before " + place.found(),
                    "write `" + before + " * " + after + "` to multiply; one name of two words stands between backticks: `` `"
                            + before + " " + after + "` ``");
        } else if (place.is(0, KpiParser.NUMBER) && before.matches("[A-Z]{3}")) {
            return unexpected(place, "an operator is missing before " + place.found(),
                    "a currency stands after its number: `" + after + " " + before + "`");
        } else if (place.isName(0) || place.is(0, KpiParser.NUMBER) || place.is(0, KpiParser.OPEN)) {
            return unexpected(place, "an operator is missing before " + place.found(), "write `*` to multiply");
        } else if (place.is(0, KpiParser.TEXT)) {
            return unexpected(place, "a text is not a value",
                    "texts stand in slices: `revenue[channel = \"email\"]`");
        }
        return null;
    }

    private static Finding unexpected(Place place, String message, String hint) {
        return new Finding(DiagnosticCode.UNEXPECTED_TEXT, place.span(), message, hint);
    }
}
