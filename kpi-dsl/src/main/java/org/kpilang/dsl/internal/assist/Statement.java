package org.kpilang.dsl.internal.assist;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.SymbolKind;
import org.kpilang.dsl.internal.antlr.KpiParser;

/** What the statement around the cursor defines, and its parameters, as far as it is written. */
final class Statement {

    private final List<Context.Read> read;

    Statement(Context context) {
        read = context.read();
    }

    /** The type of its first token. */
    int type() {
        return read.isEmpty() ? Token.EOF : read.get(0).type();
    }

    List<String> words() {
        return read.stream().map(each -> each.token().getText()).toList();
    }

    /** The KPI, the constant or the function that is being defined, which cannot need itself; or null. */
    @Nullable String defined() {
        boolean defines = switch (type()) {
            case KpiParser.KPI, KpiParser.CONSTANT, KpiParser.DEFINE -> true;
            default -> false;
        };
        if (!defines || read.size() < 2) {
            return null;
        }
        String name = Written.name(read.get(1).token());
        for (int i = 2; i + 1 < read.size() && read.get(i).type() != KpiParser.EQUAL; i++) {
            if (read.get(i).type() == KpiParser.VARIANT) {
                return name + "." + Written.name(read.get(i + 1).token());
            }
        }
        return name;
    }

    /** The parameters of the function that is being defined. */
    List<Entry> parameters() {
        List<Entry> parameters = new ArrayList<>();
        if (type() != KpiParser.DEFINE) {
            return parameters;
        }
        String meaning = "parameter of " + defined();
        for (int i = 3; i < read.size() && read.get(i).type() != KpiParser.CLOSE; i++) {
            if (read.get(i).type() != KpiParser.COMMA) {
                parameters.add(Entry.of(Written.name(read.get(i).token()), SymbolKind.PARAMETER, meaning));
            }
        }
        return parameters;
    }
}
