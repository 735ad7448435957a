package org.kpilang.evaluate;

import java.util.concurrent.CancellationException;
import org.kpilang.evaluate.internal.PlannedQuestion;
import org.kpilang.evaluate.internal.RepeatedRun;

/**
 * Works out a {@link Plan} again and again into one {@link Result}. After the first run it has all the memory that it
 * needs: further ones allocate a few objects for each task and leaf that slices share, and nothing for a cell;
 * {@linkplain Evaluation#decimals decimals} are made anew each time. Not
 * thread-safe, and while it runs its result is not to be read.
 */
public final class Evaluator {

    private final RepeatedRun run;
    private final Result result;

    Evaluator(PlannedQuestion question) {
        this.run = question.repeated();
        this.result = new Result(question, run.columns());
    }

    /**
     * Works everything out, from the facts on.
     *
     * @return the same object each time, with its values overwritten
     * @throws CancellationException if it was told to stop; some values are then those of an earlier run
     */
    public Result run() {
        run.run();
        return result;
    }
}
