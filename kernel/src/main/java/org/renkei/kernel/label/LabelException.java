package org.renkei.kernel.label;

/// A text or an XML element that is no label. The message says what is wrong and what would be right.
public final class LabelException extends RuntimeException {
    public LabelException(String message) {
        super(message);
    }
}
