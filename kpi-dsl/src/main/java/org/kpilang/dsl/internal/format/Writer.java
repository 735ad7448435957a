package org.kpilang.dsl.internal.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.kpilang.dsl.internal.format.Layout.Break;
import org.kpilang.dsl.internal.format.Layout.EmptyLine;
import org.kpilang.dsl.internal.format.Layout.EndRemark;
import org.kpilang.dsl.internal.format.Layout.Group;
import org.kpilang.dsl.internal.format.Layout.Indented;
import org.kpilang.dsl.internal.format.Layout.Remark;
import org.kpilang.dsl.internal.format.Layout.Sequence;
import org.kpilang.dsl.internal.format.Layout.When;
import org.kpilang.dsl.internal.format.Layout.Words;

/**
 * Writes layouts to a page of a width. A group is written on one line if it fits there together with what follows it up
 * to the next place for a line break; else its own lines break and the groups inside it are asked. Sizes are known
 * beforehand, so nothing is tried twice.
 */
final class Writer {

    private final Page page;
    private final int width;

    Writer(Page page, int width) {
        this.page = page;
        this.width = width;
    }

    Page page() {
        return page;
    }

    /** Goes to the line of a statement, and writes the comments above it. */
    void startStatement(Statement statement) {
        page.startLine(0);
        statement.above().forEach(remark -> write(remark, 0));
        if (statement.afterEmptyLine()) {
            page.emptyLine();
        }
    }

    /** Writes with line breaks where they are needed. */
    void write(Layout layout, int indentation) {
        write(new Task(layout, indentation, false, 0));
    }

    /** Writes on one line. */
    void writeFlat(Layout layout, int indentation) {
        write(new Task(layout, indentation, true, 0));
    }

    /** Whether something fits on the rest of the line, and so many columns after it. */
    boolean fits(Layout layout, int indentation, int after) {
        Measure measure = layout.measure();
        int start = measure.leads() ? indentation : page.column(indentation);
        return !measure.forced() && start + measure.width() + after <= width;
    }

    /** Whether something fits on a line of its own. */
    boolean fitsOnLine(Layout layout, int indentation) {
        return !layout.measure().forced() && fits(indentation + layout.measure().width());
    }

    /** Whether a line may be so wide. */
    boolean fits(int columns) {
        return columns <= width;
    }

    /**
     * Something to write.
     *
     * @param flat  whether it is known to fit on the line
     * @param after the columns after it up to the next place where the line may break; for a place that breaks when
     *              needed, the columns that are needed behind it
     */
    private record Task(Layout layout, int indentation, boolean flat, int after) {}

    /** Writes without recursion, since brackets may be nested deeply and the stack be small. */
    private void write(Task first) {
        Deque<Task> tasks = new ArrayDeque<>();
        tasks.push(first);
        while (!tasks.isEmpty()) {
            Task task = tasks.pop();
            if (task.layout instanceof Sequence sequence) {
                pushParts(sequence.parts(), task, tasks);
            } else if (task.layout instanceof Group group) {
                boolean flat = task.flat || fits(group, task.indentation, task.after);
                tasks.push(new Task(group.content(), task.indentation, flat, task.after));
            } else if (task.layout instanceof Indented indented) {
                tasks.push(new Task(indented.content(), task.indentation + indented.columns(), task.flat, task.after));
            } else if (task.layout instanceof Break place) {
                writeBreak(place, task);
            } else {
                writeWords(task);
            }
        }
    }

    private void pushParts(List<Layout> parts, Task whole, Deque<Task> tasks) {
        int after = whole.after;
        int needed = 0;
        for (int i = parts.size() - 1; i >= 0; i--) {
            Layout part = parts.get(i);
            boolean fills = part instanceof Break place && place.when() == When.NEEDED;
            tasks.push(new Task(part, whole.indentation, whole.flat, fills ? needed : after));
            Measure measure = part.measure();
            needed = measure.forced() ? measure.head() : measure.width() + after;
            after = measure.breaks() ? measure.head() : measure.width() + after;
        }
    }

    private void writeBreak(Break place, Task task) {
        boolean breaks = !task.flat && switch (place.when()) {
            case NEVER -> false;
            case NEEDED -> !fits(page.column(task.indentation) + place.blanks() + task.after);
            case WITH_GROUP, ALWAYS -> true;
        };
        if (breaks) {
            page.startLine(task.indentation);
        } else {
            page.blanks(task.flat ? place.blanks() : place.spreadBlanks());
        }
    }

    private void writeWords(Task task) {
        if (task.layout instanceof Words words) {
            page.words(words, task.indentation);
        } else if (task.layout instanceof Remark remark) {
            if (remark.afterEmptyLine()) {
                page.emptyLine();
            }
            page.remark(remark.text(), task.indentation);
        } else if (task.layout instanceof EndRemark remark) {
            page.endRemark(remark.text(), task.indentation);
        } else if (task.layout instanceof EmptyLine && !task.flat) {
            page.emptyLine();
        }
    }
}
