package org.renkei.identity;

import java.time.Duration;

/// What became of a try to sign in. A refusal does not say what was wrong.
public sealed interface SignIn {
    /// The cookie's value, known to nobody else.
    record SignedIn(String cookie) implements SignIn {}

    record Refused() implements SignIn {}

    /// Too many tries failed; the next one is looked at only after this time.
    record Waits(Duration pause) implements SignIn {}
}
