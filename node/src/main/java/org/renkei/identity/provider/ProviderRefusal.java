package org.renkei.identity.provider;

/// An answer of a provider that is not taken. The reason is for the audit log, never for who came with it.
public final class ProviderRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    public ProviderRefusal(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
