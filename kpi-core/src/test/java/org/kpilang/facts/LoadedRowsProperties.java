package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What loaded rows are kept and found by: columns, lines, members and order. */
class LoadedRowsProperties {

    @Provide
    Arbitrary<Integer> keys() {
        return Arbitraries.oneOf(Arbitraries.integers().between(0, 3), Arbitraries.integers(),
                Arbitraries.of(Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 19, (1 << 19) - 1));
    }

    @Property(tries = 500)
    void theOrderIsThatOfAStableSort(@ForAll @Size(max = 40) List<@From("keys") Integer> first,
            @ForAll @Size(max = 40) List<@From("keys") Integer> second) {
        int size = Math.min(first.size(), second.size());
        StableOrder order = new StableOrder(size);
        order.by(second.stream().mapToInt(Integer::intValue).toArray());
        order.by(first.stream().mapToInt(Integer::intValue).toArray());

        assertThat(IntStream.range(0, size).mapToObj(order::at).toList()).isEqualTo(IntStream.range(0, size).boxed()
                .sorted(Comparator.comparing((Integer entry) -> first.get(entry)).thenComparing(second::get)).toList());
    }

    @Property(tries = 300)
    void linesAreFoundAgain(@ForAll @Size(min = 1, max = 60) List<@IntRange(max = 3) Integer> gaps) {
        LineNumbers lines = new LineNumbers();
        int[] expected = new int[gaps.size()];
        int line = 1;
        for (int row = 0; row < expected.length; row++) {
            line += 1 + gaps.get(row);
            expected[row] = line;
            lines.add(row, line);
        }

        assertThat(IntStream.range(0, expected.length).map(lines::of).toArray()).isEqualTo(expected);
    }

    @Property(tries = 500)
    void aDictionaryNumbersTextsAsTheyTurnUp(@ForAll("texts") List<String> texts) {
        Dictionary dictionary = new Dictionary();
        List<String> different = texts.stream().distinct().toList();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            char[] within = ("<" + text + ">").toCharArray();
            boolean known = texts.subList(0, i).contains(text);
            assertThat(dictionary.known(within, 1, within.length - 1)).isEqualTo(known ? different.indexOf(text) : -1);
            int code = i % 2 == 0 ? dictionary.code(text) : dictionary.code(within, 1, within.length - 1);
            assertThat(code).isEqualTo(different.indexOf(text));
            assertThat(dictionary.member(code)).isEqualTo(text);
        }
        assertThat(dictionary.size()).isEqualTo(different.size());
        assertThat(dictionary.sorted()).isEqualTo(different.stream().sorted().toList());
        assertThat(dictionary.ranks()).isEqualTo(different.stream().mapToInt(dictionary.sorted()::indexOf).toArray());
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings().withChars("abΩ\uD83D").ofMaxLength(3).list().ofMaxSize(50);
    }

    @Example
    void columnsKeepMoreThanABlock() {
        IntColumn numbers = new IntColumn();
        NumberColumn halves = new NumberColumn();
        int size = 3 * (1 << 14) + 5;
        for (int row = 0; row < size; row++) {
            numbers.add(row * 7);
            halves.add(row / 2.0);
        }
        int[] copy = new int[size + 1];
        numbers.copyTo(copy, 1);
        for (int row = 0; row < size; row++) {
            assertThat(numbers.get(row) == row * 7 && copy[row + 1] == row * 7 && halves.get(row) == row / 2.0).isTrue();
        }
    }
}
