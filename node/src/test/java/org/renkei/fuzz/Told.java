package org.renkei.fuzz;

/// A way to end of a parser that throws nothing: what it said.
final class Told extends Exception {
    private static final long serialVersionUID = 1L;

    Told(String what) {
        super(what);
    }
}
