package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * A piece of a document, of which {@link HtmlReport} and {@link MarkdownReport} make what it is in theirs. Immutable.
 */
public sealed interface Block {

    /** Hands this block to the method for its kind. */
    void accept(Visitor visitor) throws IOException;

    /** One method for each kind of block. */
    interface Visitor {

        void part(Part part) throws IOException;

        void paragraph(Paragraph paragraph) throws IOException;

        void bullets(Bullets bullets) throws IOException;

        void points(Points points) throws IOException;

        void table(Table table) throws IOException;

        void picture(Picture picture) throws IOException;

        void tiles(Tiles tiles) throws IOException;

        void details(Details details) throws IOException;
    }

    /**
     * A part with a heading; how high that is follows from what it lies in.
     *
     * @param anchor where links lead to, of letters, digits, {@code -} and {@code _}; empty if none does
     * @param title  the heading
     * @param beside what stands beside the heading and does not belong to it, such as a status
     */
    record Part(String anchor, String title, Phrase beside, List<Block> blocks) implements Block {

        public Part {
            Objects.requireNonNull(anchor, "anchor is null");
            Objects.requireNonNull(title, "title is null");
            Objects.requireNonNull(beside, "beside is null");
            blocks = List.copyOf(blocks);
            if (!anchor.matches("[A-Za-z0-9_-]*")) {
                throw new IllegalArgumentException("not an anchor: " + anchor);
            }
        }

        /** A part that no link leads to. */
        public Part(String title, List<Block> blocks) {
            this("", title, Phrase.EMPTY, blocks);
        }

        @Override
        public void accept(Visitor visitor) throws IOException {
            visitor.part(this);
        }
    }

    /** A paragraph. */
    record Paragraph(Phrase text) implements Block {

        public Paragraph {
            Objects.requireNonNull(text, "text is null");
        }

        @Override
        public void accept(Visitor visitor) throws IOException {
            visitor.paragraph(this);
        }
    }

    /** A list, of which each item may have a list below it. */
    record Bullets(List<Item> items) implements Block {

        /** An item, and those below it. */
        public record Item(Phrase text, List<Item> below) {

            public Item {
                Objects.requireNonNull(text, "text is null");
                below = List.copyOf(below);
            }

            /** An item with nothing below it. */
            public Item(Phrase text) {
                this(text, List.of());
            }
        }

        public Bullets {
            items = List.copyOf(items);
        }

        @Override
        public void accept(Visitor visitor) throws IOException {
            visitor.bullets(this);
        }
    }

    /**
     * Names with what is said of each.
     *
     * @param brief whether all of it is short, so that several stand side by side
     */
    record Points(List<Point> points, boolean brief) implements Block {

        /** A name, and what is said of it, each in a line. */
        public record Point(String name, List<Phrase> lines) {

            public Point {
                Objects.requireNonNull(name, "name is null");
                lines = List.copyOf(lines);
            }

            /** A name with one line. */
            public static Point of(String name, Phrase line) {
                return new Point(name, List.of(line));
            }
        }

        public Points {
            points = List.copyOf(points);
        }

        @Override
        public void accept(Visitor visitor) throws IOException {
            visitor.points(this);
        }
    }

    /**
     * A table. The first cell of a row names it.
     *
     * @param caption what the table shows
     */
    record Table(String caption, List<Heading> columns, List<List<Phrase>> rows) implements Block {

        /**
         * The head of a column.
         *
         * @param number whether there are numbers below, which stand to the right
         */
        public record Heading(Phrase text, boolean number) {

            public Heading {
                Objects.requireNonNull(text, "text is null");
            }

            /** A column of texts. */
            public static Heading of(String words) {
                return new Heading(Phrase.of(words), false);
            }

            /** A column of numbers. */
            public static Heading number(String words) {
                return new Heading(Phrase.of(words), true);
            }
        }

        public Table {
            Objects.requireNonNull(caption, "caption is null");
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Phrase> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("a row of " + row.size() + " cells under " + columns.size()
                            + " columns");
                }
            }
        }

        @Override
        public void accept(Visitor visitor) throws IOException {
            visitor.table(this);
        }
    }

    /** A chart, with the same figures as a table or a list for those who do not see it. */
    record Picture(Chart chart) implements Block {

        public Picture {
            Objects.requireNonNull(chart, "chart is null");
        }

        @Override
        public void accept(Visitor visitor) throws IOException {
            visitor.picture(this);
        }
    }

    /** Figures side by side, each of which is a headline. */
    record Tiles(List<Tile> tiles) implements Block {

        /**
         * A figure.
         *
         * @param name  what it is, which may lead to a part of the document
         * @param value the figure, large
         * @param unit  what it is in; empty if that stands in the figure
         * @param lines what there is to say about it
         */
        public record Tile(Phrase name, String value, String unit, StatusPill status, List<Phrase> lines,
                Sparkline sparkline) {

            public Tile {
                Objects.requireNonNull(name, "name is null");
                Objects.requireNonNull(value, "value is null");
                Objects.requireNonNull(unit, "unit is null");
                Objects.requireNonNull(status, "status is null");
                lines = List.copyOf(lines);
                Objects.requireNonNull(sparkline, "sparkline is null");
            }
        }

        public Tiles {
            tiles = List.copyOf(tiles);
        }

        @Override
        public void accept(Visitor visitor) throws IOException {
            visitor.tiles(this);
        }
    }

    /** What is shown when it is asked for, and always in print. */
    record Details(String summary, List<Block> blocks) implements Block {

        public Details {
            Objects.requireNonNull(summary, "summary is null");
            blocks = List.copyOf(blocks);
        }

        @Override
        public void accept(Visitor visitor) throws IOException {
            visitor.details(this);
        }
    }
}
