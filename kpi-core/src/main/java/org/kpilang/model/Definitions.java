package org.kpilang.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Everything that a file, or a program, defines, in the order written. Immutable; nothing is checked yet. */
public record Definitions(List<Definition> all) {

    public Definitions {
        all = List.copyOf(all);
    }

    public static Definitions of(Definition... definitions) {
        return new Definitions(List.of(definitions));
    }

    /** The definitions of one sort, in the order written. */
    public <D extends Definition> List<D> of(Class<D> sort) {
        List<D> found = new ArrayList<>();
        for (Definition definition : all) {
            if (sort.isInstance(definition)) {
                found.add(sort.cast(definition));
            }
        }
        return Collections.unmodifiableList(found);
    }
}
