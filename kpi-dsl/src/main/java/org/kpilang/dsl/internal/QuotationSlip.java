package org.kpilang.dsl.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Names;
import org.kpilang.source.Span;

/** Texts between other quotation marks than straight double ones, or between none. */
final class QuotationSlip implements Slip {

    private static final String QUOTES = "“”„‟‘’‚«»'";
    private static final Pattern QUOTED = Pattern.compile("[" + QUOTES + "]([^" + QUOTES + "\"\\\\\r\n`]*)[" + QUOTES
            + "]");

    @Override
    public @Nullable Finding find(Place place) {
        if (place.isName(0) && !place.end() && place.expected().rule(KpiParser.RULE_text)
                && place.expected().rules().size() == 1 && place.expected().types().isEmpty()) {
            return unquoted(place);
        } else if (!place.is(0, KpiParser.UNRECOGNIZED) || !QUOTES.contains(place.text(0))) {
            return null;
        }
        String message = "`" + place.text(0) + "` is not a quotation mark of the language";
        int start = place.token().getStartIndex();
        String line = place.source().lineAt(start);
        String rest = line.substring(line.offsetByCodePoints(0, place.source().position(start).column() - 1));
        Matcher quoted = QUOTED.matcher(rest);
        if (!quoted.lookingAt()) {
            return Finding.notation(place.span(), message, "put texts between straight double quotes: `\"email\"`");
        }
        Span span = Span.of(start, start + quoted.group().codePointCount(0, quoted.group().length()));
        if (rest.startsWith("!", quoted.end()) || rest.startsWith("[", quoted.end())) {
            return Finding.notation(span, "a sheet or table of another program",
                    "name an input, and put slices and windows between `[` and `]`: `revenue[last 12 months]`");
        }
        String text = "\"" + quoted.group(1) + "\"";
        return Finding.notation(place.span(), message, "put texts between straight double quotes: `" + text + "`")
                .fixed(span, text);
    }

    /** Words without the quotes around them, up to the end of the line, the next property or a bracket. */
    private static Finding unquoted(Place place) {
        int last = 0;
        while (place.isName(last + 1) && place.token(last + 1).getLine() == place.token().getLine()
                && !Words.PROPERTIES.contains(place.text(last + 1)) && !Names.RESERVED.contains(place.text(last + 1))) {
            last++;
        }
        String words = place.written(0, last);
        return Finding.unexpected(place.span(0, last), "expected a text in quotes, found `" + words + "`",
                "write `\"" + words + "\"`").fixed("\"" + words + "\"");
    }
}
