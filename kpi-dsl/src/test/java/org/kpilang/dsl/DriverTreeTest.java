package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Slice;
import org.kpilang.explain.DriverQuestion;
import org.kpilang.explain.DriverTree;
import org.kpilang.explain.DriverTree.Node;
import org.kpilang.explain.DriverTree.Relation;
import org.kpilang.facts.CsvText;
import org.kpilang.facts.Facts;
import org.kpilang.facts.TextTable;
import org.kpilang.model.Model;
import org.kpilang.report.DriverReport;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Period;

class DriverTreeTest {

    private static final Period JANUARY = Period.parse("2024-01");
    private static final Period FEBRUARY = Period.parse("2024-02");

    private static final Model MODEL = KpiLanguage.model("""
            currency USD
            unit visit, order
            dimension region
            input revenue, cost : USD flow
            input visits : visit flow
            input orders : order flow
            input answered : percent level
            kpi profit "Profit" = sales - cost { unit USD }
            kpi sales = orders * order_value
            kpi order_value = revenue / orders
            kpi conversion = orders / visits { drives sales }
            kpi answer_rate = answered { drives conversion }
            define ratio(above, below) = (above - below) / above
            kpi margin = ratio(revenue, cost) * 2
            kpi spread = max(revenue - cost over 1 months) + 0 * cost
            kpi steady = avg(profit over 2 months)
            """);

    private static Evaluation question() {
        return Evaluation.of(MODEL, Facts.builder(MODEL).startingAt("2024-01")
                .column("revenue", 200, 300).column("cost", 120, 150).column("orders", 10, 12).column("visits", 100, 100)
                .column("answered", 0.9, 0.95).build());
    }

    private static DriverTree profit() {
        return DriverTree.of(question(), "profit", JANUARY, FEBRUARY);
    }

    private static Node child(Node node, String id) {
        return node.children().stream().filter(child -> child.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void whatTheFormulaHasAddsUpToTheChange() {
        Node profit = profit().root();
        assertThat(profit.relation()).isEqualTo(Relation.TOP);
        assertThat(profit.contribution()).hasValue(70);
        assertThat(profit.children()).extracting(Node::id).containsExactly("sales", "cost");
        assertThat(child(profit, "sales").contribution()).hasValue(100);
        assertThat(child(profit, "cost").contribution()).hasValue(-30);
        Node sales = child(profit, "sales");
        // 10 orders of 20 become 12 of 25: 2 * 22.5 and 5 * 11.
        assertThat(child(sales, "orders").contribution().getAsDouble()).isCloseTo(45, within(1e-12));
        assertThat(child(sales, "order_value").contribution().getAsDouble()).isCloseTo(55, within(1e-12));
        assertThat(child(sales, "order_value").children()).extracting(Node::id).containsExactly("revenue", "orders");
        assertThat(sum(child(sales, "order_value"))).isCloseTo(55, within(1e-12));
    }

    private static double sum(Node node) {
        return node.children().stream().map(Node::contribution).mapToDouble(OptionalDouble::getAsDouble).sum();
    }

    @Test
    void whatIsSaidToDriveIsLinkedWithoutANumber() {
        Node sales = child(profit().root(), "sales");
        assertThat(sales.children()).extracting(Node::id).containsExactly("order_value", "orders", "conversion");
        Node conversion = child(sales, "conversion");
        assertThat(conversion.relation()).isEqualTo(Relation.DRIVES);
        assertThat(conversion.contribution()).isEmpty();
        assertThat(conversion.change().getAsDouble()).isCloseTo(0.02, within(1e-15));
        Node rate = child(conversion, "answer_rate");
        assertThat(rate.relation()).isEqualTo(Relation.DRIVES);
        assertThat(rate.before()).hasValue(0.9);
    }

    @Test
    void aFunctionOfTheModelIsWrittenOut() {
        Node margin = DriverTree.of(question(), "margin", JANUARY, FEBRUARY).root();
        assertThat(margin.children()).extracting(Node::id).containsExactlyInAnyOrder("revenue", "cost");
        assertThat(sum(margin)).isCloseTo(2 * (0.5 - 0.4), within(1e-12));
    }

    @Test
    void aPartThatAsksSeveralNamesStaysWhole() {
        Node spread = DriverTree.of(question(), "spread", JANUARY, FEBRUARY).root();
        Node part = spread.children().get(0);
        assertThat(part.relation()).isEqualTo(Relation.PART);
        assertThat(part.contribution()).hasValue(70);
        assertThat(part.children()).extracting(Node::id).containsExactly("revenue", "cost");
        assertThat(part.children()).allSatisfy(name -> assertThat(name.contribution()).isEmpty());
    }

    @Test
    void aStatisticIsAPartOfItsOwn() {
        Evaluation question = question();
        Node steady = DriverTree.of(question, "steady", JANUARY, FEBRUARY).root();
        // There is no mean of two months in the first.
        assertThat(steady.before()).isEmpty();
        assertThat(steady.contribution()).isEmpty();
        assertThat(steady.children()).extracting(Node::id).containsExactly("profit");
        assertThat(child(steady, "profit").contribution()).isEmpty();
        assertThat(child(steady, "profit").after()).hasValue(150);
    }

    @Test
    void membersAddUpToTheChangeAsWell() throws IOException {
        Facts facts = Facts.builder(MODEL).read(TextTable.of("orders.csv", CsvText.of(new StringReader("""
                month,region,orders,revenue,cost,visits
                2024-01,north,10,100,60,50
                2024-01,south,10,300,80,50
                2024-02,north,20,200,90,60
                2024-02,south,10,350,80,40
                """)))).build();
        Node value = DriverTree.of(Evaluation.of(MODEL, facts), "order_value", JANUARY, FEBRUARY, List.of("region")).root();
        List<Node> members = value.children().stream().filter(node -> node.relation() == Relation.MEMBER).toList();
        assertThat(members).extracting(Node::id).containsExactlyInAnyOrder("north", "south");
        assertThat(members.stream().mapToDouble(member -> member.contribution().orElseThrow()).sum())
                .isCloseTo(550.0 / 30 - 400.0 / 20, within(1e-12));
        assertThat(members.stream().filter(node -> node.id().equals("south")).findFirst().orElseThrow().before())
                .hasValue(30);
    }

    private static Evaluation regions() throws IOException {
        return Evaluation.of(MODEL, Facts.builder(MODEL).read(TextTable.of("orders.csv", CsvText.of(new StringReader("""
                month,region,orders,revenue,cost,visits
                2024-01,north,10,100,60,50
                2024-01,south,10,300,80,50
                2024-02,north,20,200,90,60
                2024-02,south,10,350,80,40
                """)))).build());
    }

    @Test
    void aPartOfTheBusinessHasATreeOfItsOwn() throws IOException {
        DriverTree north = DriverQuestion.of(regions(), "profit").in(Slice.of("region", "north"))
                .between(JANUARY, FEBRUARY);
        assertThat(north.slice()).hasToString("region = north");
        assertThat(north.root().before()).hasValue(40);
        assertThat(north.root().contribution()).hasValue(70);
        assertThat(child(north.root(), "sales").contribution()).hasValue(100);
        assertThat(child(north.root(), "cost").contribution()).hasValue(-30);
        assertThat(sum(child(north.root(), "sales"), Relation.FORMULA)).isCloseTo(100, within(1e-9));
        DriverQuestion question = DriverQuestion.of(regions(), "profit").in(Slice.of("region", "west"));
        assertThatThrownBy(() -> question.between(JANUARY, FEBRUARY))
                .hasMessageContaining("no facts for region = west");
        DriverQuestion twice = DriverQuestion.of(regions(), "profit").in(Slice.of("region", "north"))
                .by(List.of("region"));
        assertThatThrownBy(() -> twice.between(JANUARY, FEBRUARY)).hasMessageContaining("is one member of region");
    }

    /** Sales went from 400 to 550, and all of it adds to profit. */
    @Test
    void membersStandBelowAnyKpi() throws IOException {
        Node profit = DriverQuestion.of(regions(), "profit").by(List.of("region")).below("sales").below("order_value")
                .between(JANUARY, FEBRUARY).root();
        assertThat(profit.contribution()).hasValue(120);
        assertThat(sum(profit, Relation.MEMBER)).isCloseTo(120, within(1e-9));
        Node sales = child(profit, "sales");
        assertThat(sum(sales, Relation.MEMBER)).isCloseTo(150, within(1e-9));
        assertThat(child(sales, "north").contribution().getAsDouble())
                .isGreaterThan(child(sales, "south").contribution().getAsDouble());
        assertThat(child(sales, "north").after()).hasValue(200);
        Node value = child(sales, "order_value");
        assertThat(sum(value, Relation.MEMBER)).as("in the unit of the top")
                .isCloseTo(value.contribution().getAsDouble(), within(1e-9));
        Node topAlone = DriverQuestion.of(regions(), "profit").by(List.of("region")).between(JANUARY, FEBRUARY).root();
        assertThat(child(topAlone, "sales").children()).noneMatch(node -> node.relation() == Relation.MEMBER);
        assertThatThrownBy(() -> DriverQuestion.of(regions(), "profit").below("sale"))
                .hasMessageContaining("no KPI `sale`");
    }

    private static double sum(Node node, Relation relation) {
        return node.children().stream().filter(child -> child.relation() == relation)
                .mapToDouble(child -> child.contribution().orElseThrow()).sum();
    }

    @Test
    void readsAsATree() {
        assertThat(DriverReport.of(MODEL, profit()).text()).isEqualTo("""
                Driver                         2024-01  2024-02    Change     Adds
                ─────────────────────────────  ───────  ───────  ────────  ───────
                Profit                           80.00   150.00    +70.00
                ├─ sales                        200.00   300.00   +100.00  +100.00
                │  ├─ order value                20.00    25.00     +5.00   +55.00
                │  │  ├─ revenue                200.00   300.00   +100.00  +100.83
                │  │  └─ orders                     10       12        +2   -45.83
                │  ├─ orders                        10       12        +2   +45.00
                │  └─ conversion (drives)          0.1     0.12     +0.02
                │     ├─ orders                     10       12        +2
                │     ├─ visits                    100      100         0
                │     └─ answer rate (drives)    90.0%    95.0%  +5.0 pts
                │        └─ answered             90.0%    95.0%  +5.0 pts
                └─ cost                         120.00   150.00    +30.00   -30.00
                """);
    }

    @Test
    void saysWhatCannotBeAsked() {
        assertThatThrownBy(() -> DriverTree.of(question(), "profits", JANUARY, FEBRUARY))
                .isInstanceOf(DiagnosticException.class).hasMessageContaining("no KPI `profits`");
        assertThatThrownBy(() -> DriverTree.of(question(), "profit", FEBRUARY, JANUARY))
                .isInstanceOf(DiagnosticException.class).hasMessageContaining("from a period to a later one");
    }
}
