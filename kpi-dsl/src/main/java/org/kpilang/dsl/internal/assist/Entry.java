package org.kpilang.dsl.internal.assist;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.SymbolKind;
import org.kpilang.unit.Unit;

/**
 * A name that can be used.
 *
 * @param name   as it is looked up, without backticks
 * @param kind   what it is
 * @param title  as it is shown: the name, or the signature of a function
 * @param label  the name for people, or null
 * @param unit   the unit of its values, or null if that is not known
 * @param detail a few words about it
 * @param text   all there is to say about it, worked out when it is asked for
 */
record Entry(String name, SymbolKind kind, String title, @Nullable String label, @Nullable Unit unit, String detail,
        Supplier<String> text) {

    static Entry of(String name, SymbolKind kind, String meaning) {
        return new Entry(name, kind, name, null, null, meaning, () -> meaning);
    }
}
