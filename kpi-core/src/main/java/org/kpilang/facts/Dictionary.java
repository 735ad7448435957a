package org.kpilang.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The members of one dimension, numbered as they turn up. */
final class Dictionary {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> members = new ArrayList<>();

    int code(String member) {
        Integer known = codes.get(member);
        if (known != null) {
            return known;
        }
        codes.put(member, members.size());
        members.add(member);
        return members.size() - 1;
    }

    /** The code of a member, or -1 if it has none. */
    int find(String member) {
        return codes.getOrDefault(member, -1);
    }

    int size() {
        return members.size();
    }

    /** The same members with the same codes. */
    Dictionary copy() {
        Dictionary copy = new Dictionary();
        copy.codes.putAll(codes);
        copy.members.addAll(members);
        return copy;
    }

    String member(int code) {
        return members.get(code);
    }

    /** The members in the order of their texts. */
    List<String> sorted() {
        return members.stream().sorted().toList();
    }

    /** Some of the members in the order of their texts. */
    List<String> sorted(BitSet some) {
        return some.stream().mapToObj(members::get).sorted().toList();
    }

    /** The place of each of some codes in the sorted order of these; of no meaning for others. */
    int[] ranks(BitSet some) {
        int[] sorted = some.stream().boxed().sorted((a, b) -> members.get(a).compareTo(members.get(b)))
                .mapToInt(Integer::intValue).toArray();
        int[] ranks = new int[members.size()];
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[sorted[rank]] = rank;
        }
        return ranks;
    }

    /** The place of each code in the sorted order. */
    int[] ranks() {
        int[] sorted = IntStream.range(0, members.size()).boxed()
                .sorted((a, b) -> members.get(a).compareTo(members.get(b))).mapToInt(Integer::intValue).toArray();
        int[] ranks = new int[sorted.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[sorted[rank]] = rank;
        }
        return ranks;
    }
}
