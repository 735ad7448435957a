package org.kpilang.dsl.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.kpilang.dsl.internal.antlr.KpiParser;

/**
 * What could have come instead of a token.
 *
 * @param at    the index of the token that fits nothing
 * @param types the tokens that would have fitted, but for those that begin one of the rules
 * @param rules the rules with a name for people that could have begun
 */
record Expected(int at, Set<Integer> types, Set<Integer> rules) {

    private static final int MOST = 4;
    private static final String VALUE = "a value";
    private static final String NAME = "a name";
    private static final String OPERATOR = "an operator";

    /** Rules by what they are for people; everything within them goes by that name. */
    private static final Map<Integer, String> RULES = Map.ofEntries(
            Map.entry(KpiParser.RULE_statement, "a statement"),
            Map.entry(KpiParser.RULE_property, "a property"),
            Map.entry(KpiParser.RULE_expression, VALUE),
            Map.entry(KpiParser.RULE_operation, VALUE),
            Map.entry(KpiParser.RULE_argument, VALUE),
            Map.entry(KpiParser.RULE_amount, VALUE),
            Map.entry(KpiParser.RULE_comparator, OPERATOR),
            Map.entry(KpiParser.RULE_selector, "a selector"),
            Map.entry(KpiParser.RULE_slice, "a condition"),
            Map.entry(KpiParser.RULE_stretch, "a number of periods such as `12 months`"),
            Map.entry(KpiParser.RULE_unit, "a unit"),
            Map.entry(KpiParser.RULE_unitName, "a unit"),
            Map.entry(KpiParser.RULE_unitFactor, "a unit"),
            Map.entry(KpiParser.RULE_timeUnit, "a length of time such as `months`"),
            Map.entry(KpiParser.RULE_period, "a period such as `2026-12`"),
            Map.entry(KpiParser.RULE_text, "a text in quotes"),
            Map.entry(KpiParser.RULE_name, NAME),
            Map.entry(KpiParser.RULE_valueName, NAME),
            Map.entry(KpiParser.RULE_inputName, NAME),
            Map.entry(KpiParser.RULE_parameters, NAME),
            Map.entry(KpiParser.RULE_given, "a value such as `revenue = 200`"),
            Map.entry(KpiParser.RULE_tag, NAME),
            Map.entry(KpiParser.RULE_dimension, "a dimension"),
            Map.entry(KpiParser.RULE_range, "a range such as `0 to 100` or `at least 0`"),
            Map.entry(KpiParser.RULE_band, "a status such as `green >= 42%`"),
            Map.entry(KpiParser.RULE_statusOption, "an option such as `after 2 periods`"),
            Map.entry(KpiParser.RULE_kind, "a kind such as `flow` or `stock`"),
            Map.entry(KpiParser.RULE_cadence, "a rhythm such as `quarterly`"),
            Map.entry(KpiParser.RULE_calendarWord, "a word such as `fiscal`, `april` or `end`"),
            Map.entry(KpiParser.RULE_division, "a division such as `4-5-4`"),
            Map.entry(KpiParser.RULE_yearEnd, "the end of the year such as `ends last saturday of june`"),
            Map.entry(KpiParser.RULE_absence, "`zero` or `unknown`"));

    private static final Set<Integer> OPERATORS = Set.of(KpiParser.PLUS, KpiParser.MINUS, KpiParser.TIMES,
            KpiParser.DIVIDED, KpiParser.POWER, KpiParser.AND, KpiParser.OR, KpiParser.ELSE, KpiParser.OPEN_SELECTOR);

    /** Tokens of one spelling are shown by it; these have several. */
    private static final Map<Integer, String> TOKENS = Map.of(
            KpiParser.NUMBER, "a number",
            KpiParser.IDENTIFIER, NAME,
            KpiParser.QUOTED_NAME, NAME,
            KpiParser.TEXT, "a text in quotes",
            KpiParser.PERIODS, "`periods`",
            KpiParser.MONTH, "`month`",
            KpiParser.WEEK, "`week`");

    static boolean isNamed(int rule) {
        return RULES.containsKey(rule);
    }

    boolean value() {
        return words().contains(VALUE);
    }

    boolean name() {
        return words().contains(NAME);
    }

    boolean operator() {
        return words().contains(OPERATOR);
    }

    boolean rule(int rule) {
        return rules.contains(rule);
    }

    boolean token(int type) {
        return types.contains(type);
    }

    /** What was expected, as a list for people: {@code an operator or `)`}. */
    String text() {
        List<String> words = new ArrayList<>(words());
        if (words.contains(OPERATOR)) {
            words.remove(OPERATOR);
            words.remove("a unit");
            words.remove("`(`");
            words.add(0, OPERATOR);
        }
        if (words.size() > 1) {
            words.remove("the end");
            words.remove("`.`");
        }
        if (words.size() > MOST) {
            return "for example " + list(words.subList(0, MOST));
        }
        return words.isEmpty() ? "the end" : list(words);
    }

    private static String list(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** The words of the language that would have fitted. */
    List<String> keywords() {
        return types.stream().filter(Expected::isKeyword).map(Expected::word).map(word ->
                word.replace("`", "")).toList();
    }

    private Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        types.stream()
                .sorted(Comparator.<Integer>comparingInt(type -> isKeyword(type) ? 1 : 0).thenComparing(type -> type))
                .forEach(type -> words.add(word(type)));
        for (int rule : rules) {
            words.add(RULES.get(rule));
        }
        return words;
    }

    private static boolean isKeyword(int type) {
        return type >= KpiParser.ABOVE && type <= KpiParser.YEAR;
    }

    private static String word(int type) {
        if (type == Token.EOF) {
            return "the end";
        } else if (OPERATORS.contains(type)) {
            return OPERATOR;
        }
        String literal = KpiParser.VOCABULARY.getLiteralName(type);
        return literal == null
                ? TOKENS.getOrDefault(type, "something else")
                : "`" + literal.substring(1, literal.length() - 1) + "`";
    }
}
