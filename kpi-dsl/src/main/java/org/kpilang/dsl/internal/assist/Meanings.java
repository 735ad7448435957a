package org.kpilang.dsl.internal.assist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the words and signs of the language mean, a line each. */
final class Meanings {

    private static final Map<String, String> WORDS = of("""
            above        `range above 0`: every number beyond the bound
            absent       what it means that a period has no fact
            ago          the same window, moved into the past
            all          the whole: what the question says of these dimensions, or of all, is lifted
            and          both conditions
            as           the name that a KPI of another file has here, with bindings of its own
            at           a period
            baseline     where the KPI started, such as `baseline 180 at 2024-12`
            below        `range below 100%`: every number under the bound
            benchmark    what others reach, such as `benchmark "industry" 2.6`
            better       which way is good: `higher`, `lower` or `between 2 and 4`
            between      a range that is good
            by           when something is due, or by how much
            calendar     the calendar in which periods are counted
            carries      the last known value still holds: `absent carries forward`
            coincident   the claim that the KPI moves together with another
            constant     a named number
            currency     declares currencies
            date         `year to date`: from the start of the year to the end of the window
            day          days, as a length of time
            define       a function of your own, such as `define margin(revenue, cost) = (revenue - cost) / revenue`
            description  what the KPI tells, in a sentence
            dimension    declares ways to slice the business
            drives       the KPIs that this one contributes to
            during       the period in which a change is to be reached
            else         otherwise; after a value, what stands for it where it has none
            every        a rhythm, such as `every 2 weeks`
            example      given values and what comes of them, which is checked
            for          the part of the business that is meant, or for how long
            forward      `absent carries forward`: the last known value still holds
            from         where a path starts, or the month in which years start
            gives        what an example comes to
            higher       more is better
            if           a choice: `if a > b then x else y`
            in           one of some members, such as `[channel in ("email", "ads")]`
            input        a name whose values are facts, with the rule by which they roll up
            is           `absent is zero` or `absent is unknown`
            kpi          a KPI: a name, a formula, and what is said about it
            lagging      the KPI tells of what has happened
            last         a window of some length that ends with this one, such as `[last 12 months]`
            leading      the claim that the KPI moves before another, such as `leading churn by 2 quarters`
            least        `at least 6`: how many of the periods must be known
            lower        less is better
            month        months, as a length of time
            most         `range at most 1`: the bound and every number under it
            named        what names a year of the calendar
            not          the contrary of a condition
            objective    an objective that KPIs serve
            of           a share of the target, or the month of a day
            on           the scale of a judgement, such as `qualitative on 1 to 5`
            only         the KPIs that are wanted of another file
            opening      the balance just before the window
            operational  the KPI is about daily work
            or           one of two conditions, or both
            otherwise    the status where no other holds
            over         the periods that a statistic summarises, such as `avg(x over 12 months)`
            owner        who answers for the KPI
            period       periods of the facts
            previous     the same window, moved by its own length into the past
            qualitative  the KPI is judged
            quantitative  the KPI is counted or measured
            quarter      quarters, as a length of time
            range        which values there can be, such as `range 0 to 100`
            review       how often the KPI is looked at
            same         the same weekday of another year: moved by 364 days
            scope        the part of the organisation that the KPI is about
            since        the first period that the definition holds for
            source       where the definition is from
            status       how values are judged, such as `green >= 42%, amber >= 38%, red otherwise`
            strategic    the KPI is about direction
            tags         words to find the KPI by
            target       a value to reach, such as `target 42% by 2026-12`
            then         what is chosen where the condition holds
            to           up to
            trap         a mistake that is often made with the KPI
            unit         declares what can be counted
            until        the last period that the definition holds for
            use          another file whose definitions are used here
            usually      how the KPI is timed in most businesses: `leading`, `coincident` or `lagging`
            variant      another definition under the same name
            week         weeks, as a length of time
            weekday      the same weekday of another year: moved by 364 days
            weighted     the input by which a level is weighted
            whole        all of the year, quarter or month that the window ends in, which may reach ahead
            with         the KPI that it moves together with, or what names of another file stand for
            year         years, as a length of time
            """);

    /** Words that mean something else where they begin a property. */
    private static final Map<String, String> PROPERTIES = of("""
            objective    the objective that the KPI serves
            unit         the unit in which the KPI is shown
            """);

    private static final Map<String, String> SELECTORS = of("""
            1 year ago                the same window, a year before
            same weekday 1 year ago   the same window, moved by 364 days
            last 12 months            the twelve months that end with this window
            previous                  the same window, moved by its own length into the past
            whole year                all of the year that the window ends in, which may reach ahead
            year to date              from the start of the year to the end of the window
            quarter to date           from the start of the quarter to the end of the window
            month to date             from the start of the month to the end of the window
            week to date              from the start of the week to the end of the window
            """);

    private static final Map<String, String> CHOICES = of("""
            flow       adds up over time and over slices
            stock      a balance: the closing value over time, adds up over slices
            level      a mean over time, over slices only if it is weighted
            peak       the highest, over time and over slices
            trough     the lowest, over time and over slices
            distinct   a count of different things; counts of periods or slices do not add up
            values     a value of each event; statistics of them are asked anew of any window and slice
            zero       there was nothing
            unknown    nothing is known
            green      good
            amber      not yet good
            red        bad
            """);

    private static final Map<String, String> UNITS = of("""
            percent            a pure number, shown times one hundred
            ratio              a pure number
            points             points of an index, such as the net promoter score
            percentage_points  the difference of two percentages
            """);

    private static final Map<String, String> SIGNS = of("""
            +    plus
            -    minus
            *    times
            /    divided by
            ^    to the power of
            =    equal to
            <>   not equal to
            <    less than
            <=   at most
            >    more than
            >=   at least
            [    the same question in another window, or of another part of the business
            {    what is said about the KPI
            """);

    private Meanings() {}

    private static Map<String, String> of(String lines) {
        return lines.lines().map(line -> line.split("  +", 2)).collect(
                Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> a, LinkedHashMap::new));
    }

    /** The meaning of a word of the language, in its singular; empty if there is none. */
    static String ofWord(String word) {
        String plain = WORDS.get(word);
        return plain != null ? plain : WORDS.getOrDefault(word.replaceFirst("s$", ""), "");
    }

    static String ofProperty(String word) {
        return PROPERTIES.getOrDefault(word, ofWord(word));
    }

    /** The meaning of a window as it is written between brackets, or null. */
    static @Nullable String ofSelector(String written) {
        return SELECTORS.get(written);
    }

    static String ofChoice(String word) {
        return CHOICES.getOrDefault(word, "");
    }

    /** The meaning of a unit that needs no declaration. */
    static String ofUnit(String name) {
        return UNITS.getOrDefault(name, "a length of time");
    }

    static String ofSign(String sign) {
        return SIGNS.getOrDefault(sign, "");
    }
}
