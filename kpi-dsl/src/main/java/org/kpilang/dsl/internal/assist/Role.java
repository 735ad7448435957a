package org.kpilang.dsl.internal.assist;

import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.Transition;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.OpenRule;
import org.kpilang.dsl.internal.Reading;
import org.kpilang.dsl.internal.antlr.KpiParser;

/** What a name, a text or another word that the grammar does not know stands for at its place. */
enum Role {
    /** An input, a KPI, a constant or a parameter. */
    VALUE,
    /** What follows the name of a KPI and a point. */
    VARIANT,
    /** A function or a statistic that is called. */
    FUNCTION,
    /** A unit of an input or a KPI. */
    UNIT,
    /** A unit after a number. */
    UNIT_OF_NUMBER,
    DIMENSION,
    /** A dimension in a list of them. */
    LISTED_DIMENSION,
    MEMBER,
    INPUT,
    /** A KPI, or an input that is watched for itself. */
    OUTCOME,
    /** A KPI that shows whether an objective is reached. */
    KPI,
    OBJECTIVE,
    KIND,
    ABSENCE,
    RHYTHM,
    HORIZON,
    STATUS,
    SCOPE,
    TAG,
    /** Somebody who owns, defines, approves or reads. */
    OWNER,
    DEPARTMENT,
    /** A file that is used. */
    FILE,
    /** A name that is defined here. */
    DEFINITION,
    /** A word of a calendar. */
    CALENDAR,
    /** Anything else, of which nothing is known. */
    OTHER;

    /** The role of what a reading waits for, or null if it waits for a word or sign of the language. */
    static @Nullable Role of(Reading reading, Context context) {
        OpenRule rule = reading.rule();
        OpenRule outer = rule.outer();
        if (outer == null) {
            return null;
        }
        return switch (rule.rule()) {
            case KpiParser.RULE_nonReserved, KpiParser.RULE_selectorWord -> name(outer, context);
            case KpiParser.RULE_name -> name(rule, context);
            case KpiParser.RULE_dimension -> LISTED_DIMENSION;
            case KpiParser.RULE_unitName -> unit(outer);
            case KpiParser.RULE_timeUnit -> outer.rule() == KpiParser.RULE_unitName && outer.outer() != null
                    ? unit(outer.outer()) : null;
            case KpiParser.RULE_kind -> KIND;
            case KpiParser.RULE_absence -> ABSENCE;
            case KpiParser.RULE_cadence -> RHYTHM;
            case KpiParser.RULE_horizon -> HORIZON;
            case KpiParser.RULE_calendarWord -> CALENDAR;
            case KpiParser.RULE_text -> text(outer, context);
            case KpiParser.RULE_period, KpiParser.RULE_division -> OTHER;
            default -> null;
        };
    }

    private static Role unit(OpenRule around) {
        return around.rule() == KpiParser.RULE_number ? UNIT_OF_NUMBER : UNIT;
    }

    private static Role name(OpenRule name, Context context) {
        OpenRule around = name.outer();
        if (around == null) {
            return OTHER;
        }
        return switch (around.rule()) {
            case KpiParser.RULE_operation ->
                    isBehindPoint(name, around, context) ? VARIANT : isCalled(name) ? FUNCTION : VALUE;
            case KpiParser.RULE_valueName -> isBehindPoint(name, around, context) ? VARIANT : name(around, context);
            case KpiParser.RULE_amount, KpiParser.RULE_given, KpiParser.RULE_statusOption -> VALUE;
            case KpiParser.RULE_slice -> DIMENSION;
            case KpiParser.RULE_dimension -> LISTED_DIMENSION;
            case KpiParser.RULE_inputAttribute -> INPUT;
            case KpiParser.RULE_property -> property(context.firstType(around));
            case KpiParser.RULE_band -> STATUS;
            case KpiParser.RULE_tag -> TAG;
            case KpiParser.RULE_statement -> statement(name, around, context);
            case KpiParser.RULE_inputName, KpiParser.RULE_parameters -> DEFINITION;
            default -> OTHER;
        };
    }

    private static boolean isBehindPoint(OpenRule name, OpenRule around, Context context) {
        return context.begins(name) && !context.begins(around) && context.type(1) == KpiParser.DOT;
    }

    /** Whether a bracket follows the name. */
    private static boolean isCalled(OpenRule name) {
        ATNState after = name.after();
        while (after != null && after.onlyHasEpsilonTransitions() && after.getNumberOfTransitions() == 1) {
            after = after.transition(0).target;
        }
        if (after == null) {
            return false;
        }
        for (Transition transition : after.getTransitions()) {
            if (!transition.isEpsilon() && transition.label().contains(KpiParser.OPEN)) {
                return true;
            }
        }
        return false;
    }

    private static Role property(int word) {
        return switch (word) {
            case KpiParser.LEADING, KpiParser.COINCIDENT, KpiParser.DRIVES -> OUTCOME;
            case KpiParser.KEY -> KPI;
            case KpiParser.OBJECTIVE -> OBJECTIVE;
            case KpiParser.SCOPE -> SCOPE;
            default -> OTHER;
        };
    }

    private static Role statement(OpenRule name, OpenRule around, Context context) {
        return switch (context.firstType(around)) {
            case KpiParser.USE -> FILE;
            case KpiParser.OBJECTIVE -> context.begins(name) && context.type(1) == KpiParser.UNDER
                    ? OBJECTIVE : DEFINITION;
            default -> DEFINITION;
        };
    }

    private static Role text(OpenRule around, Context context) {
        return switch (around.rule()) {
            case KpiParser.RULE_slice -> MEMBER;
            case KpiParser.RULE_tag -> TAG;
            case KpiParser.RULE_property -> switch (context.firstType(around)) {
                case KpiParser.OWNER, KpiParser.AUDIENCE, KpiParser.DEFINED, KpiParser.APPROVED -> OWNER;
                case KpiParser.DEPARTMENT -> DEPARTMENT;
                default -> OTHER;
            };
            default -> OTHER;
        };
    }
}
