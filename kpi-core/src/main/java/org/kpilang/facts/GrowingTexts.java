package org.kpilang.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts that are numbered as they turn up: the members of a dimension, or identities. */
final class GrowingTexts {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    int code(String text) {
        Integer known = codes.putIfAbsent(text, texts.size());
        if (known != null) {
            return known;
        }
        texts.add(text);
        return texts.size() - 1;
    }

    /** The codes of some texts, which often follow each other as they did before. */
    int[] codes(List<String> some, boolean make) {
        int[] found = new int[some.size()];
        int next = 0;
        for (int i = 0; i < found.length; i++) {
            String text = some.get(i);
            found[i] = next < texts.size() && texts.get(next).equals(text) ? next : make ? code(text) : find(text);
            next = found[i] + 1;
        }
        return found;
    }

    /** The code of a text, or -1 if it has none. */
    int find(String text) {
        return codes.getOrDefault(text, -1);
    }

    String text(int code) {
        return texts.get(code);
    }

    int size() {
        return texts.size();
    }

    /** The same texts with the same codes. */
    GrowingTexts copy() {
        GrowingTexts copy = new GrowingTexts();
        copy.codes.putAll(codes);
        copy.texts.addAll(texts);
        return copy;
    }

    /** Some of the texts, sorted. */
    List<String> sorted(BitSet some) {
        return some.stream().mapToObj(texts::get).sorted().toList();
    }

    /** The place of each of some codes in the sorted order of these; of no meaning for others. */
    int[] ranks(BitSet some) {
        int[] sorted = some.stream().boxed().sorted((a, b) -> texts.get(a).compareTo(texts.get(b)))
                .mapToInt(Integer::intValue).toArray();
        int[] ranks = new int[texts.size()];
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[sorted[rank]] = rank;
        }
        return ranks;
    }
}
