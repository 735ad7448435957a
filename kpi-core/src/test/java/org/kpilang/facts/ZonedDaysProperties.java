package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The days of points in time are those that the formatter finds, whatever was asked before. */
class ZonedDaysProperties {

    /** Zones that change at midnight, one minute after it, and by a whole day. */
    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Europe/Berlin", "America/St_Johns", "America/Havana", "Pacific/Apia", "+05:45")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<List<String>> times() {
        // Some of them near the changes of 1987 to 2011.
        Arbitrary<Instant> instants = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 4_000_000_000L), Arbitraries.longs().between(1_325_200_000L, 1_325_300_000L),
                Arbitraries.longs().between(562_000_000L, 562_300_000L),
                Arbitraries.longs().between(1_320_000_000L, 1_321_000_000L)).map(Instant::ofEpochSecond);
        return Combinators.combine(instants, Arbitraries.of("", "Z", "z", "+02:00", "-0330", "+18:00", "-00:00", "+1"),
                Arbitraries.of("T", " ", "t"), Arbitraries.of("", ".5", ".123456789", ".", ".1234567890", " "),
                Arbitraries.of(5, 8))
                .as((instant, offset, parting, rest, digits) -> {
                    String time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).plusNanos(1).toString();
                    return time.substring(0, 10) + parting + time.substring(11, 11 + digits) + rest + offset;
                }).list().ofMaxSize(8);
    }

    @Property(tries = 2_000)
    void daysAreThoseOfTheFormatter(@ForAll("zones") ZoneId zone, @ForAll("times") List<String> texts) {
        ZonedDays days = new ZonedDays(zone);
        for (String text : texts) {
            assertThat(read(() -> days.day(text))).as(text).isEqualTo(read(() ->
                    Math.toIntExact(PointInTime.day(text, zone).toEpochDay())));
        }
    }

    @Property(tries = 1_000)
    void whatIsNoTimeIsRefusedAlike(@ForAll("odd") String rest) {
        String text = "2024-02-29T1" + rest;
        ZonedDays days = new ZonedDays(ZoneOffset.UTC);
        assertThat(read(() -> days.day(text))).isEqualTo(read(() ->
                Math.toIntExact(PointInTime.day(text, ZoneOffset.UTC).toEpochDay())));
    }

    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.strings().withChars("0125:.+-Zz ").ofMaxLength(14);
    }

    private static List<Object> read(IntSupplier day) {
        List<Object> outcome = new ArrayList<>();
        try {
            outcome.add(day.getAsInt());
        } catch (IllegalArgumentException e) {
            outcome.add(String.valueOf(e.getMessage()));
        }
        return outcome;
    }
}
