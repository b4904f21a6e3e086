package org.renkei.kernel.cases;

import java.util.List;

/// One field of a statement: what a form asks for and what is checked.
///
/// @param choices the words that it may have; empty when it is free
public record Field(String name, Type type, boolean required, List<String> choices) {
    public enum Type {
        TEXT,
        LONG_TEXT,
        /// An instant in UTC.
        TIME,
        /// A day, `YYYY-MM-DD`.
        DATE,
        /// A whole number from 1.
        NUMBER,
        CHOICE,
        /// Code of a nation or organisation.
        PARTY,
        /// 32 hexadecimal digits that a writer drew.
        MARK,
        /// Code of a body.
        BODY,
        /// Id of a record, or of what is folded from records; it need not be here.
        RECORD,
        /// Record of another statement.
        REFERENCE,
        REFERENCES,
        /// 64 hexadecimal digits.
        HASH,
        /// Contents that the record lists, one at least.
        FILES
    }

    public static Field of(String name, Type type) {
        return new Field(name, type, true, List.of());
    }

    public static Field optional(String name, Type type) {
        return new Field(name, type, false, List.of());
    }

    public static <E extends Enum<E> & Coded> Field choice(String name, Class<E> of) {
        return new Field(name, Type.CHOICE, true, Coded.codes(of));
    }
}
