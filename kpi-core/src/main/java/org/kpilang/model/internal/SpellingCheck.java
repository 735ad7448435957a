package org.kpilang.model.internal;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kpilang.model.Definition;
import org.kpilang.source.DiagnosticCode;

/**
 * Warns of names that are easily taken for others: words that mix alphabets whose letters look alike, and two names
 * that differ in case only, which tables and files of other programs may not tell apart.
 */
final class SpellingCheck implements Check {

    private static final Set<UnicodeScript> ALIKE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

    private final Draft draft;
    private final Findings findings;

    SpellingCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        Map<String, Definition> folded = new HashMap<>();
        for (Definition definition : draft.symbols().values()) {
            String name = Symbols.name(definition);
            if (mixesAlphabets(name)) {
                findings.warning(DiagnosticCode.CONFUSABLE_NAME, definition.origin(),
                        "`" + name + "` has letters of several alphabets in one word",
                        "write it in one alphabet; letters that look alike are not the same");
            }
            Definition other = folded.putIfAbsent(name.toLowerCase(Locale.ROOT), definition);
            if (other != null) {
                findings.warning(DiagnosticCode.CONFUSABLE_NAME, definition.origin(),
                        "`" + name + "` differs from `" + Symbols.name(other) + "` in case only",
                        "choose another name for one of them");
            }
        }
    }

    private static boolean mixesAlphabets(String name) {
        Set<UnicodeScript> word = EnumSet.noneOf(UnicodeScript.class);
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            int codePoint = name.codePointAt(i);
            UnicodeScript script = UnicodeScript.of(codePoint);
            if (ALIKE.contains(script)) {
                word.add(script);
            } else if (!Character.isLetter(codePoint) && script != UnicodeScript.INHERITED) {
                word.clear();
            }
            if (word.size() > 1) {
                return true;
            }
        }
        return false;
    }
}
