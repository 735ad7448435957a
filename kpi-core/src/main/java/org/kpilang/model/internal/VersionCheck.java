package org.kpilang.model.internal;

import java.time.LocalDate;
import java.util.List;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.KpiVersion;
import org.kpilang.source.DiagnosticCode;

/** No two versions of a KPI hold on the same day. There may be days on which none does. */
final class VersionCheck implements Check {

    private final Draft draft;
    private final Findings findings;

    VersionCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (String id : draft.symbols().kpis()) {
            List<KpiVersion> versions = Versions.of(id, draft);
            KpiVersion longest = versions.get(0);
            for (KpiVersion next : versions.subList(1, versions.size())) {
                if (!next.firstDay().isAfter(longest.lastDay())) {
                    overlap(id, longest, next);
                }
                longest = next.lastDay().isAfter(longest.lastDay()) ? next : longest;
            }
        }
    }

    private void overlap(String id, KpiVersion earlier, KpiVersion later) {
        List<KpiDefinition> written = draft.symbols().versions(id);
        boolean inOrder = written.indexOf(earlier.definition()) < written.indexOf(later.definition());
        KpiDefinition first = (inOrder ? earlier : later).definition();
        KpiDefinition second = (inOrder ? later : earlier).definition();
        LocalDate end = earlier.lastDay().isBefore(later.lastDay()) ? earlier.lastDay() : later.lastDay();
        findings.error(DiagnosticCode.DUPLICATE_NAME, second.origin(),
                "`" + id + "` has two definitions " + time(later.firstDay(), end)
                        + (first.origin().isKnown() ? "; the other is at " + first.origin().describe() : ""),
                hint(later));
    }

    private static String time(LocalDate from, LocalDate to) {
        if (from.equals(LocalDate.MIN)) {
            return to.equals(LocalDate.MAX) ? "at all times" : "up to " + to;
        }
        if (to.equals(LocalDate.MAX)) {
            return "from " + from + " on";
        }
        return from.equals(to) ? "on " + from : "from " + from + " to " + to;
    }

    private static String hint(KpiVersion later) {
        if (later.since() == null) {
            return "say of one until when it holds, and of the other since when";
        }
        String hint = "let the earlier one end before the other begins";
        try {
            return hint + ": `until " + later.since().plus(-1) + "`";
        } catch (IllegalArgumentException | ArithmeticException e) {
            // The calendar begins with that period.
            return hint;
        }
    }
}
