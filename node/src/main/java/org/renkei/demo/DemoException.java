package org.renkei.demo;

/// The demonstration cannot go on; the message says why and what to do.
final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message);
    }
}
