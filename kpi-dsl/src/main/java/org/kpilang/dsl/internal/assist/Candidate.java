package org.kpilang.dsl.internal.assist;

import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.SymbolKind;
import org.kpilang.unit.Unit;

/**
 * Something that may stand at the cursor.
 *
 * @param key    what is typed to find it
 * @param text   what is written
 * @param label  what is shown
 * @param people the name for people, by which it is found as well, or null
 * @param unit   the unit of its values, or null
 */
record Candidate(Group group, SymbolKind kind, String key, String text, String label, String detail,
        @Nullable String people, @Nullable Unit unit) {

    /** What comes first where nothing else decides. */
    enum Group {
        WANTED, NAME, FUNCTION, SELECTOR, PROPERTY, FIRST_STATEMENT, OPERATOR, KEYWORD, STATEMENT
    }

    static Candidate of(Group group, SymbolKind kind, String text, String detail) {
        return new Candidate(group, kind, text, text, text, detail, null, null);
    }

    /** A name, which is written as it needs to be at its place. */
    static Candidate of(Group group, Entry entry, String text) {
        return new Candidate(group, entry.kind(), entry.name(), text, entry.title(), entry.detail(), entry.label(),
                entry.unit());
    }

    boolean startsStatement() {
        return group == Group.STATEMENT || group == Group.FIRST_STATEMENT;
    }

    boolean isSign() {
        return kind == SymbolKind.OPERATOR;
    }
}
