/**
 * KPIs as values: what they are made of, what they mean, and what they come to over time.
 *
 * <p>Where to start: {@link org.kpilang.model.Model} holds checked definitions, {@link org.kpilang.facts.Facts} the
 * data, and {@link org.kpilang.evaluate.Evaluation} asks one about the other. The text form of the definitions is read
 * by the module {@code org.kpilang.dsl}.
 *
 * <p>Where things go: a new function in {@code function}, a new kind of input in {@code model}
 * ({@link org.kpilang.model.InputKind}), a new statistic in {@code aggregate}, a new calendar in {@code time}, a new
 * output in {@code report}. Packages depend on each other in one direction only, in the order of the exports below.
 *
 * <p>Everything public is immutable and thread-safe unless it says otherwise, and no reference is null unless it is
 * annotated so. The module needs no other at run time than {@code java.base} and {@code org.slf4j}; {@code java.sql} is
 * used where an application reads facts from a database.
 */
@org.jspecify.annotations.NullMarked
module org.kpilang.core {
    requires static org.jspecify;
    requires static java.sql;
    requires org.slf4j;

    exports org.kpilang.source;
    exports org.kpilang.expression;
    exports org.kpilang.unit;
    exports org.kpilang.time;
    exports org.kpilang.aggregate;
    exports org.kpilang.probability;
    exports org.kpilang.series;
    exports org.kpilang.leadlag;
    exports org.kpilang.signal;
    exports org.kpilang.function;
    exports org.kpilang.model;
    exports org.kpilang.facts;
    exports org.kpilang.evaluate;
    exports org.kpilang.explain;
    exports org.kpilang.scorecard;
    exports org.kpilang.report;
}
