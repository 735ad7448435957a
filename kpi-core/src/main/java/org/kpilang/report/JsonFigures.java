package org.kpilang.report;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.kpilang.evaluate.Slice;
import org.kpilang.unit.Unit;

/** Parts of JSON documents that several reports have. */
final class JsonFigures {

    private JsonFigures() {}

    /** A number with every digit; null where there is none. */
    static String number(double value) {
        return Double.isFinite(value) ? FullPrecision.of(value) : "null";
    }

    static String number(OptionalDouble value) {
        return number(value.orElse(Double.NaN));
    }

    /** A unit; null where none is known. */
    static String unit(Unit unit) {
        return JsonWriter.text(unit.equals(Unit.ANY) ? null : unit.toString());
    }

    /** A slice as an object of members by dimension. */
    static String slice(Slice slice) {
        return slice.members().entrySet().stream()
                .map(member -> JsonWriter.text(member.getKey()) + ": " + JsonWriter.text(member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The word for a constant. */
    static String word(Enum<?> constant) {
        return JsonWriter.text(constant.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
