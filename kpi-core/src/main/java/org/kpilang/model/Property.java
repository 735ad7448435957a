package org.kpilang.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.SliceCondition;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/**
 * Something that is said about a KPI, or an objective, between its braces. Periods are kept as written; the calendar of
 * the model reads them.
 */
public sealed interface Property {

    /** Where it was written. */
    Origin origin();

    /** The word that it begins with. */
    String word();

    /** The unit in which the KPI is shown: {@code unit percent}. */
    record Shown(Unit unit, Origin origin) implements Property {

        @Override
        public String word() {
            return "unit";
        }
    }

    /** The values that there can be: {@code range 0% to 100%}, {@code range at least 0}. */
    record Range(Bounds bounds, Origin origin) implements Property {

        @Override
        public String word() {
            return "range";
        }
    }

    /**
     * Which way is good: {@code better higher}, {@code better between 2 and 4}.
     *
     * @param low  the lower end of the good range; null unless it is a range
     * @param high the upper end of the good range; null unless it is a range
     */
    record Better(Way way, @Nullable Expression low, @Nullable Expression high, Origin origin) implements Property {

        public Better {
            Objects.requireNonNull(way, "way is null");
            if ((way == Way.BETWEEN) != (low != null && high != null)) {
                throw new IllegalArgumentException("a range has two ends");
            }
        }

        @Override
        public String word() {
            return "better";
        }

        /** The ways to be better. */
        public enum Way {
            HIGHER, LOWER, BETWEEN
        }
    }

    /** What is wanted of a KPI; all of these begin with {@code target}. */
    sealed interface Wanted extends Property {

        /** The part of the business that it holds for, or null for all of it. */
        @Nullable SliceCondition slice();

        /** How it is read. */
        TargetTerms terms();

        @Override
        default String word() {
            return "target";
        }
    }

    /**
     * A value to reach: {@code target 42% by 2026-12}, {@code target 10 days by 2026-06 from 14 days at 2026-01}.
     *
     * @param by    the period in which it is due, or null if it holds always
     * @param from  where the path to it starts, or null
     * @param start the period in which the path starts, or null
     */
    record Target(
            Expression value, @Nullable String by, @Nullable Expression from, @Nullable String start,
            @Nullable SliceCondition slice, TargetTerms terms, Origin origin)
            implements Wanted {

        public Target {
            Objects.requireNonNull(terms, "terms is null");
        }

        /** A target of which no more is said. */
        public Target(Expression value, @Nullable String by, @Nullable Expression from, @Nullable String start,
                @Nullable SliceCondition slice, Origin origin) {
            this(value, by, from, start, slice, TargetTerms.NONE, origin);
        }
    }

    /**
     * A change to reach within a period: {@code target +25k USD during 2026}, {@code target -10% during 2026}.
     *
     * @param change what is to be added; negative for a decrease
     */
    record TargetChange(Expression change, String during, @Nullable SliceCondition slice, TargetTerms terms, Origin origin)
            implements Wanted {

        public TargetChange {
            Objects.requireNonNull(terms, "terms is null");
        }

        /** A change of which no more is said. */
        public TargetChange(Expression change, String during, @Nullable SliceCondition slice, Origin origin) {
            this(change, during, slice, TargetTerms.NONE, origin);
        }

        /**
         * How the change is measured: a percentage is one of the value that the change starts from.
         *
         * @param constants gives the value of a constant by its name, and nothing for other names
         */
        public Measure measure(Function<String, Optional<Expression>> constants) {
            return Measure.of(change, constants);
        }
    }

    /**
     * A direction to go, without saying how far: {@code target lower} than the period before, {@code target lower
     * during 2026} than the last period before 2026.
     *
     * @param during the period in which it holds, or null for always
     */
    record TargetDirection(
            Better.Way way, @Nullable String during, @Nullable SliceCondition slice, TargetTerms terms, Origin origin)
            implements Wanted {

        public TargetDirection {
            Objects.requireNonNull(terms, "terms is null");
            if (Objects.requireNonNull(way, "way is null") == Better.Way.BETWEEN) {
                throw new IllegalArgumentException("a direction is higher or lower");
            }
        }

        /** A direction of which no more is said. */
        public TargetDirection(
                Better.Way way, @Nullable String during, @Nullable SliceCondition slice, Origin origin) {
            this(way, during, slice, TargetTerms.NONE, origin);
        }
    }

    /**
     * How values are judged: {@code status green >= 42%, amber >= 38%, red otherwise}. The first band that holds
     * decides.
     *
     * @param otherwise the status when no band holds, or null if there is none
     * @param caution   when a status is said at all
     */
    record Status(List<Band> bands, @Nullable String otherwise, StatusCaution caution, Origin origin) implements Property {

        public Status {
            bands = List.copyOf(bands);
            Objects.requireNonNull(caution, "caution is null");
        }

        /** A status that is said at once. */
        public Status(List<Band> bands, @Nullable String otherwise, Origin origin) {
            this(bands, otherwise, StatusCaution.NONE, origin);
        }

        @Override
        public String word() {
            return "status";
        }
    }

    /**
     * One band of a {@link Status}.
     *
     * @param ofTarget whether the bound is a share of the target: {@code green >= 95% of target}
     */
    record Band(String status, Comparison.Operator operator, Expression bound, boolean ofTarget) {}

    /** The claim that the KPI moves before another: {@code leading churn by 2 quarters}. */
    record Leading(String outcome, int count, PeriodUnit unit, Origin origin) implements Property {

        @Override
        public String word() {
            return "leading";
        }
    }

    /** The claim that the KPI moves together with another: {@code coincident with revenue}. */
    record Coincident(String outcome, Origin origin) implements Property {

        @Override
        public String word() {
            return "coincident";
        }
    }

    /** The claim that the KPI tells of what has happened: {@code lagging}. */
    record Lagging(Origin origin) implements Property {

        @Override
        public String word() {
            return "lagging";
        }
    }

    /** Whether the KPI is about direction or about daily work: {@code strategic}, {@code operational}. */
    record Level(Kind kind, Origin origin) implements Property {

        @Override
        public String word() {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        /** The levels. */
        public enum Kind {
            STRATEGIC, OPERATIONAL
        }
    }

    /**
     * Whether the KPI is counted or judged: {@code quantitative}, {@code qualitative on 1 to 5}.
     *
     * @param low  the low end of the scale; null for a quantitative KPI
     * @param high the high end of the scale; null for a quantitative KPI
     */
    record Nature(boolean qualitative, @Nullable Expression low, @Nullable Expression high, Origin origin)
            implements Property {

        @Override
        public String word() {
            return qualitative ? "qualitative" : "quantitative";
        }
    }

    /** The part of the organisation it is about: {@code scope company}. */
    record Scope(String name, Origin origin) implements Property {

        @Override
        public String word() {
            return "scope";
        }
    }

    /** The KPIs it contributes to: {@code drives revenue}. */
    record Drives(List<String> kpis, Origin origin) implements Property {

        public Drives {
            kpis = List.copyOf(kpis);
        }

        @Override
        public String word() {
            return "drives";
        }
    }

    /** Who answers for it: {@code owner "Finance"}. */
    record Owner(List<String> names, Origin origin) implements Property {

        public Owner {
            names = List.copyOf(names);
        }

        @Override
        public String word() {
            return "owner";
        }
    }

    /** How often it is looked at: {@code review quarterly}, {@code review every 2 weeks}. */
    record Review(int count, PeriodUnit unit, Origin origin) implements Property {

        @Override
        public String word() {
            return "review";
        }
    }

    /** What others reach: {@code benchmark "industry" 2.6}. */
    record Benchmark(@Nullable String label, Expression value, Origin origin) implements Property {

        @Override
        public String word() {
            return "benchmark";
        }
    }

    /** Where it started: {@code baseline 180 at 2024-12}. */
    record Baseline(Expression value, @Nullable String at, Origin origin) implements Property {

        @Override
        public String word() {
            return "baseline";
        }
    }

    /** The first period that this definition holds for: {@code since 2024}. */
    record Since(String period, Origin origin) implements Property {

        @Override
        public String word() {
            return "since";
        }
    }

    /** The last period that this definition holds for: {@code until 2025-06}. */
    record Until(String period, Origin origin) implements Property {

        @Override
        public String word() {
            return "until";
        }
    }

    /** Words to find it by: {@code tags board, quarterly_report}. */
    record Tags(List<String> tags, Origin origin) implements Property {

        public Tags {
            tags = List.copyOf(tags);
        }

        @Override
        public String word() {
            return "tags";
        }
    }

    /** A mistake that is often made with the KPI: {@code trap "Free accounts do not count."}. */
    record Trap(String text, Origin origin) implements Property {

        @Override
        public String word() {
            return "trap";
        }
    }

    /** Where the definition is from: {@code source "IFRS 15"}. */
    record Source(String text, Origin origin) implements Property {

        @Override
        public String word() {
            return "source";
        }
    }

    /** How the KPI is timed in most businesses, which claims nothing of this one: {@code usually leading}. */
    record Usually(Timing timing, Origin origin) implements Property {

        @Override
        public String word() {
            return "usually";
        }

        /** Whether a KPI moves before what it is watched for, with it, or after it. */
        public enum Timing {
            LEADING, COINCIDENT, LAGGING
        }
    }

    /** What it tells, in a sentence: {@code description "Share of revenue left after direct cost."}. */
    record Description(String text, Origin origin) implements Property {

        @Override
        public String word() {
            return "description";
        }
    }

    /** The objective it serves: {@code objective growth}. */
    record Objective(String name, Origin origin) implements Property {

        @Override
        public String word() {
            return "objective";
        }
    }

    /** Whether it is one of the few that matter most: {@code key}. */
    record Key(Origin origin) implements Property {

        @Override
        public String word() {
            return "key";
        }
    }

    /**
     * A value of a KPI that shows whether an objective is reached: {@code key result nps from 30 to 50 by 2026-12}.
     *
     * @param kpi  the KPI
     * @param from where it starts, or null if that is the baseline of the KPI
     * @param to   the value to reach, or null if that is the target of the KPI
     * @param by   the period in which it is due, or null if it holds always
     */
    record KeyResult(
            String kpi, @Nullable Expression from, @Nullable Expression to, @Nullable String by, Origin origin)
            implements Property {

        public KeyResult {
            Objects.requireNonNull(kpi, "kpi is null");
            if (from != null && to == null) {
                throw new IllegalArgumentException("a key result starts somewhere and leads nowhere");
            }
        }

        @Override
        public String word() {
            return "key result";
        }
    }

    /**
     * How much it counts beside others of the same objective: {@code weight 30%}, {@code weight 2}. Only the
     * proportion of weights counts, and what has none weighs 1.
     *
     * @param value above zero
     */
    record Weight(NumberLiteral value, Origin origin) implements Property {

        public Weight {
            if (value.value().signum() == 0 || value.unit() != null) {
                throw new IllegalArgumentException("a weight is a number above zero: " + value);
            }
        }

        @Override
        public String word() {
            return "weight";
        }
    }

    /** Its place in the order of importance, 1 for the first: {@code priority 1}. */
    record Priority(int place, Origin origin) implements Property {

        @Override
        public String word() {
            return "priority";
        }
    }

    /** Who is to read it: {@code audience "CFO", "Board"}. */
    record Audience(List<String> names, Origin origin) implements Property {

        public Audience {
            names = List.copyOf(names);
        }

        @Override
        public String word() {
            return "audience";
        }
    }

    /** The departments that it is about: {@code department "Sales", "Marketing"}. */
    record Department(List<String> names, Origin origin) implements Property {

        public Department {
            names = List.copyOf(names);
        }

        @Override
        public String word() {
            return "department";
        }
    }

    /** Who has said what it is: {@code defined by "Controlling"}. */
    record DefinedBy(List<String> names, Origin origin) implements Property {

        public DefinedBy {
            names = List.copyOf(names);
        }

        @Override
        public String word() {
            return "defined by";
        }
    }

    /** Who has agreed to it: {@code approved by "Management", "Sales"}. */
    record ApprovedBy(List<String> names, Origin origin) implements Property {

        public ApprovedBy {
            names = List.copyOf(names);
        }

        @Override
        public String word() {
            return "approved by";
        }
    }

    /** How far ahead it looks: {@code horizon short}, {@code horizon long}. */
    record Horizon(Length length, Origin origin) implements Property {

        @Override
        public String word() {
            return "horizon";
        }

        /** The lengths: within a year, and beyond it. */
        public enum Length {
            SHORT, LONG
        }
    }

    /**
     * A worked example: {@code example { revenue = 200, cost_of_sales = 120 gives 40% }}. It is about one period, a
     * year of 365 days unless it says which: {@code example during 2016-Q1 { … }}.
     *
     * @param during the period that it is about, or null
     */
    record Example(@Nullable String during, List<Given> given, Expectation expected, Origin origin)
            implements Property {

        public Example {
            given = List.copyOf(given);
            Objects.requireNonNull(expected, "expected is null");
        }

        @Override
        public String word() {
            return "example";
        }
    }

    /**
     * A value that an {@link Example} gives.
     *
     * @param asked an input or a KPI as the formula asks for it: {@code revenue}, {@code revenue[1 year ago]},
     *              {@code opening(customers)}
     */
    record Given(Expression asked, Expression value) {

        public Given {
            Objects.requireNonNull(asked, "asked is null");
            Objects.requireNonNull(value, "value is null");
        }
    }
}
