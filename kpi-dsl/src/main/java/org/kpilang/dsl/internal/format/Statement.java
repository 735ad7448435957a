package org.kpilang.dsl.internal.format;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.dsl.internal.format.Layout.Remark;

/**
 * A statement, cut into cells, which may stand below those of its neighbours.
 *
 * @param sort           statements of one sort may stand in one table
 * @param above          the comments above it
 * @param afterEmptyLine whether an empty line stands between those and the statement
 * @param head           the cells before the formula; an empty one keeps the place of what other statements have there
 * @param formula        the formula with its equals sign, or empty
 * @param block          what stands between braces, or empty
 */
record Statement(
        Class<?> sort, List<Remark> above, boolean afterEmptyLine, List<Layout> head, Layout formula, Layout block) {

    /** Whether an empty line parts it from the statement before. */
    boolean isApart() {
        return afterEmptyLine || above.stream().anyMatch(Remark::afterEmptyLine);
    }

    List<Layout> cells() {
        List<Layout> cells = new ArrayList<>(head);
        cells.add(formula);
        cells.add(block);
        return cells;
    }

    /** What stands before the block. */
    Layout header() {
        return Layout.joined(Layout.BLANK, cells().subList(0, head.size() + 1));
    }

    /** All of it, for one line. */
    Layout line() {
        return Layout.joined(Layout.BLANK, cells());
    }
}
