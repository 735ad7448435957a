package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.kpilang.report.internal.SvgPicture;

/**
 * What a KPI is driven by, from the company's figure to the ones of daily work: boxes from left to right, each with its
 * value and its change. Everything is given as text. Immutable and thread-safe.
 */
public final class DriverTreeChart extends DrawnChart {

    /** Deeper trees are refused: nobody reads them, and drawing them is recursive. */
    private static final int DEEPEST = 32;
    private static final double BOX = 186;
    private static final double GAP = 44;
    private static final double HEIGHT = 46;
    private static final double ROW = 58;
    private static final int LONGEST_NAME = 24;
    /** A value has at least so many characters, whatever is beside it. */
    private static final int SHORTEST = 6;

    private final String title;
    private final Node root;
    private final int depth;

    /**
     * A box.
     *
     * @param name     what it is
     * @param value    its value as text
     * @param change   its change or its contribution as text; empty if none is shown
     * @param tone     what that means
     * @param children what drives it, the most important first
     */
    public record Node(String name, String value, String change, Tone tone, List<Node> children) {

        public Node {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(value, "value is null");
            Objects.requireNonNull(change, "change is null");
            Objects.requireNonNull(tone, "tone is null");
            children = List.copyOf(children);
        }

        private String text() {
            return name + ": " + value + (change.isEmpty() ? "" : ", " + change);
        }
    }

    private DriverTreeChart(String title, Node root) {
        this.title = Objects.requireNonNull(title, "title is null");
        this.root = Objects.requireNonNull(root, "root is null");
        this.depth = depth(List.of(root));
    }

    /**
     * The picture of a tree.
     *
     * @throws IllegalArgumentException if it is more than 32 levels deep
     */
    public static DriverTreeChart of(String title, Node root) {
        return new DriverTreeChart(title, root);
    }

    private static int depth(List<Node> level) {
        List<Node> nodes = level;
        for (int depth = 0; depth <= DEEPEST; depth++) {
            if (nodes.isEmpty()) {
                return depth;
            }
            nodes = nodes.stream().flatMap(node -> node.children().stream()).toList();
        }
        throw new IllegalArgumentException("a tree of more than " + DEEPEST + " levels");
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        return root.text() + (root.children().isEmpty() ? "." : "; driven by " + String.join("; ",
                root.children().stream().map(Node::text).toList()) + ".");
    }

    @Override
    public Block alternative() {
        return new Block.Bullets(List.of(item(root)));
    }

    private static Block.Bullets.Item item(Node node) {
        Phrase text = Phrase.name(node.name()).and(": ").and(new Phrase.Strong(node.value()))
                .and(node.change().isEmpty() ? Phrase.EMPTY : Phrase.of(", " + node.change()));
        return new Block.Bullets.Item(text, node.children().stream().map(DriverTreeChart::item).toList());
    }

    /** A line for each box, with what drives it below and to the right. */
    @Override
    public void write(Appendable out) throws IOException {
        out.append(Terminal.safe(title)).append('\n').append("  ").append(Terminal.safe(root.text())).append('\n');
        write(root, "  ", out);
    }

    private static void write(Node node, String before, Appendable out) throws IOException {
        for (int i = 0; i < node.children().size(); i++) {
            Node child = node.children().get(i);
            boolean last = i == node.children().size() - 1;
            out.append(before).append(last ? "└─ " : "├─ ").append(Terminal.safe(child.text())).append('\n');
            write(child, before + (last ? "   " : "│  "), out);
        }
    }

    @Override
    SvgPicture picture() {
        double width = depth * BOX + (depth - 1) * GAP + 4;
        SvgPicture picture = new SvgPicture("tree", title, description(), Math.max(width, 4 * BOX),
                leaves(root) * ROW - (ROW - HEIGHT) + 4);
        draw(picture, root, 2, 2);
        return picture;
    }

    private static int leaves(Node node) {
        return node.children().isEmpty() ? 1 : node.children().stream().mapToInt(DriverTreeChart::leaves).sum();
    }

    /** Draws a box with all that is to its right, and says where its middle is. */
    private static double draw(SvgPicture picture, Node node, double x, double top) {
        double y = top;
        double first = Double.NaN;
        double last = top + HEIGHT / 2;
        StringBuilder lines = new StringBuilder();
        for (Node child : node.children()) {
            last = draw(picture, child, x + BOX + GAP, y);
            first = Double.isNaN(first) ? last : first;
            y += leaves(child) * ROW;
            SvgPicture.point('M', x + BOX + GAP / 2, last, lines);
            SvgPicture.point('L', x + BOX + GAP, last, lines);
        }
        double middle = Double.isNaN(first) ? last : (first + last) / 2;
        if (!node.children().isEmpty()) {
            SvgPicture.point('M', x + BOX, middle, lines);
            SvgPicture.point('L', x + BOX + GAP / 2, middle, lines);
            SvgPicture.point('M', x + BOX + GAP / 2, first, lines);
            SvgPicture.point('L', x + BOX + GAP / 2, last, lines);
            picture.path("joint", lines);
        }
        picture.box("box " + node.tone().style(), x, middle - HEIGHT / 2, BOX, HEIGHT);
        String shape = node.tone() == Tone.NEUTRAL ? "" : node.tone().shape() + " ";
        picture.text("", SvgPicture.Anchor.START, x + 9, middle - 5, shape + node.name(), LONGEST_NAME);
        int room = LONGEST_NAME - (node.change().isEmpty() ? 0 : node.change().length() + 1);
        picture.text("figure", SvgPicture.Anchor.START, x + 9, middle + 14, node.value(), Math.max(SHORTEST, room));
        if (!node.change().isEmpty()) {
            picture.text("note", SvgPicture.Anchor.END, x + BOX - 9, middle + 14, node.change());
        }
        return middle;
    }
}
