package org.renkei.command;

/// A command cannot go on; the message says what to do.
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }
}
