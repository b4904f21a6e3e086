package org.renkei.backup;

/// A backup cannot be restored; the message says why and what to do, in both languages.
public final class RestoreException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String japanese;

    RestoreException(String english, String japanese) {
        super(english);
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }
}
