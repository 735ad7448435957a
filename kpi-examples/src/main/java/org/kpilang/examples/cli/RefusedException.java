package org.kpilang.examples.cli;

/** The command cannot be carried out; the message is one sentence for the person who gave it. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
