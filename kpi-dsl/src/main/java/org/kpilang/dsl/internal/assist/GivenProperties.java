package org.kpilang.dsl.internal.assist;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;
import org.kpilang.dsl.internal.Reading;
import org.kpilang.dsl.internal.StatementStart;
import org.kpilang.dsl.internal.antlr.KpiParser;

/** What is said of a KPI already, between its braces before and behind the cursor. */
final class GivenProperties {

    /** What may be said several times. */
    private static final Set<Integer> REPEATABLE = Set.of(KpiParser.TARGET, KpiParser.LEADING, KpiParser.COINCIDENT,
            KpiParser.DRIVES, KpiParser.BENCHMARK, KpiParser.OBJECTIVE, KpiParser.EXAMPLE);
    /** Properties that are complete as they are. */
    private static final Set<Integer> COMPLETE = Set.of(KpiParser.KEY, KpiParser.LAGGING, KpiParser.STRATEGIC, KpiParser.OPERATIONAL,
            KpiParser.QUANTITATIVE, KpiParser.QUALITATIVE);
    /** Of these one may be said. */
    private static final List<Set<Integer>> ALTERNATIVES = List.of(
            Set.of(KpiParser.STRATEGIC, KpiParser.OPERATIONAL), Set.of(KpiParser.QUANTITATIVE, KpiParser.QUALITATIVE));
    /** After these comes a value or a name, whatever word it is. */
    private static final Set<Integer> DEMANDING = Set.of(KpiParser.PLUS, KpiParser.MINUS, KpiParser.TIMES,
            KpiParser.DIVIDED, KpiParser.POWER, KpiParser.EQUAL, KpiParser.NOT_EQUAL, KpiParser.LESS, KpiParser.AT_MOST,
            KpiParser.GREATER, KpiParser.AT_LEAST, KpiParser.OPEN, KpiParser.COMMA, KpiParser.AND, KpiParser.OR,
            KpiParser.NOT, KpiParser.IF, KpiParser.THEN, KpiParser.ELSE, KpiParser.BY, KpiParser.WITH, KpiParser.FROM, KpiParser.OF);

    /** What can be said of an objective; of key results there are several. */
    private static final Set<Integer> OF_OBJECTIVES = Set.of(KpiParser.KEY, KpiParser.OWNER, KpiParser.DEPARTMENT,
            KpiParser.AUDIENCE, KpiParser.DEFINED, KpiParser.APPROVED, KpiParser.WEIGHT, KpiParser.PRIORITY,
            KpiParser.HORIZON, KpiParser.REVIEW, KpiParser.DESCRIPTION, KpiParser.TAGS);

    private static final Set<Integer> STARTS = Reading.first(KpiParser.RULE_property, 0).stream()
            .flatMap(reading -> reading.types().toSet().stream()).collect(Collectors.toUnmodifiableSet());

    private final Context context;
    private final Cursor cursor;
    private Set<Integer> given = Set.of();
    private boolean known;

    GivenProperties(Context context, Cursor cursor) {
        this.context = context;
        this.cursor = cursor;
    }

    /** The words that a property begins with, of which the first is given. */
    String words(int type, String word) {
        return switch (type) {
            case KpiParser.DEFINED, KpiParser.APPROVED -> word + " by";
            case KpiParser.KEY -> isOfObjective() ? word + " result" : word;
            default -> word;
        };
    }

    private boolean isOfObjective() {
        return new Statement(context).type() == KpiParser.OBJECTIVE;
    }

    /** Whether a property may still be said. */
    boolean allows(int type) {
        if (isOfObjective() && (type == KpiParser.KEY || !OF_OBJECTIVES.contains(type))) {
            return type == KpiParser.KEY && context.type(1) != KpiParser.KEY;
        } else if (isOfObjective() && context.type(1) == KpiParser.KEY) {
            return false;
        }
        if (!known) {
            given = new HashSet<>(context.begun(KpiParser.RULE_property, Math.max(0, context.opener())));
            addBehind();
            known = true;
        }
        boolean alternative = ALTERNATIVES.stream()
                .anyMatch(some -> some.contains(type) && some.stream().anyMatch(given::contains));
        return REPEATABLE.contains(type) || !given.contains(type) && !alternative;
    }

    /** Behind the cursor the text is not read by the grammar, since it need not go on where it was left off. */
    private void addBehind() {
        List<Token> tokens = Cursor.words(cursor.rest());
        int braces = 1;
        for (int i = 0; i < tokens.size() && braces > 0 && !StatementStart.isAt(tokens, i, braces); i++) {
            Token token = tokens.get(i);
            braces += StatementStart.change(token);
            if (braces == 1 && STARTS.contains(token.getType())
                    && (i == 0 || endsProperty(tokens.get(i - 1).getType()))) {
                given.add(token.getType());
            }
        }
    }

    private boolean endsProperty(int before) {
        return !DEMANDING.contains(before) && (!STARTS.contains(before) || COMPLETE.contains(before));
    }
}
