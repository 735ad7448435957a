package org.kpilang.facts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

    private final String input;
    private final Grain grain;
    private final GrowingCells cells;
    private final @Nullable GrowingTexts identityCodes;
    private final boolean identified;

    private int firstPeriod = Integer.MAX_VALUE;
    private int lastPeriod = Integer.MIN_VALUE;
    /** The period of the first page. */
    private int origin;
    private double[][] pages = new double[0][];
    private int[][][] identityPages = new int[0][][];
    private int[] facts = new int[16];
    private int[] firstFacts = new int[16];
    private int[] lastFacts = new int[16];
    private final Addends addends = new Addends();
    /** How many identities there are, where their texts are not known. */
    private int known;
    private final TouchedCells touched = new TouchedCells();

    /**
     * @param identityCodes numbers the identities; null if there are none or their texts are not known
     */
    GrowingInput(String input, Grain grain, GrowingCells cells, boolean identified,
            @Nullable GrowingTexts identityCodes) {
        this.input = input;
        this.grain = grain;
        this.cells = cells;
        this.identified = identified;
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
        return identified;
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

    /** How many periods of a cell have a fact. */
    int facts(int cell) {
        return facts[cell];
    }

    /** The period of the first fact of a cell, or the largest number if it has none. */
    public int firstFact(int cell) {
        return cell < firstFacts.length ? firstFacts[cell] : NEVER;
    }

    /** The period of the last fact of a cell; of no meaning if it has none. */
    public int lastFact(int cell) {
        return lastFacts[cell];
    }

    /** The fact of a cell in a period; NaN if there is none. An identity counts as 1. */
    public double value(int cell, int period) {
        if (identified) {
            return identities(cell, period).length > 0 ? 1 : Double.NaN;
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

    /** The identities of a cell in a period, sorted. The array is not to be changed. */
    public int[] identities(int cell, int period) {
        long index = (long) period - origin;
        int[][] page = index < 0 || index >= identityPages.length ? null : identityPages[(int) index];
        int[] found = page == null || cell >= page.length ? null : page[cell];
        return found == null ? NO_IDENTITY : found;
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
        addends.forget(cell, period);
        put(cell, period, value);
    }

    /** Sets all facts of an input of numbers. */
    void setAll(InputFacts from, int[] cellOf) {
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
                    row = touched.in(period, cells.size());
                }
                boolean was = !Double.isNaN(page[cell]);
                page[cell] = from.value(fact);
                row.set(cell);
                if (!was) {
                    count(cell, period, true);
                }
                addends.forget(cell, period);
            }
        }
    }

    void add(int cell, int period, double value) {
        double before = value(cell, period);
        put(cell, period, Double.isNaN(before) ? value : addends.add(cell, period, before, value));
    }

    void remove(int cell, int period) {
        addends.forget(cell, period);
        if (identified) {
            putIdentities(cell, period, NO_IDENTITY);
        } else {
            put(cell, period, Double.NaN);
        }
    }

    void addIdentity(int cell, int period, int identity) {
        int[] before = identities(cell, period);
        int place = Arrays.binarySearch(before, identity);
        if (place < 0) {
            int[] after = new int[before.length + 1];
            System.arraycopy(before, 0, after, 0, -place - 1);
            after[-place - 1] = identity;
            System.arraycopy(before, -place - 1, after, -place, before.length + place + 1);
            putIdentities(cell, period, after);
        }
    }

    void removeIdentity(int cell, int period, int identity) {
        int[] before = identities(cell, period);
        if (Arrays.binarySearch(before, identity) >= 0) {
            putIdentities(cell, period, Arrays.stream(before).filter(each -> each != identity).toArray());
        }
    }

    @Nullable GrowingTexts identityCodes() {
        return identityCodes;
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

    private void putIdentities(int cell, int period, int[] identities) {
        boolean was = identities(cell, period).length > 0;
        if (!was && identities.length == 0) {
            return;
        }
        int index = index(period, identityPages.length);
        if (index < 0 || index >= identityPages.length) {
            identityPages = grown(identityPages, index);
            index = period - origin;
        }
        int[][] page = identityPages[index];
        if (page == null || cell >= page.length) {
            page = page == null ? new int[capacity(cell)][] : Arrays.copyOf(page, capacity(cell));
            identityPages[index] = page;
        }
        page[cell] = identities.length == 0 ? null : identities;
        note(cell, period, was, identities.length > 0);
    }

    /** The index of the page of a period; the first period that is asked for becomes the origin. */
    private int index(int period, int length) {
        if (length == 0) {
            origin = period;
        }
        return period - origin;
    }

    /** More pages, twice as many at least, so that many new periods cost no more than a copy of each reference. */
    private <P> P[] grown(P[] old, int index) {
        int before = index < 0 ? Math.max(-index, old.length) : 0;
        int after = index < 0 ? old.length : Math.max(index + 1, old.length * 2);
        P[] more = Arrays.copyOf(old, before + after);
        if (before > 0) {
            System.arraycopy(old, 0, more, before, old.length);
            Arrays.fill(more, 0, before, null);
            origin -= before;
        }
        return more;
    }

    private int capacity(int cell) {
        return Math.max(cells.size(), cell + 1);
    }

    private void note(int cell, int period, boolean was, boolean is) {
        touched.in(period, cells.size()).set(cell);
        makeRoom(cell);
        if (was != is) {
            count(cell, period, is);
        }
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
            touched.firstFactWas(cell, before);
        }
    }

    /** The same facts over a copy of the cells. */
    GrowingInput copy(GrowingCells others) {
        GrowingInput copy = new GrowingInput(input, grain, others, identified,
                identityCodes == null ? null : identityCodes.copy());
        copy.firstPeriod = firstPeriod;
        copy.lastPeriod = lastPeriod;
        copy.origin = origin;
        copy.pages = pages.clone();
        for (int i = 0; i < pages.length; i++) {
            copy.pages[i] = pages[i] == null ? null : pages[i].clone();
        }
        copy.identityPages = identityPages.clone();
        for (int i = 0; i < identityPages.length; i++) {
            copy.identityPages[i] = identityPages[i] == null ? null : identityPages[i].clone();
        }
        copy.facts = facts.clone();
        copy.firstFacts = firstFacts.clone();
        copy.lastFacts = lastFacts.clone();
        copy.addends.addAll(addends);
        copy.known = known;
        copy.touched.take(lastPeriod);
        return copy;
    }

    /** Takes over the facts of an input. */
    void load(InputFacts from, int[] cellOf) {
        extend(from.firstPeriod(), from.lastPeriod());
        known = from.identities();
        for (int i = 0; i < from.cells(); i++) {
            for (int fact = from.start(i); fact < from.end(i); fact++) {
                if (identified) {
                    addIdentity(cellOf[i], from.period(fact), from.identity(fact));
                } else {
                    put(cellOf[i], from.period(fact), from.value(fact));
                }
            }
        }
    }
}
