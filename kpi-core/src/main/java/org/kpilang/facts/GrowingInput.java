package org.kpilang.facts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.time.Grain;

/**
 * The facts of one input that may change: a page for each period with one place for each cell. A new period is a new
 * page and moves nothing. Cells are numbered as they turned up and keep their numbers; all inputs that are split by the
 * same dimensions number them alike. Takes eight bytes for each period and cell. Not thread-safe.
 */
public final class GrowingInput {

    private static final int[] NO_IDENTITY = {};
    private static final double[] NO_EVENT = {};

    private final String input;
    private final Grain grain;
    private final GrowingCells cells;
    private final @Nullable GrowingTexts identityCodes;
    private final @Nullable String numbering;
    private final boolean events;

    private int firstPeriod = Integer.MAX_VALUE;
    private int lastPeriod = Integer.MIN_VALUE;
    private NumberPages pages = new NumberPages();
    private CellLists<int[]> identities = new CellLists<>();
    private CellLists<double[]> values = new CellLists<>();
    private CellSpans spans = new CellSpans();
    private final CellSpans.Known isKnown = (cell, period) -> !Double.isNaN(value(cell, period));
    private final Addends addends = new Addends();
    /** How many identities there are, where their texts are not known. */
    private int known;
    private final TouchedCells touched = new TouchedCells();

    /**
     * @param events        whether facts are the values of events
     * @param numbering     what identities are numbered under, or null if there are none
     * @param identityCodes numbers the identities; null if there are none or their texts are not known
     */
    GrowingInput(String input, Grain grain, GrowingCells cells, boolean events, @Nullable String numbering,
            @Nullable GrowingTexts identityCodes) {
        this.input = input;
        this.grain = grain;
        this.cells = cells;
        this.events = events;
        this.numbering = numbering;
        this.identityCodes = identityCodes;
    }

    /**
     * What was touched since it was last asked.
     *
     * @param lastPeriod the last period of the extent before
     * @param cells      the cells whose facts were touched, by period
     * @param firstFacts the cells whose first fact is another now, with the period of the one before, or the largest
     *                   number if there was none
     */
    public record Touched(int lastPeriod, SortedMap<Integer, BitSet> cells, Map<Integer, Integer> firstFacts) {

        Touched(int lastPeriod) {
            this(lastPeriod, new TreeMap<>(), new HashMap<>());
        }
    }

    public String input() {
        return input;
    }

    public Grain grain() {
        return grain;
    }

    /** The dimensions by which the facts are split, sorted. */
    public List<String> dimensions() {
        return cells.dimensions();
    }

    /** The ordinal of the first period of the extent. */
    public int firstPeriod() {
        return firstPeriod;
    }

    /** The ordinal of the last period of the extent. */
    public int lastPeriod() {
        return lastPeriod;
    }

    /** Whether anything was loaded. */
    public boolean isLoaded() {
        return firstPeriod <= lastPeriod;
    }

    public boolean hasIdentities() {
        return numbering != null;
    }

    /** Whether facts are the values of events, of which a cell and period may have several. */
    public boolean hasEvents() {
        return events;
    }

    /** Whether the same number is the same identity in these facts and in others. */
    public boolean isNumberedLike(GrowingInput other) {
        return numbering != null && numbering.equals(other.numbering) && identityCodes == other.identityCodes;
    }

    /** The number of cells of these dimensions; some of them may have no fact of this input. */
    public int cells() {
        return cells.size();
    }

    /** The code of a cell's member; see {@link GrowingFacts#members}. */
    public int member(int cell, int dimension) {
        return cells.code(cell, dimension);
    }

    /** Whether a cell is there: it has a fact, or facts are not split. */
    public boolean isThere(int cell) {
        return dimensions().isEmpty() ? cell == 0 && isLoaded() : spans.hasFacts(cell);
    }

    /** The period of the first fact of a cell, or the largest number if it has none. */
    public int firstFact(int cell) {
        return spans.first(cell);
    }

    /** The period of the last fact of a cell; of no meaning if it has none. */
    public int lastFact(int cell) {
        return spans.last(cell);
    }

    /** The fact of a cell in a period; NaN if there is none. Identities and events count as 1. */
    public double value(int cell, int period) {
        if (events || numbering != null) {
            return identities.get(cell, period) != null || values.get(cell, period) != null ? 1 : Double.NaN;
        }
        double[] page = page(period);
        return cell < page.length ? page[cell] : Double.NaN;
    }

    /**
     * The facts of a period by cell, NaN where there is none; cells beyond the end have none. The array is not to be
     * changed, and holds until the next update.
     */
    public double[] page(int period) {
        return pages.page(period);
    }

    /**
     * The identities of a cell in a period, sorted, each as often as it turned up. The array is not to be changed.
     */
    public int[] identities(int cell, int period) {
        int[] found = identities.get(cell, period);
        return found == null ? NO_IDENTITY : found;
    }

    /** The values of the events of a cell in a period, sorted. The array is not to be changed. */
    public double[] events(int cell, int period) {
        double[] found = values.get(cell, period);
        return found == null ? NO_EVENT : found;
    }

    /** The number of different identities that ever turned up, or an upper bound of it. */
    public int differentIdentities() {
        return identityCodes == null ? known : identityCodes.size();
    }

    Touched takeTouched() {
        return touched.take(lastPeriod);
    }

    void extend(int first, int last) {
        if (first > last) {
            return;
        }
        firstPeriod = Math.min(firstPeriod, first);
        lastPeriod = Math.max(lastPeriod, last);
    }

    void set(int cell, int period, double value) {
        if (events) {
            putEvents(cell, period, new double[] {value});
            return;
        }
        addends.forget(cell, period);
        put(cell, period, value);
    }

    /** Sets all facts of an input of numbers. */
    void setAll(InputFacts from, int[] cellOf) {
        if (events) {
            setAllEvents(from, cellOf);
            return;
        }
        int period = Integer.MIN_VALUE;
        double[] page = NumberPages.NONE;
        BitSet row = new BitSet();
        // Cells mostly follow each other, and are then noted together.
        int first = 0;
        int next = 0;
        spans.makeRoom(cells.size() - 1, cells.size());
        for (int i = 0; i < cellOf.length; i++) {
            int cell = cellOf[i];
            for (int fact = from.start(i); fact < from.end(i); fact++) {
                if (cell != next || from.period(fact) != period) {
                    row.set(first, next);
                    first = cell;
                }
                next = cell + 1;
                if (from.period(fact) != period) {
                    period = from.period(fact);
                    page = pages.writable(period, cells.size() - 1, cells.size());
                    row = touched.in(period, cells.size());
                }
                boolean was = !Double.isNaN(page[cell]);
                page[cell] = from.value(fact);
                if (!was) {
                    count(cell, period, true);
                }
                addends.forget(cell, period);
            }
        }
        row.set(first, next);
    }

    private void setAllEvents(InputFacts from, int[] cellOf) {
        for (int i = 0; i < cellOf.length; i++) {
            int after;
            for (int first = from.start(i); first < from.end(i); first = after) {
                after = first + 1;
                while (after < from.end(i) && from.period(after) == from.period(first)) {
                    after++;
                }
                putEvents(cellOf[i], from.period(first),
                        IntStream.range(first, after).mapToDouble(from::value).toArray());
            }
        }
    }

    void add(int cell, int period, double value) {
        if (events) {
            double[] before = events(cell, period);
            double[] after = Arrays.copyOf(before, before.length + 1);
            after[before.length] = value;
            Arrays.sort(after);
            putEvents(cell, period, after);
            return;
        }
        double before = value(cell, period);
        put(cell, period, Double.isNaN(before) ? value : addends.add(cell, period, before, value));
    }

    void remove(int cell, int period) {
        addends.forget(cell, period);
        if (events) {
            putEvents(cell, period, NO_EVENT);
        } else if (numbering != null) {
            putIdentities(cell, period, NO_IDENTITY);
        } else {
            put(cell, period, Double.NaN);
        }
    }

    /** Notes that an identity turned up once more. */
    void addIdentity(int cell, int period, int identity) {
        int[] before = identities(cell, period);
        int found = Arrays.binarySearch(before, identity);
        int place = found < 0 ? -found - 1 : found;
        int[] after = new int[before.length + 1];
        System.arraycopy(before, 0, after, 0, place);
        after[place] = identity;
        System.arraycopy(before, place, after, place + 1, before.length - place);
        putIdentities(cell, period, after);
    }

    /** Takes an identity away, however often it turned up. */
    void removeIdentity(int cell, int period, int identity) {
        int[] before = identities(cell, period);
        if (Arrays.binarySearch(before, identity) >= 0) {
            putIdentities(cell, period, Arrays.stream(before).filter(each -> each != identity).toArray());
        }
    }

    @Nullable String numbering() {
        return numbering;
    }

    @Nullable GrowingTexts identityCodes() {
        return identityCodes;
    }

    private void put(int cell, int period, double value) {
        boolean was = !Double.isNaN(value(cell, period));
        if (!was && Double.isNaN(value)) {
            return;
        }
        pages.writable(period, cell, cells.size())[cell] = value;
        note(cell, period, was, !Double.isNaN(value));
    }

    private void putIdentities(int cell, int period, int[] list) {
        boolean was = identities(cell, period).length > 0;
        if (was || list.length > 0) {
            identities.put(cell, period, list.length == 0 ? null : list, cells.size());
            note(cell, period, was, list.length > 0);
        }
    }

    private void putEvents(int cell, int period, double[] list) {
        boolean was = events(cell, period).length > 0;
        if (was || list.length > 0) {
            values.put(cell, period, list.length == 0 ? null : list, cells.size());
            note(cell, period, was, list.length > 0);
        }
    }

    private void note(int cell, int period, boolean was, boolean is) {
        touched.in(period, cells.size()).set(cell);
        spans.makeRoom(cell, cells.size());
        if (was != is) {
            count(cell, period, is);
        }
    }

    private void count(int cell, int period, boolean more) {
        int before = spans.count(cell, period, more, isKnown);
        if (before != spans.first(cell)) {
            touched.firstFactWas(cell, before);
        }
    }

    /** The same facts over a copy of the cells, and of the numbers of identities. */
    GrowingInput copy(GrowingCells others, @Nullable GrowingTexts codes) {
        GrowingInput copy = new GrowingInput(input, grain, others, events, numbering, codes);
        copy.firstPeriod = firstPeriod;
        copy.lastPeriod = lastPeriod;
        copy.pages = pages.copy();
        copy.identities = identities.copy();
        copy.values = values.copy();
        copy.spans = spans.copy();
        copy.addends.addAll(addends);
        copy.known = known;
        copy.touched.take(lastPeriod);
        return copy;
    }

    /** Takes over the facts of an input. */
    void load(InputFacts from, int[] cellOf) {
        extend(from.firstPeriod(), from.lastPeriod());
        known = from.identities();
        if (events) {
            setAllEvents(from, cellOf);
            return;
        }
        for (int i = 0; i < from.cells(); i++) {
            for (int fact = from.start(i); fact < from.end(i); fact++) {
                if (numbering != null) {
                    for (int time = 0; time < from.times(fact); time++) {
                        addIdentity(cellOf[i], from.period(fact), from.identity(fact));
                    }
                } else {
                    put(cellOf[i], from.period(fact), from.value(fact));
                }
            }
        }
    }

    /** Adds the identities that turn up. */
    void addIdentitiesTo(BitSet met) {
        for (int period = firstPeriod; hasIdentities() && period <= lastPeriod; period++) {
            for (int cell = 0; cell < cells.size(); cell++) {
                Arrays.stream(identities(cell, period)).forEach(met::set);
            }
        }
    }
}
