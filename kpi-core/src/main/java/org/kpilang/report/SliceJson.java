package org.kpilang.report;

import java.io.IOException;
import java.util.Map;
import org.kpilang.evaluate.Slice;

/** Writes a slice as an object: the members by dimension, without those that it holds all of. */
final class SliceJson {

    private SliceJson() {}

    static void write(Slice slice, JsonWriter json) throws IOException {
        json.begin('{');
        for (Map.Entry<String, String> member : slice.members().entrySet()) {
            json.next(member.getKey()).value(JsonWriter.text(member.getValue()));
        }
        json.end('}');
    }
}
