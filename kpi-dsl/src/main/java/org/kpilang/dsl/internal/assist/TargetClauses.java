package org.kpilang.dsl.internal.assist;

import java.util.List;
import java.util.Set;
import org.kpilang.dsl.internal.antlr.KpiParser;

/** Which clauses may still follow a target: a change is reached during a period, a level by one and from somewhere. */
final class TargetClauses {

    private TargetClauses() {}

    static boolean allow(int clause, Context context) {
        List<Context.Read> read = context.read();
        int target = read.size() - 1;
        while (target >= 0 && !(read.get(target).rule() == KpiParser.RULE_property && read.get(target).first())) {
            target--;
        }
        if (target < 0 || target + 1 >= read.size()) {
            return true;
        }
        Set<Integer> said = context.begun(KpiParser.RULE_targetClause, target);
        int sign = read.get(target + 1).type();
        boolean directed = sign == KpiParser.HIGHER || sign == KpiParser.LOWER;
        boolean path = said.contains(KpiParser.BY) || said.contains(KpiParser.FROM);
        return !said.contains(clause) && switch (clause) {
            case KpiParser.DURING -> (sign == KpiParser.PLUS || sign == KpiParser.MINUS) && !path;
            case KpiParser.BY -> sign != KpiParser.PLUS && !said.contains(KpiParser.DURING);
            case KpiParser.FROM -> sign != KpiParser.PLUS && !said.contains(KpiParser.DURING)
                    && !said.contains(KpiParser.EVERY);
            case KpiParser.EVERY -> !directed && !said.contains(KpiParser.DURING) && !said.contains(KpiParser.FROM)
                    && !said.contains(KpiParser.IN) && !said.contains(KpiParser.SPREAD);
            case KpiParser.IN -> !directed && !said.contains(KpiParser.EVERY) && !said.contains(KpiParser.SPREAD);
            case KpiParser.SPREAD -> !directed && !said.contains(KpiParser.EVERY) && !said.contains(KpiParser.IN)
                    && (said.contains(KpiParser.BY) || said.contains(KpiParser.DURING));
            default -> true;
        };
    }
}
