package org.kpilang.evaluate.internal.fused;

import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the class of a loop into a loop. */
public interface LoopDefiner {

    /**
     * Defines classes that are hidden: they live in this package, nobody can name them, and they go when the loop goes.
     */
    LoopDefiner HIDDEN = classFile -> (FusedLoop) MethodHandles.lookup().defineHiddenClass(classFile, false)
            .lookupClass().getDeclaredConstructor().newInstance();

    /**
     * The loop of a class.
     *
     * @throws ReflectiveOperationException if classes cannot be defined here; other errors say the same
     */
    FusedLoop define(byte[] classFile) throws ReflectiveOperationException;

    /** The loop of a body; null if it would be too long, or no classes can be defined. */
    default @Nullable FusedLoop loop(LoopBody body) {
        byte[] classFile = LoopWriter.write(body);
        if (classFile.length == 0) {
            return null;
        }
        try {
            return define(classFile);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            Logger logger = LoggerFactory.getLogger(LoopDefiner.class);
            logger.debug("no loop can be generated here, which changes no result", e);
            return null;
        }
    }
}
