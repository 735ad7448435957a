package org.kpilang.dsl.internal.assist;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.SymbolKind;
import org.kpilang.dsl.internal.OpenRule;
import org.kpilang.dsl.internal.Reading;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.function.Signature;
import org.kpilang.function.Signature.Parameter;

/** What the name at a place stands for. */
final class Referents {

    private final Vocabulary vocabulary;
    private final Context context;
    private final Statement statement;
    private final List<Token> rest;

    /**
     * Looks up names.
     *
     * @param context how the text is read up to the name
     * @param rest    the name and what follows it
     */
    Referents(Vocabulary vocabulary, Context context, List<Token> rest) {
        this.vocabulary = vocabulary;
        this.context = context;
        this.statement = new Statement(context);
        this.rest = rest;
    }

    /** What a name or a text stands for in its role, or null if that is not known. */
    @Nullable Entry of(Role role, Reading reading, Token token) {
        String name = Written.name(token);
        return switch (role) {
            case VALUE -> argument(withVariant(name));
            case INPUT -> value(name);
            case OUTCOME, KPI -> value(withVariant(name));
            case VARIANT -> variant(name);
            case FUNCTION -> function(name);
            case UNIT, UNIT_OF_NUMBER -> vocabulary.unit(name);
            case DIMENSION, LISTED_DIMENSION -> vocabulary.dimension(name);
            case MEMBER -> member(reading, Written.text(token));
            case OBJECTIVE -> vocabulary.objective(name);
            case KIND, ABSENCE, HORIZON -> Meanings.ofChoice(name).isEmpty() ? null : word(name, Meanings.ofChoice(name));
            case STATUS -> word(name,
                    Meanings.ofChoice(name).isEmpty() ? "a status" : "a status: " + Meanings.ofChoice(name));
            case RHYTHM -> word(name, "a rhythm");
            case SCOPE -> word(name, "a part of the organisation");
            case TAG -> word(name, "a tag");
            case OWNER -> word(Written.text(token), "a person or team");
            case DEPARTMENT -> word(Written.text(token), "a department");
            case DEFINITION -> definition(name);
            case FILE, CALENDAR, OTHER -> null;
        };
    }

    /** What a name may stand for where the text is wrong. */
    @Nullable Entry anything(Token token) {
        if (!Cursor.isWord(token.getType()) && token.getType() != KpiParser.QUOTED_NAME) {
            return null;
        }
        String name = Written.name(token);
        Entry value = value(name);
        if (value != null) {
            return value;
        }
        Entry function = function(name);
        return function != null ? function : vocabulary.dimension(name);
    }

    /** A name with the variant that stands behind it, if there is one. */
    private String withVariant(String name) {
        return rest.size() > 2 && rest.get(1).getType() == KpiParser.DOT ? name + "." + Written.name(rest.get(2)) : name;
    }

    private @Nullable Entry variant(String variant) {
        Context.Read name = context.last(2);
        return name == null ? null : value(Written.name(name.token()) + "." + variant);
    }

    /** A value, or what else an argument of a function may name. */
    private @Nullable Entry argument(String name) {
        Parameter parameter = CallAround.parameter(context, vocabulary);
        if (parameter == null || !parameter.sort().isName()) {
            return value(name);
        }
        return parameter.sort() == Signature.Sort.DIMENSION ? vocabulary.dimension(name)
                : parameter.words().contains(name)
                        ? word(name, parameter.name() + ", one of " + String.join(", ", parameter.words())) : null;
    }

    private @Nullable Entry value(String name) {
        return statement.parameters().stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseGet(() -> vocabulary.value(name));
    }

    /** A function, or the statistic of that name where it says over which periods. */
    private @Nullable Entry function(String name) {
        Entry function = vocabulary.function(name);
        Entry statistic = vocabulary.statistic(name);
        return statistic != null && (function == null || saysOver()) ? statistic : function;
    }

    private boolean saysOver() {
        int depth = 0;
        for (int i = 1; i < rest.size(); i++) {
            switch (rest.get(i).getType()) {
                case KpiParser.OPEN, KpiParser.OPEN_SELECTOR, KpiParser.OPEN_BLOCK -> depth++;
                case KpiParser.CLOSE, KpiParser.CLOSE_SELECTOR, KpiParser.CLOSE_BLOCK -> depth--;
                default -> { }
            }
            if (depth <= 0) {
                return false;
            } else if (depth == 1 && rest.get(i).getType() == KpiParser.OVER) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Entry member(Reading reading, String member) {
        OpenRule slice = context.inside(reading, KpiParser.RULE_slice);
        if (slice == null || context.begins(slice)) {
            return null;
        }
        String dimension = Written.name(context.read().get(slice.began()).token());
        List<String> known = vocabulary.members(dimension);
        return Entry.of(member, SymbolKind.MEMBER, "a member of " + dimension
                + (known.isEmpty() || known.contains(member) ? "" : ", of which there are no facts"));
    }

    private static Entry word(String word, String meaning) {
        return Entry.of(word, SymbolKind.CHOICE, meaning);
    }

    private @Nullable Entry definition(String name) {
        return switch (statement.type()) {
            case KpiParser.KPI -> vocabulary.value(kpi(name));
            case KpiParser.DEFINE -> context.read().size() == 1 ? vocabulary.function(name)
                    : Entry.of(name, SymbolKind.PARAMETER, "parameter of " + statement.defined());
            case KpiParser.UNIT, KpiParser.CURRENCY -> vocabulary.unit(name);
            case KpiParser.DIMENSION -> vocabulary.dimension(name);
            case KpiParser.OBJECTIVE -> vocabulary.objective(name);
            default -> vocabulary.value(name);
        };
    }

    /** The id of the KPI that is being defined, whose variant may stand before or after the cursor. */
    private String kpi(String name) {
        if (context.read().size() > 1) {
            return Written.name(context.read().get(1).token()) + "." + name;
        }
        for (int i = 1; i + 1 < rest.size() && rest.get(i).getType() != KpiParser.EQUAL; i++) {
            if (rest.get(i).getType() == KpiParser.VARIANT) {
                return name + "." + Written.name(rest.get(i + 1));
            }
        }
        return name;
    }
}
