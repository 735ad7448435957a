package org.kpilang.dsl.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpilang.dsl.internal.antlr.KpiBaseVisitor;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.Property;
import org.kpilang.model.StatusCaution;
import org.kpilang.source.DiagnosticCode;

/** Builds what is said about a KPI between its braces. */
final class PropertyBuilder extends KpiBaseVisitor<Property> {

    private final Problems problems;
    private final Literals literals;
    private final ExpressionBuilder expressions;
    private final TargetBuilder targets;
    private final RangeBuilder ranges;
    private final ExampleBuilder examples;

    PropertyBuilder(Problems problems, Literals literals, ExpressionBuilder expressions, SliceBuilder slices) {
        this.problems = problems;
        this.literals = literals;
        this.expressions = expressions;
        this.targets = new TargetBuilder(problems, literals, expressions, slices);
        this.ranges = new RangeBuilder(expressions);
        this.examples = new ExampleBuilder(problems, literals, expressions);
    }

    @Override
    public Property visitShownProperty(KpiParser.ShownPropertyContext context) {
        return new Property.Shown(literals.unit(context.unit()), problems.origin(context));
    }

    @Override
    public Property visitRangeProperty(KpiParser.RangePropertyContext context) {
        return new Property.Range(ranges.visit(context.range()), problems.origin(context));
    }

    @Override
    public Property visitBetterProperty(KpiParser.BetterPropertyContext context) {
        if (context.BETWEEN() != null) {
            return new Property.Better(Property.Better.Way.BETWEEN, expressions.build(context.amount(0)),
                    expressions.build(context.amount(1)), problems.origin(context));
        }
        return new Property.Better(
                context.HIGHER() != null ? Property.Better.Way.HIGHER : Property.Better.Way.LOWER, null, null,
                problems.origin(context));
    }

    @Override
    public Property visitTargetProperty(KpiParser.TargetPropertyContext context) {
        return targets.build(context);
    }

    @Override
    public Property visitStatusProperty(KpiParser.StatusPropertyContext context) {
        List<Property.Band> bands = new ArrayList<>();
        String otherwise = null;
        for (KpiParser.BandContext band : context.band()) {
            if (otherwise != null) {
                problems.add(DiagnosticCode.PROPERTY_NOT_VALID, band, "a band after `otherwise` can never be reached",
                        "put `otherwise` last");
                break;
            } else if (band instanceof KpiParser.BoundedBandContext bounded) {
                bands.add(new Property.Band(literals.name(bounded.name()), Comparators.operator(bounded.comparator()),
                        expressions.build(bounded.operation()), bounded.OF() != null));
            } else if (band instanceof KpiParser.RemainingBandContext remaining) {
                otherwise = literals.name(remaining.name());
            }
        }
        return new Property.Status(bands, otherwise, caution(context), problems.origin(context));
    }

    private StatusCaution caution(KpiParser.StatusPropertyContext context) {
        Set<Class<?>> seen = new HashSet<>();
        Expression margin = null;
        int after = 1;
        StatusCaution.Sample sample = null;
        for (KpiParser.StatusOptionContext option : context.statusOption()) {
            if (!seen.add(option.getClass())) {
                problems.add(DiagnosticCode.DUPLICATE_PROPERTY, option,
                        "`" + option.getStart().getText() + "` is given twice", "keep one of the two");
            } else if (option instanceof KpiParser.MarginOptionContext wanted) {
                margin = expressions.build(wanted.amount());
            } else if (option instanceof KpiParser.AfterOptionContext wanted) {
                after = literals.count(wanted.NUMBER().getSymbol(), 1);
            } else if (option instanceof KpiParser.SampleOptionContext wanted) {
                sample = new StatusCaution.Sample(literals.count(wanted.NUMBER().getSymbol(), 1),
                        new Reference(literals.name(wanted.valueName()), problems.origin(wanted.valueName())));
            }
        }
        return seen.isEmpty() ? StatusCaution.NONE : new StatusCaution(margin, after, sample);
    }

    @Override
    public Property visitLeadingProperty(KpiParser.LeadingPropertyContext context) {
        return new Property.Leading(literals.name(context.valueName()), literals.count(context.NUMBER().getSymbol(), 1),
                literals.timeUnit(context.timeUnit()), problems.origin(context));
    }

    @Override
    public Property visitCoincidentProperty(KpiParser.CoincidentPropertyContext context) {
        return new Property.Coincident(literals.name(context.valueName()), problems.origin(context));
    }

    @Override
    public Property visitLaggingProperty(KpiParser.LaggingPropertyContext context) {
        return new Property.Lagging(problems.origin(context));
    }

    @Override
    public Property visitLevelProperty(KpiParser.LevelPropertyContext context) {
        return new Property.Level(
                context.STRATEGIC() != null ? Property.Level.Kind.STRATEGIC : Property.Level.Kind.OPERATIONAL,
                problems.origin(context));
    }

    @Override
    public Property visitQuantitativeProperty(KpiParser.QuantitativePropertyContext context) {
        return new Property.Nature(false, null, null, problems.origin(context));
    }

    @Override
    public Property visitQualitativeProperty(KpiParser.QualitativePropertyContext context) {
        boolean scaled = context.ON() != null;
        return new Property.Nature(true, scaled ? expressions.build(context.amount(0)) : null,
                scaled ? expressions.build(context.amount(1)) : null, problems.origin(context));
    }

    @Override
    public Property visitScopeProperty(KpiParser.ScopePropertyContext context) {
        return new Property.Scope(literals.name(context.name()), problems.origin(context));
    }

    @Override
    public Property visitDrivesProperty(KpiParser.DrivesPropertyContext context) {
        return new Property.Drives(literals.valueNames(context.valueName()), problems.origin(context));
    }

    @Override
    public Property visitOwnerProperty(KpiParser.OwnerPropertyContext context) {
        return new Property.Owner(literals.texts(context.text()), problems.origin(context));
    }

    @Override
    public Property visitReviewProperty(KpiParser.ReviewPropertyContext context) {
        if (context.cadence() != null) {
            Optional<String> word = new Choice(problems).oneOf(DiagnosticCode.PROPERTY_NOT_VALID, context.cadence(),
                    "a rhythm", Rhythms.words());
            return new Property.Review(1, Rhythms.unit(word.orElse("")), problems.origin(context));
        }
        int count = context.NUMBER() == null ? 1 : literals.count(context.NUMBER().getSymbol(), 1);
        return new Property.Review(count, literals.timeUnit(context.timeUnit()), problems.origin(context));
    }

    @Override
    public Property visitBenchmarkProperty(KpiParser.BenchmarkPropertyContext context) {
        return new Property.Benchmark(literals.textOrNull(context.text()), expressions.build(context.expression()),
                problems.origin(context));
    }

    @Override
    public Property visitBaselineProperty(KpiParser.BaselinePropertyContext context) {
        return new Property.Baseline(expressions.build(context.expression()), literals.periodOrNull(context.period()),
                problems.origin(context));
    }

    @Override
    public Property visitSinceProperty(KpiParser.SincePropertyContext context) {
        return new Property.Since(literals.period(context.period()), problems.origin(context));
    }

    @Override
    public Property visitUntilProperty(KpiParser.UntilPropertyContext context) {
        return new Property.Until(literals.period(context.period()), problems.origin(context));
    }

    @Override
    public Property visitTagsProperty(KpiParser.TagsPropertyContext context) {
        List<String> tags = context.tag().stream()
                .map(tag -> tag.name() != null ? literals.name(tag.name()) : literals.text(tag.text()))
                .toList();
        return new Property.Tags(tags, problems.origin(context));
    }

    @Override
    public Property visitDescriptionProperty(KpiParser.DescriptionPropertyContext context) {
        return new Property.Description(literals.text(context.text()), problems.origin(context));
    }

    @Override
    public Property visitTrapProperty(KpiParser.TrapPropertyContext context) {
        return new Property.Trap(literals.text(context.text()), problems.origin(context));
    }

    @Override
    public Property visitSourceProperty(KpiParser.SourcePropertyContext context) {
        return new Property.Source(literals.text(context.text()), problems.origin(context));
    }

    @Override
    public Property visitUsuallyProperty(KpiParser.UsuallyPropertyContext context) {
        Property.Usually.Timing timing = context.LEADING() != null ? Property.Usually.Timing.LEADING
                : context.LAGGING() != null ? Property.Usually.Timing.LAGGING : Property.Usually.Timing.COINCIDENT;
        return new Property.Usually(timing, problems.origin(context));
    }

    @Override
    public Property visitObjectiveProperty(KpiParser.ObjectivePropertyContext context) {
        return new Property.Objective(literals.name(context.name()), problems.origin(context));
    }

    @Override
    public Property visitKeyProperty(KpiParser.KeyPropertyContext context) {
        return new Property.Key(problems.origin(context));
    }

    @Override
    public Property visitKeyResultProperty(KpiParser.KeyResultPropertyContext context) {
        return new Property.KeyResult(literals.name(context.valueName()),
                context.FROM() == null ? null : expressions.build(context.figure(0)),
                context.TO() == null ? null : expressions.build(context.figure(context.figure().size() - 1)),
                literals.periodOrNull(context.period()), problems.origin(context));
    }

    @Override
    public Property visitWeightProperty(KpiParser.WeightPropertyContext context) {
        return new Property.Weight(literals.weight(context.NUMBER().getSymbol()), problems.origin(context));
    }

    @Override
    public Property visitPriorityProperty(KpiParser.PriorityPropertyContext context) {
        return new Property.Priority(literals.count(context.NUMBER().getSymbol(), 1), problems.origin(context));
    }

    @Override
    public Property visitAudienceProperty(KpiParser.AudiencePropertyContext context) {
        return new Property.Audience(literals.texts(context.text()), problems.origin(context));
    }

    @Override
    public Property visitDepartmentProperty(KpiParser.DepartmentPropertyContext context) {
        return new Property.Department(literals.texts(context.text()), problems.origin(context));
    }

    @Override
    public Property visitDefinedByProperty(KpiParser.DefinedByPropertyContext context) {
        return new Property.DefinedBy(literals.texts(context.text()), problems.origin(context));
    }

    @Override
    public Property visitApprovedByProperty(KpiParser.ApprovedByPropertyContext context) {
        return new Property.ApprovedBy(literals.texts(context.text()), problems.origin(context));
    }

    @Override
    public Property visitHorizonProperty(KpiParser.HorizonPropertyContext context) {
        Optional<String> word = new Choice(problems).oneOf(DiagnosticCode.PROPERTY_NOT_VALID, context.horizon(),
                "a horizon", Horizons.words());
        return new Property.Horizon(Horizons.length(word.orElse("")), problems.origin(context));
    }

    @Override
    public Property visitExampleProperty(KpiParser.ExamplePropertyContext context) {
        return examples.build(context);
    }
}
