package org.kpilang.dsl.internal.assist;

import static org.kpilang.dsl.internal.assist.Candidate.Group.FUNCTION;
import static org.kpilang.dsl.internal.assist.Candidate.Group.NAME;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.SymbolKind;
import org.kpilang.dsl.internal.Horizons;
import org.kpilang.dsl.internal.OpenRule;
import org.kpilang.dsl.internal.Reading;
import org.kpilang.dsl.internal.Rhythms;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Names;
import org.kpilang.function.Signature;
import org.kpilang.function.Signature.Parameter;
import org.kpilang.model.InputKind;
import org.kpilang.unit.Unit;

/** The names and texts that may stand for something at the cursor, by its role. */
final class NameCandidates {

    private final Vocabulary vocabulary;
    private final Context context;
    private final Statement statement;

    NameCandidates(Vocabulary vocabulary, Context context) {
        this.vocabulary = vocabulary;
        this.context = context;
        this.statement = new Statement(context);
    }

    /** The candidates for a role, of which a reading waits. */
    Stream<Candidate> of(Role role, Reading reading) {
        return switch (role) {
            case VALUE -> values();
            case VARIANT -> variants();
            case FUNCTION -> functions();
            case UNIT -> units(true);
            case UNIT_OF_NUMBER -> units(false);
            case DIMENSION -> named(vocabulary.dimensions());
            case LISTED_DIMENSION -> vocabulary.dimensions().stream()
                    .map(each -> Candidate.of(NAME, each,
                            isSelector(each.name()) ? "`" + each.name() + "`" : Names.written(each.name())));
            case MEMBER -> members(reading);
            case INPUT -> written(vocabulary.values().stream().filter(each -> each.kind() == SymbolKind.INPUT).toList());
            case OUTCOME -> written(others(vocabulary.values())
                    .filter(each -> each.kind() != SymbolKind.CONSTANT).toList());
            case KPI -> written(vocabulary.values().stream().filter(each -> each.kind() == SymbolKind.KPI).toList());
            case OBJECTIVE -> named(vocabulary.objectives());
            case KIND -> choices(InputKind.words());
            case ABSENCE -> choices(List.of("zero", "unknown"));
            case RHYTHM -> choices(Rhythms.words());
            case HORIZON -> choices(Horizons.words());
            case STATUS -> isAfterLastBand() ? Stream.empty() : words(role)
                    .map(word -> choice(word, Names.written(word), Meanings.ofChoice(word)));
            case SCOPE -> words(role).map(word -> choice(word, Names.written(word), Meanings.ofChoice(word)));
            case TAG -> words(role).map(word -> choice(word, Names.isPlain(word) ? word : Written.quoted(word), "tag"));
            case OWNER -> words(role).map(word -> choice(word, Written.quoted(word), "person or team"));
            case DEPARTMENT -> words(role).map(word -> choice(word, Written.quoted(word), "department"));
            case FILE -> files();
            case DEFINITION, CALENDAR, OTHER -> Stream.empty();
        };
    }

    /** Whether a status has been given for all the rest, so that only what comes after the bands may follow. */
    private boolean isAfterLastBand() {
        Context.Read last = context.last(2);
        return last != null && last.type() == KpiParser.OTHERWISE && last.rule() == KpiParser.RULE_band;
    }

    private Stream<Candidate> values() {
        Parameter parameter = CallAround.parameter(context, vocabulary);
        if (parameter != null && parameter.sort() == Signature.Sort.DIMENSION) {
            return named(vocabulary.dimensions());
        } else if (parameter != null && parameter.sort() == Signature.Sort.WORD) {
            return parameter.words().stream().filter(Names::isPlain).map(word -> choice(word, word, parameter.name()));
        }
        boolean constant = statement.type() == KpiParser.CONSTANT;
        return Stream.concat(written(statement.parameters()), written(others(vocabulary.values())
                .filter(each -> !constant || each.kind() == SymbolKind.CONSTANT).toList()));
    }

    /** All but what is being defined, which cannot need itself. */
    private Stream<Entry> others(Collection<Entry> entries) {
        return entries.stream().filter(each -> !each.name().equals(statement.defined()));
    }

    /** The variants of the KPI whose name stands before the point. */
    private Stream<Candidate> variants() {
        Context.Read name = context.last(2);
        String start = name == null ? "" : Written.name(name.token()) + ".";
        return vocabulary.values().stream().filter(each -> name != null && each.name().startsWith(start))
                .map(each -> new Candidate(NAME, each.kind(), each.name().substring(start.length()),
                        Names.written(each.name().substring(start.length())), each.title(), each.detail(), each.label(),
                        each.unit()));
    }

    private static Stream<Candidate> written(Collection<Entry> entries) {
        return entries.stream().map(each -> Candidate.of(NAME, each, Written.value(each.name())));
    }

    private static Stream<Candidate> named(Collection<Entry> entries) {
        return entries.stream().map(each -> Candidate.of(NAME, each, Names.written(each.name())));
    }

    private Stream<Candidate> functions() {
        Parameter parameter = CallAround.parameter(context, vocabulary);
        if (parameter != null && parameter.sort().isName()) {
            return Stream.empty();
        }
        return Stream.concat(others(vocabulary.functions()), vocabulary.statistics())
                .map(each -> Candidate.of(FUNCTION, each,
                        Names.written(each.name()) + (each.title().endsWith("()") ? "()" : "(")));
    }

    private Stream<Candidate> units(boolean whole) {
        boolean plural = !whole && !Written.isOne(context.lastText());
        return vocabulary.units().stream()
                .filter(each -> whole || Unit.of(each.name()) != Unit.PERCENT && Unit.of(each.name()) != Unit.NUMBER)
                .map(each -> Candidate.of(NAME, each, Written.unit(each.name(), plural)));
    }

    /** The members of the dimension that the condition begins with, but for those that it names already. */
    private Stream<Candidate> members(Reading reading) {
        OpenRule slice = context.inside(reading, KpiParser.RULE_slice);
        if (slice == null || context.begins(slice)) {
            return Stream.empty();
        }
        String dimension = Written.name(context.read().get(slice.began()).token());
        Set<String> named = new HashSet<>();
        for (Context.Read read : context.read().subList(slice.began(), context.read().size())) {
            if (read.type() == KpiParser.TEXT) {
                named.add(Written.text(read.token()));
            }
        }
        return vocabulary.members(dimension).stream()
                .filter(member -> !named.contains(member) && Written.isText(member))
                .map(member -> new Candidate(NAME, SymbolKind.MEMBER, member, Written.quoted(member), member,
                        "member of " + dimension, null, null));
    }

    /** The files that may be used, by their whole names; what follows a dot is not known. */
    private Stream<Candidate> files() {
        return context.type(1) != KpiParser.USE ? Stream.empty()
                : vocabulary.files().stream().map(file -> choice(file, file, "file"));
    }

    private static boolean isSelector(String name) {
        return switch (name) {
            case "all", "opening", "previous" -> true;
            default -> false;
        };
    }

    private Stream<String> words(Role role) {
        return vocabulary.words(role).stream();
    }

    private static Stream<Candidate> choices(List<String> words) {
        return words.stream().map(word -> choice(word, word, Meanings.ofChoice(word)));
    }

    private static Candidate choice(String word, String text, @Nullable String detail) {
        return new Candidate(NAME, SymbolKind.CHOICE, word, text, word, detail == null ? "" : detail, null, null);
    }
}
