package org.kpilang.dsl.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.kpilang.dsl.Library;
import org.kpilang.source.SourceText;

/** Texts by their names. */
public final class TextLibrary implements Library {

    private final Map<String, String> texts;

    public TextLibrary(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    @Override
    public Optional<SourceText> find(String name) {
        return FileName.path(name).filter(path -> texts.containsKey(name))
                .map(path -> SourceText.of(path, texts.get(name)));
    }

    @Override
    public Collection<String> beside(String name) {
        return texts.keySet().stream().sorted().toList();
    }
}
