package org.kpilang.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.source.Suggestion;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * An update whose names, periods and cells were looked up in {@link GrowingFacts}, and which fits them. Nothing is changed
 * before it is carried out. Not thread-safe.
 */
public final class PreparedUpdate {

    private final GrowingFacts growing;
    private final boolean anew;
    private final List<Runnable> changes = new ArrayList<>();
    private final Map<GrowingInput, int[]> lasts = new LinkedHashMap<>();
    private final Map<GrowingInput, BitSet> arriving = new LinkedHashMap<>();
    private boolean needsMore;
    /** The facts and cells that were looked up last; the inputs of a table mostly have the same. */
    private @Nullable InputFacts lookedUp;
    private int[] lookedUpCells = new int[0];

    PreparedUpdate(GrowingFacts growing, boolean anew) {
        this.growing = growing;
        this.anew = anew;
    }

    /** Whether inputs would get their first facts, or facts would reach further back. */
    public boolean needsMore() {
        return needsMore;
    }

    /** The last period that an input will have. */
    public int lastPeriod(GrowingInput input) {
        int[] last = lasts.get(input);
        return last == null ? input.lastPeriod() : Math.max(last[0], input.lastPeriod());
    }

    /** The cells without facts that would get some. */
    public Map<GrowingInput, BitSet> arriving() {
        return arriving;
    }

    private void arrives(GrowingInput input, int cell) {
        if (!input.isThere(cell)) {
            arriving.computeIfAbsent(input, first -> new BitSet()).set(cell);
        }
    }

    /** Changes the facts; must be the first update that is carried out after it was prepared. */
    public void commit() {
        changes.forEach(Runnable::run);
        lasts.forEach((input, last) -> input.extend(input.firstPeriod(), last[0]));
    }

    void add(FactsUpdate.Value entry) {
        boolean removes = entry.kind() == FactsUpdate.Kind.REMOVE;
        GrowingInput input = input(entry.input(), entry.members(), entry.period(), false, !removes, removes);
        int cell = input == null ? -1 : growing.cell(input, entry.members(), !removes);
        if (input == null || cell < 0) {
            return;
        }
        int period = entry.period().ordinal();
        if (!removes) {
            arrives(input, cell);
        }
        switch (entry.kind()) {
            case SET -> changes.add(() -> input.set(cell, period, entry.value()));
            case ADD -> changes.add(() -> input.add(cell, period, entry.value()));
            case REMOVE -> changes.add(() -> input.remove(cell, period));
        }
    }

    void add(FactsUpdate.Identity entry) {
        boolean removes = entry.kind() == FactsUpdate.Kind.REMOVE;
        GrowingInput input = input(entry.input(), entry.members(), entry.period(), true, !removes, false);
        int cell = input == null ? -1 : growing.cell(input, entry.members(), !removes);
        if (input == null || cell < 0) {
            return;
        }
        GrowingTexts codes = codes(input);
        int identity = removes ? codes.find(entry.identity()) : codes.code(entry.identity());
        int period = entry.period().ordinal();
        if (!removes) {
            arrives(input, cell);
        }
        if (identity >= 0) {
            changes.add(removes ? () -> input.removeIdentity(cell, period, identity)
                    : () -> input.addIdentity(cell, period, identity));
        }
    }

    private GrowingTexts codes(GrowingInput input) {
        GrowingTexts codes = input.identityCodes();
        if (codes == null) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the identities of `" + input.input()
                    + "` are known as numbers only, and no more can be told apart",
                    "load its facts with `keepIdentities()`");
        }
        return codes;
    }

    void add(FactsUpdate.Bulk bulk) {
        Facts facts = bulk.facts();
        if (!facts.calendar().equals(growing.calendar())) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the facts are counted in the calendar "
                    + facts.calendar().name() + ", and others in " + growing.calendar().name(), null);
        }
        boolean removes = bulk.kind() == FactsUpdate.Kind.REMOVE;
        for (String name : facts.inputs().stream().sorted().toList()) {
            InputFacts from = facts.of(name).orElseThrow();
            GrowingInput input = known(name, from.grain(), from.dimensions(), from.hasIdentities(), !removes,
                    removes);
            if (input == null) {
                continue;
            }
            if (!removes && !reaches(input, from.firstPeriod(), from.lastPeriod())) {
                continue;
            }
            int[] found = cells(from, facts, input, !removes);
            for (int cell = 0; !removes && cell < found.length; cell++) {
                if (from.start(cell) < from.end(cell)) {
                    arrives(input, found[cell]);
                }
            }
            if (from.hasIdentities() && !removes) {
                addIdentities(bulk.kind(), from, input, found);
            } else {
                changes.add(() -> change(bulk.kind(), from, input, found));
            }
        }
    }

    private int[] cells(InputFacts from, Facts facts, GrowingInput to, boolean make) {
        if (lookedUp == null || !lookedUp.hasCellsOf(from)) {
            lookedUpCells = growing.cellsOf(from, facts, to, make);
            lookedUp = from;
        }
        return lookedUpCells;
    }

    private void change(FactsUpdate.Kind kind, InputFacts from, GrowingInput to, int[] found) {
        if (kind == FactsUpdate.Kind.SET) {
            to.setAll(from, found);
            return;
        }
        for (int cell = 0; cell < found.length; cell++) {
            for (int fact = from.start(cell); found[cell] >= 0 && fact < from.end(cell); fact++) {
                if (kind == FactsUpdate.Kind.ADD) {
                    to.add(found[cell], from.period(fact), from.value(fact));
                } else {
                    to.remove(found[cell], from.period(fact));
                }
            }
        }
    }

    private void addIdentities(FactsUpdate.Kind kind, InputFacts from, GrowingInput to, int[] found) {
        List<String> texts = from.identityTexts();
        if (texts == null) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the identities of `" + from.input()
                    + "` in an update are known as numbers only", "load them with `keepIdentities()`");
        }
        int[] codes = texts.stream().mapToInt(codes(to)::code).toArray();
        changes.add(() -> {
            for (int cell = 0; cell < found.length; cell++) {
                for (int fact = from.start(cell); fact < from.end(cell); fact++) {
                    boolean starts = fact == from.start(cell) || from.period(fact) != from.period(fact - 1);
                    if (kind == FactsUpdate.Kind.SET && starts) {
                        to.remove(found[cell], from.period(fact));
                    }
                    for (int time = 0; time < from.times(fact); time++) {
                        to.addIdentity(found[cell], from.period(fact), codes[from.identity(fact)]);
                    }
                }
            }
        });
    }

    void add(FactsUpdate.Complete entry) {
        if (!entry.last().calendar().equals(growing.calendar())) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the period " + entry.last()
                    + " is of another calendar than " + growing.calendar().name(), null);
        }
        entry.inputs().forEach(this::named);
        Extents reached = new Extents();
        reached.to(entry.last(), entry.inputs().toArray(String[]::new));
        for (GrowingInput input : growing.inputs()) {
            int last = reached.last(input.input(), growing.calendar(), input.grain());
            if (input.isLoaded() && last > lastPeriod(input)) {
                lasts.put(input, new int[] {last});
            }
        }
        changes.add(() -> growing.completeTo(entry.last(), entry.inputs()));
    }

    private void named(String name) {
        if (growing.vocabulary().inputs() != null && !growing.vocabulary().inputs().contains(name)) {
            throw refused(DiagnosticCode.UNKNOWN_NAME, "there is no input `" + name + "` in the model",
                    Suggestion.hint(name, growing.vocabulary().inputs()));
        }
    }

    private @Nullable GrowingInput input(String name, Map<String, String> members, Period period,
            boolean identified, boolean make, boolean either) {
        if (!period.calendar().equals(growing.calendar())) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, "the period " + period
                    + " is of another calendar than " + growing.calendar().name(), null);
        }
        GrowingInput input = known(name, period.grain(), members.keySet().stream().sorted().toList(), identified,
                make, either);
        return input == null || make && !reaches(input, period.ordinal(), period.ordinal()) ? null : input;
    }

    /** The input, if it has facts or may get its first; null if it may not. */
    private @Nullable GrowingInput known(String name, Grain grain, List<String> dimensions, boolean identified,
            boolean make, boolean either) {
        named(name);
        GrowingInput input = growing.of(name).orElse(null);
        if (input == null) {
            needsMore |= make;
            return make && anew ? created(name, grain, dimensions, identified) : null;
        }
        if (input.grain() != grain) {
            throw refused(DiagnosticCode.MIXED_GRAINS, "the facts of `" + name + "` are by " + input.grain()
                    + ", and those of an update by " + grain, null);
        } else if (!input.dimensions().equals(dimensions)) {
            throw refused(DiagnosticCode.MIXED_GRAINS, "the facts of `" + name + "` are split by "
                    + split(input.dimensions()) + ", and those of an update by " + split(dimensions), null);
        } else if (!either && input.hasIdentities() != identified) {
            throw refused(DiagnosticCode.MIXED_FACTS, "the facts of `" + name + "` are "
                    + (identified ? "numbers, and those of an update identities"
                            : "identities, and those of an update numbers"), null);
        }
        return input;
    }

    private GrowingInput created(String name, Grain grain, List<String> dimensions, boolean identified) {
        try {
            dimensions.forEach(growing.vocabulary()::dimension);
            if (identified) {
                growing.vocabulary().counted(name);
            }
        } catch (IllegalArgumentException e) {
            throw refused(DiagnosticCode.REQUEST_NOT_VALID, Objects.requireNonNull(e.getMessage()), null);
        }
        return growing.create(name, grain, dimensions, identified);
    }

    private static String split(List<String> dimensions) {
        return dimensions.isEmpty() ? "nothing" : String.join(" and ", dimensions);
    }

    /** Whether facts of some periods may be taken; notes how far they go. */
    private boolean reaches(GrowingInput input, int first, int last) {
        if (!input.isLoaded() && anew) {
            input.extend(first, last);
        } else if (first < input.firstPeriod()) {
            needsMore = true;
            if (!anew) {
                return false;
            }
            input.extend(first, last);
        }
        int[] known = lasts.get(input);
        if (known == null) {
            lasts.put(input, new int[] {last});
        } else {
            known[0] = Math.max(known[0], last);
        }
        return true;
    }

    private static DiagnosticException refused(DiagnosticCode code, String message, @Nullable String hint) {
        return new DiagnosticException(new Diagnostic(code, message, Origin.NONE, hint));
    }
}
