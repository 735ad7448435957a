package org.kpilang.examples.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In whose manner numbers and amounts of money are written. */
final class LocaleOption {

    @Option(names = "--locale", paramLabel = "LOCALE",
            description = "Numbers and money in the manner of a locale such as de-DE or en-US; plain if not given.")
    private @Nullable String tag;

    Locale locale() {
        if (tag == null) {
            return Locale.ROOT;
        }
        Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
        if (locale.getLanguage().isEmpty()) {
            throw new RefusedException("--locale: `" + tag + "` is not a locale such as de-DE or en-US");
        }
        return locale;
    }
}
