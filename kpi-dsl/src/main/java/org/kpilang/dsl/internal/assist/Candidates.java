package org.kpilang.dsl.internal.assist;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kpilang.dsl.SymbolKind;
import org.kpilang.dsl.internal.Reading;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.SourceText;

/** Everything that may stand at a cursor, each thing once. */
final class Candidates {

    private static final Set<Role> OF_TEXTS = EnumSet.of(Role.MEMBER, Role.OWNER, Role.TAG);

    private final Context context;
    private final Cursor cursor;
    private final NameCandidates names;
    private final WordCandidates words;
    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private final Set<String> seen = new HashSet<>();
    private final List<Candidate> found = new ArrayList<>();
    private boolean unfinished;

    private Candidates(SourceText source, Context context, Cursor cursor, Vocabulary vocabulary) {
        this.context = context;
        this.cursor = cursor;
        this.names = new NameCandidates(vocabulary, context);
        this.words = new WordCandidates(vocabulary, context, cursor, cursor.beginsLine(source));
    }

    static List<Candidate> of(SourceText source, Context context, Cursor cursor, Vocabulary vocabulary) {
        Candidates candidates = new Candidates(source, context, cursor, vocabulary);
        CalledName called = CalledName.of(context, vocabulary);
        context.waiting(vocabulary).stream().filter(each -> called.allows(each, context)).forEach(candidates::add);
        return candidates.unfinished ? candidates.found.stream().filter(each -> !each.startsStatement()).toList()
                : candidates.found;
    }

    private void add(Reading reading) {
        if (words.isKindRead(reading)) {
            return;
        } else if (context.inside(reading, KpiParser.RULE_calendar) != null && !reading.fits(KpiParser.UNTIL)) {
            calendar();
            return;
        }
        Role role = Role.of(reading, context);
        if (role == null && cursor.quote() == Cursor.Quote.NONE) {
            reading.types().toSet().forEach(type -> words.of(type, reading).forEach(this::add));
        } else if (role == Role.OTHER && cursor.quote() == Cursor.Quote.NONE && reading.fits(KpiParser.MINUS)) {
            words.of(KpiParser.MINUS, reading).forEach(this::add);
        } else if (role != null && isWritten(role) && roles.add(role)) {
            names.of(role, reading).forEach(this::add);
        }
    }

    /** Whether what stands for a role goes with the quote that is open. */
    private boolean isWritten(Role role) {
        return switch (cursor.quote()) {
            case NONE -> true;
            case TEXT -> OF_TEXTS.contains(role);
            case NAME -> !OF_TEXTS.contains(role);
        };
    }

    private void calendar() {
        if (cursor.quote() == Cursor.Quote.NONE) {
            List<String> next = CalendarWords.after(context);
            unfinished |= !next.isEmpty() && !CalendarWords.areOptional(next);
            next.forEach(word -> add(Candidate.of(Candidate.Group.NAME, SymbolKind.CHOICE, word, "calendar")));
        }
    }

    private void add(Candidate candidate) {
        if (seen.add(candidate.kind() + " " + candidate.text() + " " + candidate.label())) {
            found.add(candidate);
        }
    }
}
