package org.kpilang.dsl.internal.assist;

import static org.kpilang.dsl.internal.assist.Candidate.Group.FIRST_STATEMENT;
import static org.kpilang.dsl.internal.assist.Candidate.Group.KEYWORD;
import static org.kpilang.dsl.internal.assist.Candidate.Group.OPERATOR;
import static org.kpilang.dsl.internal.assist.Candidate.Group.PROPERTY;
import static org.kpilang.dsl.internal.assist.Candidate.Group.SELECTOR;
import static org.kpilang.dsl.internal.assist.Candidate.Group.STATEMENT;
import static org.kpilang.dsl.internal.assist.Candidate.Group.WANTED;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.SymbolKind;
import org.kpilang.dsl.internal.OpenRule;
import org.kpilang.dsl.internal.Reading;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Names;
import org.kpilang.function.Signature;
import org.kpilang.function.Signature.Parameter;
import org.kpilang.model.InputKind;

/** The words and signs of the language that may stand at the cursor. */
final class WordCandidates {

    private static final List<String> LENGTHS = List.of("12 months", "3 months", "4 quarters", "1 year");
    private static final List<String> DURATIONS = List.of("1 year", "1 quarter", "1 month");
    private static final Set<Integer> OF_UNITS =
            Set.of(KpiParser.RULE_unit, KpiParser.RULE_unitFactor, KpiParser.RULE_unitName, KpiParser.RULE_kind);

    private final Vocabulary vocabulary;
    private final Context context;
    private final Cursor cursor;
    private final boolean beginsLine;
    private final GivenProperties given;
    private final @Nullable CallAround call;
    private final boolean compared;

    WordCandidates(Vocabulary vocabulary, Context context, Cursor cursor, boolean beginsLine) {
        this.vocabulary = vocabulary;
        this.context = context;
        this.cursor = cursor;
        this.beginsLine = beginsLine;
        this.given = new GivenProperties(context, cursor);
        this.call = CallAround.of(context);
        this.compared = OpenComparison.isIn(context);
    }

    /** Whether a reading only goes on because the grammar does not tell kinds of inputs from units. */
    boolean isKindRead(Reading reading) {
        return OF_UNITS.contains(reading.rule().rule()) && context.inside(reading, KpiParser.RULE_statement) != null
                && InputKind.words().contains(context.lastText()) && vocabulary.unit(context.lastText()) == null;
    }

    /** The candidates for a token that a reading waits for. */
    Stream<Candidate> of(int type, Reading reading) {
        if (type == Token.EOF) {
            return Stream.empty();
        } else if (type == KpiParser.NUMBER) {
            return numbers(reading);
        } else if (type >= KpiParser.ABOVE && type <= KpiParser.YEAR) {
            return word(type, reading);
        }
        return sign(type, reading).stream();
    }

    private List<Candidate> sign(int type, Reading reading) {
        int rule = reading.rule().rule();
        boolean refused = rule == KpiParser.RULE_comparator && compared
                || rule == KpiParser.RULE_period && !cursor.joinsBefore()
                || rule == KpiParser.RULE_division
                || type == KpiParser.DOT && rule != KpiParser.RULE_statement && !hasVariants();
        String literal = KpiParser.VOCABULARY.getLiteralName(type);
        if (refused || literal == null) {
            return List.of();
        }
        String sign = literal.substring(1, literal.length() - 1);
        return List.of(Candidate.of(OPERATOR, SymbolKind.OPERATOR, sign, Meanings.ofSign(sign)));
    }

    /** Whether the name before the cursor is that of a KPI with variants. */
    private boolean hasVariants() {
        Context.Read last = context.last(1);
        return last != null && vocabulary.hasVariants(Written.name(last.token()));
    }

    private Stream<Candidate> word(int type, Reading reading) {
        String word = spelled(type);
        if (reading.rule().rule() == KpiParser.RULE_property && context.begins(reading.rule())) {
            String words = given.words(type, word);
            return Stream.of(Candidate.of(PROPERTY, SymbolKind.PROPERTY, words, Meanings.ofProperty(words)))
                    .filter(property -> given.allows(type));
        } else if (context.beginning(reading, KpiParser.RULE_statement) != null) {
            return Stream.of(Candidate.of(
                    beginsLine ? FIRST_STATEMENT : STATEMENT, SymbolKind.KEYWORD, word, Meanings.ofWord(word)));
        } else if (context.beginning(reading, KpiParser.RULE_selector) != null
                && context.beginning(reading, KpiParser.RULE_slice) == null) {
            return selector(type, word);
        } else if (context.beginning(reading, KpiParser.RULE_stretch) != null) {
            return type == KpiParser.ALL ? phrase("all", "every period since the first with a value") : toDate(word);
        } else if (isRefused(type, reading)) {
            return Stream.empty();
        } else if (type == KpiParser.AT && reading.rule().rule() == KpiParser.RULE_atLeast) {
            return Stream.of(Candidate.of(KEYWORD, SymbolKind.KEYWORD, "at least", Meanings.ofWord("least")));
        } else if (type == KpiParser.AT && reading.rule().rule() == KpiParser.RULE_range) {
            return Stream.of("least", "most")
                    .map(bound -> Candidate.of(KEYWORD, SymbolKind.KEYWORD, "at " + bound, Meanings.ofWord(bound)));
        }
        Parameter parameter = call == null ? null : call.parameter(vocabulary);
        boolean wanted = type == KpiParser.OVER && call != null && call.isStatistic()
                || type == KpiParser.AT && parameter != null && parameter.sort() == Signature.Sort.PERIOD;
        return Stream.of(Candidate.of(wanted ? WANTED : KEYWORD, SymbolKind.KEYWORD, word, Meanings.ofWord(word)));
    }

    private Stream<Candidate> selector(int type, String word) {
        return switch (type) {
            case KpiParser.LAST -> selector("last 12 months");
            case KpiParser.WHOLE -> selector("whole year");
            case KpiParser.SAME -> selector("same weekday 1 year ago");
            case KpiParser.DAY, KpiParser.WEEK, KpiParser.MONTH, KpiParser.QUARTER, KpiParser.YEAR -> toDate(word);
            default -> phrase(word, Meanings.ofWord(word));
        };
    }

    private static Stream<Candidate> toDate(String unit) {
        return selector(unit + " to date");
    }

    private static Stream<Candidate> selector(String written) {
        return phrase(written, Meanings.ofSelector(written));
    }

    private static Stream<Candidate> phrase(String phrase, @Nullable String meaning) {
        return Stream.of(Candidate.of(SELECTOR, SymbolKind.SELECTOR, phrase, Objects.requireNonNullElse(meaning, "")));
    }

    /** What the grammar lets pass, and would be refused afterwards. */
    private boolean isRefused(int type, Reading reading) {
        OpenRule rule = reading.rule();
        return switch (rule.rule()) {
            case KpiParser.RULE_inputAttribute -> context.begins(rule)
                    && context.begun(KpiParser.RULE_inputAttribute, 0).contains(type);
            // A KPI is key; only an objective has key results.
            case KpiParser.RULE_property -> type == KpiParser.RESULT
                    && context.read().get(0).type() != KpiParser.OBJECTIVE;
            case KpiParser.RULE_targetClause -> context.begins(rule) && !TargetClauses.allow(type, context);
            case KpiParser.RULE_timeUnit -> type != KpiParser.YEAR && context.type(2) == KpiParser.WEEKDAY;
            default -> false;
        };
    }

    /** The word of a token; a length of time in the number of what counts it. */
    private String spelled(int type) {
        String literal = KpiParser.VOCABULARY.getLiteralName(type);
        if (literal != null) {
            return literal.substring(1, literal.length() - 1);
        }
        String singular = type == KpiParser.PERIODS ? "period"
                : KpiParser.VOCABULARY.getSymbolicName(type).toLowerCase(Locale.ROOT);
        boolean plural = context.type(1) == KpiParser.NUMBER && !context.lastText().equals("1");
        return plural ? singular + "s" : singular;
    }

    private Stream<Candidate> numbers(Reading reading) {
        boolean begins = context.begins(reading.rule());
        return switch (reading.rule().rule()) {
            case KpiParser.RULE_selector -> begins || context.type(1) == KpiParser.WEEKDAY
                    ? selector("1 year ago") : lengths(LENGTHS);
            case KpiParser.RULE_stretch -> lengths(LENGTHS);
            case KpiParser.RULE_property, KpiParser.RULE_inputAttribute -> lengths(switch (context.type(1)) {
                case KpiParser.EVERY -> List.of("2 weeks", "2 months");
                case KpiParser.BY -> List.of("1 month", "1 quarter", "3 months");
                case KpiParser.FOR -> List.of("3 periods");
                default -> List.of();
            });
            case KpiParser.RULE_statusOption -> context.type(1) == KpiParser.AFTER
                    ? lengths(List.of("2 periods", "3 periods")) : Stream.empty();
            case KpiParser.RULE_number -> arguments();
            default -> Stream.empty();
        };
    }

    /** What begins with a number and is no value, as an argument. */
    private Stream<Candidate> arguments() {
        Parameter parameter = call == null ? null : call.parameter(vocabulary);
        return parameter == null ? Stream.empty() : switch (parameter.sort()) {
            case DURATION -> lengths(DURATIONS);
            case YEARS -> lengths(List.of("1 year", "3 years", "5 years"));
            case WORD -> parameter.words().stream().filter(word -> !Names.isPlain(word))
                    .map(word -> Candidate.of(WANTED, SymbolKind.CHOICE, word, parameter.name()));
            default -> Stream.empty();
        };
    }

    private static Stream<Candidate> lengths(List<String> lengths) {
        return lengths.stream().map(length -> Candidate.of(WANTED, SymbolKind.NUMBER, length, "length of time"));
    }
}
