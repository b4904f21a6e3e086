package org.renkei.identity.passkey;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An answer of an authenticator that is not taken. The reason is for the audit log, never for who sent it.
public final class PasskeyRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable UUID person;

    PasskeyRefusal(String reason) {
        this(reason, null);
    }

    private PasskeyRefusal(String reason, @Nullable UUID person) {
        super(reason);
        this.person = person;
    }

    /// Named after what was found wrong: `bad-origin`, `malicious-counter-value`.
    static PasskeyRefusal of(RuntimeException failure) {
        var name = failure.getClass().getSimpleName().replaceAll("Exception$", "");
        return new PasskeyRefusal(name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
    }

    PasskeyRefusal by(UUID owner) {
        return new PasskeyRefusal(reason(), owner);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    /// Whose passkey it was, if any is known.
    public @Nullable UUID person() {
        return person;
    }
}
