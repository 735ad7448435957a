package org.kpilang.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.DiagnosticException;

/** The Shapley value of the inputs of a formula, by working it out for every set of inputs that have moved. */
final class FullShapley {

    private final StepPairs pairs;
    private final List<Integer> players;
    private final List<Share> shares = new ArrayList<>();
    private @Nullable String refusal;

    FullShapley(StepPairs pairs) {
        this.pairs = pairs;
        this.players = IntStream.range(0, pairs.size())
                .filter(i -> pairs.get(i).isWhole() && Double.compare(pairs.get(i).x0(), pairs.get(i).x1()) != 0)
                .boxed().toList();
        if (players.size() > Method.MOST_PLAYERS) {
            refusal = players.size() + " inputs moved, and at most " + Method.MOST_PLAYERS
                    + " can be taken in every order";
        } else if (!players.isEmpty()) {
            split();
        }
    }

    List<Share> shares() {
        return shares;
    }

    /** Why there is no Shapley value, or null if there is one. */
    @Nullable String refusal() {
        return refusal;
    }

    private void split() {
        double[] values = new double[1 << players.size()];
        for (int set = 0; set < values.length; set++) {
            values[set] = value(set);
            if (Double.isNaN(values[set])) {
                refusal = "there is no value when some inputs have moved and others have not";
                return;
            }
        }
        double[] added = ShapleyValue.of(players.size(), values);
        for (int k = 0; k < added.length; k++) {
            StepPairs.Pair player = pairs.get(players.get(k));
            Contribution.Sort sort = player.sort() == org.kpilang.evaluate.WorkedStep.Sort.VERSION
                    ? Contribution.Sort.DEFINITION
                    : player.alike() ? Contribution.Sort.VALUE : Contribution.Sort.TOGETHER;
            shares.add(new Share(players.get(k), sort, added[k] / player.change(), added[k]));
        }
    }

    /** What the whole comes to when a set of players has moved. */
    private double value(int set) {
        double[] values = new double[pairs.size()];
        int player = 0;
        for (int i = 0; i < values.length; i++) {
            StepPairs.Pair pair = pairs.get(i);
            if (pair.isWhole()) {
                boolean plays = player < players.size() && players.get(player) == i;
                boolean moved = plays && (set >> player & 1) == 1;
                values[i] = moved ? pair.x1() : pair.x0();
                player += plays ? 1 : 0;
            } else {
                double[] operands = new double[pair.operands().length];
                for (int k = 0; k < operands.length; k++) {
                    operands[k] = values[pair.operands()[k]];
                }
                try {
                    values[i] = pair.after().apply(operands);
                } catch (DiagnosticException e) {
                    // A function of the application need not stand what never was.
                    values[i] = Double.NaN;
                }
            }
        }
        return values[values.length - 1];
    }
}
