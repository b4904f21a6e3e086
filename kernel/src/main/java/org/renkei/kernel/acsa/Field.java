package org.renkei.kernel.acsa;

import java.util.List;

/// One field of a statement or of its lines: what a form asks for and what is checked.
///
/// @param choices the words that it may have; empty when it is free
public record Field(String name, Type type, boolean required, List<String> choices) {
    public enum Type {
        TEXT,
        DATE,
        /// A whole number, from 1 to a thousand million.
        NUMBER,
        /// Like a number, or nothing at all: 0.
        QUANTITY,
        /// Minor units of a currency.
        MONEY,
        CURRENCY,
        PARTY,
        /// Name of a time zone, `Asia/Tokyo`.
        ZONE,
        YES,
        CHOICE,
        /// 64 hexadecimal digits.
        HASH,
        /// 13 digits.
        NSN,
        /// Units of a currency for one euro, written as a text with a decimal point.
        RATE,
        /// A list of [Line]s.
        LINES,
        /// References of documents, at least one.
        DOCUMENTS
    }

    static Field of(String name, Type type) {
        return new Field(name, type, true, List.of());
    }

    static Field optional(String name, Type type) {
        return new Field(name, type, false, List.of());
    }

    static <E extends Enum<E>> Field choice(String name, Class<E> of) {
        return new Field(name, Type.CHOICE, true, Codes.of(of));
    }
}
