package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kpilang.explain.DriverTree;
import org.kpilang.explain.DriverTree.Node;
import org.kpilang.explain.DriverTree.Relation;
import org.kpilang.model.Model;
import org.kpilang.unit.Unit;

/**
 * What a KPI rests on, as an indented tree for people: what everything was and is, and what it adds to the change of
 * the KPI at the top. Changes of percentages are in points. Immutable and thread-safe.
 */
public final class DriverReport implements Report {

    private final DriverTree tree;
    private final ChangeFigures figures;

    private DriverReport(Model model, DriverTree tree) {
        this.tree = Objects.requireNonNull(tree, "tree is null");
        this.figures = new ChangeFigures(Numbers.of(model));
    }

    /** @param model the one that the tree is of, which knows the units */
    public static DriverReport of(Model model, DriverTree tree) {
        return new DriverReport(model, tree);
    }

    @Override
    public void write(Appendable out) throws IOException {
        Rows rows = new Rows();
        rows.add(tree.root(), "", "");
        new Grid(List.of(
                new Column(List.of("Driver"), rows.names, Column.Kind.TEXT),
                new Column(List.of(tree.from().toString()), rows.before, Column.Kind.NUMBER),
                new Column(List.of(tree.to().toString()), rows.after, Column.Kind.NUMBER),
                new Column(List.of("Change"), rows.changes, Column.Kind.NUMBER),
                new Column(List.of("Adds"), rows.adds, Column.Kind.NUMBER)), false).write(out);
    }

    /** The tree line by line. */
    private final class Rows {

        private final List<String> names = new ArrayList<>();
        private final List<String> before = new ArrayList<>();
        private final List<String> after = new ArrayList<>();
        private final List<String> changes = new ArrayList<>();
        private final List<String> adds = new ArrayList<>();

        /**
         * @param branch stands before the name
         * @param indent stands before what is below
         */
        void add(Node node, String branch, String indent) {
            Unit unit = node.unit();
            names.add(branch + Terminal.safe(name(node)));
            before.add(figures.value(node.before(), unit));
            after.add(figures.value(node.after(), unit));
            changes.add(figures.change(node.change(), unit));
            adds.add(node.relation() == Relation.TOP || node.contribution().isEmpty() ? ""
                    : figures.change(node.contribution(), tree.root().unit()));
            for (int i = 0; i < node.children().size(); i++) {
                boolean isLast = i == node.children().size() - 1;
                add(node.children().get(i), indent + (isLast ? "└─ " : "├─ "), indent + (isLast ? "   " : "│  "));
            }
        }
    }

    private static String name(Node node) {
        String text = node.dimension().isEmpty() ? node.title() : node.dimension() + " " + node.title();
        return text + (node.relation() == Relation.DRIVES ? " (drives)" : "") + (node.isCut() ? " …" : "");
    }

    /**
     * The same as one JSON object, with every digit: the periods, and under {@code root} a node that has others in
     * it.
     */
    public Report json() {
        return this::writeJson;
    }

    private void writeJson(Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.begin('{');
        json.next("from").value(JsonWriter.text(tree.from().toString()));
        json.next("to").value(JsonWriter.text(tree.to().toString()));
        node(tree.root(), json.next("root"));
        json.end('}');
        out.append('\n');
    }

    private static void node(Node node, JsonWriter json) throws IOException {
        json.begin('{');
        json.next("id").value(JsonWriter.text(node.id()));
        json.next("title").value(JsonWriter.text(node.title()));
        json.next("relation").value(JsonFigures.word(node.relation()));
        json.next("dimension").value(JsonWriter.text(node.dimension().isEmpty() ? null : node.dimension()));
        json.next("kpi").value(Boolean.toString(node.isKpi()));
        json.next("unit").value(JsonFigures.unit(node.unit()));
        json.next("before").value(JsonFigures.number(node.before()));
        json.next("after").value(JsonFigures.number(node.after()));
        json.next("change").value(JsonFigures.number(node.change()));
        json.next("contribution").value(JsonFigures.number(node.contribution()));
        json.next("cut").value(Boolean.toString(node.isCut()));
        json.next("children").begin('[');
        for (Node child : node.children()) {
            node(child, json.next());
        }
        json.end(']').end('}');
    }

    @Override
    public String toString() {
        return text();
    }
}
