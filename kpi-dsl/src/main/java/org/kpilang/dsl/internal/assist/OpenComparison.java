package org.kpilang.dsl.internal.assist;

import java.util.List;
import java.util.Set;
import org.kpilang.dsl.internal.antlr.KpiParser;

/** Whether a comparison is open, after which another is refused: {@code a < b < c}. */
final class OpenComparison {

    private static final Set<Integer> ENDS = Set.of(KpiParser.AND, KpiParser.OR, KpiParser.NOT, KpiParser.IF,
            KpiParser.THEN, KpiParser.ELSE, KpiParser.COMMA);

    private OpenComparison() {}

    static boolean isIn(Context context) {
        List<Context.Read> read = context.read();
        int depth = 0;
        for (int i = read.size() - 1; i >= 0; i--) {
            Context.Read each = read.get(i);
            switch (each.type()) {
                case KpiParser.CLOSE, KpiParser.CLOSE_SELECTOR, KpiParser.CLOSE_BLOCK -> depth++;
                case KpiParser.OPEN, KpiParser.OPEN_SELECTOR, KpiParser.OPEN_BLOCK -> depth--;
                default -> { }
            }
            if (depth < 0 || depth == 0 && (ENDS.contains(each.type()) || each.rule() == KpiParser.RULE_statement
                    || each.rule() == KpiParser.RULE_property || each.rule() == KpiParser.RULE_targetClause)) {
                return false;
            } else if (depth == 0 && each.rule() == KpiParser.RULE_comparator) {
                return true;
            }
        }
        return false;
    }
}
