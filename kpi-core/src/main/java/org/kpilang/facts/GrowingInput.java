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
import org.kpilang.aggregate.Aggregates;
import org.kpilang.time.Grain;

/**
 * The facts of one input that may change: a page for each period with one place for each cell. A new period is a new
 * page and moves nothing. Cells are numbered as they turned up and keep their numbers; all inputs that are split by the
 * same dimensions number them alike. Takes eight bytes for each period and cell. Not thread-safe.
 */
public final class GrowingInput {

    private static final int NEVER = Integer.MAX_VALUE;
    private static final double[] NO_PAGE = {};
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
    /** The period of the first page. */
    private int origin;
    private double[][] pages = new double[0][];
    private CellLists<int[]> identities = new CellLists<>();
    private CellLists<double[]> values = new CellLists<>();
    private int[] facts = new int[16];
    private int[] firstFacts = new int[16];
    private int[] lastFacts = new int[16];
    /** What the facts were added up from that were added to. */
    private final Map<Long, double[]> addends = new HashMap<>();
    /** How many identities there are, where their texts are not known. */
    private int known;
    /** What was touched in one period, which is mostly the period of the next fact as well. */
    private @Nullable BitSet touchedRow;
    private int touchedPeriod;
    private Touched touched = new Touched(Integer.MIN_VALUE);

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
        Arrays.fill(firstFacts, NEVER);
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
        return dimensions().isEmpty() ? cell == 0 && isLoaded() : cell < facts.length && facts[cell] > 0;
    }

    /** The period of the first fact of a cell, or the largest number if it has none. */
    public int firstFact(int cell) {
        return cell < firstFacts.length ? firstFacts[cell] : NEVER;
    }

    /** The period of the last fact of a cell; of no meaning if it has none. */
    public int lastFact(int cell) {
        return lastFacts[cell];
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
        long index = (long) period - origin;
        double[] page = index < 0 || index >= pages.length ? NO_PAGE : pages[(int) index];
        return page == null ? NO_PAGE : page;
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
        Touched taken = touched;
        touched = new Touched(lastPeriod);
        touchedRow = null;
        return taken;
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
        if (!addends.isEmpty()) {
            addends.remove(key(cell, period));
        }
        put(cell, period, value);
    }

    /** Sets all facts of an input of numbers. */
    void setAll(InputFacts from, int[] cellOf) {
        if (events) {
            setAllEvents(from, cellOf);
            return;
        }
        int period = Integer.MIN_VALUE;
        double[] page = NO_PAGE;
        BitSet row = new BitSet();
        makeRoom(cells.size() - 1);
        for (int i = 0; i < cellOf.length; i++) {
            int cell = cellOf[i];
            for (int fact = from.start(i); fact < from.end(i); fact++) {
                if (from.period(fact) != period) {
                    period = from.period(fact);
                    page = writable(period, cells.size() - 1);
                    row = touchedIn(period);
                }
                boolean was = !Double.isNaN(page[cell]);
                page[cell] = from.value(fact);
                row.set(cell);
                if (!was) {
                    count(cell, period, true);
                }
                if (!addends.isEmpty()) {
                    addends.remove(key(cell, period));
                }
            }
        }
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
        if (Double.isNaN(before)) {
            put(cell, period, value);
            return;
        }
        long key = key(cell, period);
        double[] sorted = addends.get(key);
        double[] more = sorted == null ? new double[] {before, value} : Arrays.copyOf(sorted, sorted.length + 1);
        more[more.length - 1] = value;
        Arrays.sort(more);
        addends.put(key, more);
        double[] state = new double[Aggregates.SUM.width()];
        Aggregates.SUM.clear(state, 0);
        for (double addend : more) {
            Aggregates.SUM.add(state, 0, addend, 0);
        }
        put(cell, period, Aggregates.SUM.finish(state, 0));
    }

    void remove(int cell, int period) {
        addends.remove(key(cell, period));
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

    private static long key(int cell, int period) {
        return (long) cell << Integer.SIZE | period & 0xFFFFFFFFL;
    }

    private void put(int cell, int period, double value) {
        boolean was = !Double.isNaN(value(cell, period));
        if (!was && Double.isNaN(value)) {
            return;
        }
        writable(period, cell)[cell] = value;
        note(cell, period, was, !Double.isNaN(value));
    }

    /** The page of a period, with room for a cell. */
    private double[] writable(int period, int cell) {
        int index = index(period, pages.length);
        if (index < 0 || index >= pages.length) {
            pages = grown(pages, index);
            index = period - origin;
        }
        double[] page = pages[index];
        if (page == null || cell >= page.length) {
            int from = page == null ? 0 : page.length;
            page = page == null ? new double[capacity(cell)] : Arrays.copyOf(page, capacity(cell));
            Arrays.fill(page, from, page.length, Double.NaN);
            pages[index] = page;
        }
        return page;
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

    /** The index of the page of a period; the first period that is asked for becomes the origin. */
    private int index(int period, int length) {
        if (length == 0) {
            origin = period;
        }
        return period - origin;
    }

    private double[][] grown(double[][] old, int index) {
        int[] room = CellLists.room(old.length, index);
        double[][] more = new double[room[0] + room[1]][];
        System.arraycopy(old, 0, more, room[0], old.length);
        origin -= room[0];
        return more;
    }

    private int capacity(int cell) {
        return Math.max(cells.size(), cell + 1);
    }

    private void note(int cell, int period, boolean was, boolean is) {
        touchedIn(period).set(cell);
        makeRoom(cell);
        if (was != is) {
            count(cell, period, is);
        }
    }

    private BitSet touchedIn(int period) {
        BitSet row = touchedRow;
        if (row == null || touchedPeriod != period) {
            row = touched.cells.computeIfAbsent(period, first -> new BitSet(cells.size()));
            touchedRow = row;
            touchedPeriod = period;
        }
        return row;
    }

    private void makeRoom(int cell) {
        if (cell >= facts.length) {
            int from = firstFacts.length;
            int size = Math.max(capacity(cell), 2 * from);
            facts = Arrays.copyOf(facts, size);
            lastFacts = Arrays.copyOf(lastFacts, size);
            firstFacts = Arrays.copyOf(firstFacts, size);
            Arrays.fill(firstFacts, from, size, NEVER);
        }
    }

    /** Notes that a cell has a fact more, or one less. */
    private void count(int cell, int period, boolean is) {
        int before = firstFacts[cell];
        facts[cell] += is ? 1 : -1;
        if (is) {
            firstFacts[cell] = Math.min(before, period);
            lastFacts[cell] = before == NEVER ? period : Math.max(lastFacts[cell], period);
        } else if (facts[cell] == 0) {
            firstFacts[cell] = NEVER;
        } else {
            while (Double.isNaN(value(cell, firstFacts[cell]))) {
                firstFacts[cell]++;
            }
            while (Double.isNaN(value(cell, lastFacts[cell]))) {
                lastFacts[cell]--;
            }
        }
        if (before != firstFacts[cell]) {
            touched.firstFacts.putIfAbsent(cell, before);
        }
    }

    /** The same facts over a copy of the cells, and of the numbers of identities. */
    GrowingInput copy(GrowingCells others, @Nullable GrowingTexts codes) {
        GrowingInput copy = new GrowingInput(input, grain, others, events, numbering, codes);
        copy.firstPeriod = firstPeriod;
        copy.lastPeriod = lastPeriod;
        copy.origin = origin;
        copy.pages = pages.clone();
        for (int i = 0; i < pages.length; i++) {
            copy.pages[i] = pages[i] == null ? null : pages[i].clone();
        }
        copy.identities = identities.copy();
        copy.values = values.copy();
        copy.facts = facts.clone();
        copy.firstFacts = firstFacts.clone();
        copy.lastFacts = lastFacts.clone();
        copy.addends.putAll(addends);
        copy.known = known;
        copy.touched = new Touched(lastPeriod);
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

    /**
     * The facts as they are now.
     *
     * @param order   the cells by their members
     * @param members the place of each member among the sorted ones, by dimension and code
     * @param met     the identities that turn up in this input or in one that is numbered together with it
     */
    InputFacts facts(int[] order, List<int[]> members, BitSet met) {
        int width = dimensions().size();
        int[] there = Arrays.stream(order).filter(this::isThere).toArray();
        int[] starts = new int[there.length + 1];
        int[] codes = new int[there.length * width];
        for (int i = 0; i < there.length; i++) {
            for (int d = 0; d < width; d++) {
                codes[i * width + d] = members.get(d)[cells.code(there[i], d)];
            }
        }
        CollectedFacts collected = new CollectedFacts(this, identityCodes == null ? null : identityCodes.ranks(met));
        for (int i = 0; i < there.length; i++) {
            collected.addCell(there[i]);
            starts[i + 1] = collected.size();
        }
        return new InputFacts(input, grain, dimensions(), firstPeriod, lastPeriod, codes, starts, collected.periods(),
                collected.values(identityCodes == null ? null : identityCodes.sorted(met), numbering));
    }
}
