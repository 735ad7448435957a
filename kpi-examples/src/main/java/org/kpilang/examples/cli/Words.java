package org.kpilang.examples.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a constant by its word, in any case, and says which words there are if it is none. */
final class Words<E extends Enum<E>> implements ITypeConverter<E> {

    private final E[] constants;

    Words(Class<E> type) {
        this.constants = type.getEnumConstants();
    }

    @Override
    public E convert(String text) {
        return Arrays.stream(constants).filter(constant -> word(constant).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst().orElseThrow(() -> new TypeConversionException("`" + text + "` is not one of " + words()));
    }

    private String words() {
        List<String> words = Arrays.stream(constants).map(Words::word).toList();
        return String.join(", ", words);
    }

    /** The word for a constant: {@code half-even} for {@code HALF_EVEN}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
