package org.renkei.kernel.link;

import java.util.List;

/// What the two sides of a session tell each other of new keys before anything else. Part of [LinkSession].
final class KeyGreeting {
    /// The version from which on new keys are told of.
    private static final int KEYS = 3;

    private final LinkTerms terms;
    private final Effects effects;
    private boolean told;

    KeyGreeting(LinkTerms terms, Effects effects) {
        this.terms = terms;
        this.effects = effects;
    }

    private boolean tells() {
        return terms.versions().contains(KEYS);
    }

    /// Statements of the keys that followed those the partner knows, for the greeting.
    List<byte[]> tell() {
        var statements = tells() ? terms.keys().statements() : List.<byte[]>of();
        told = !statements.isEmpty();
        return statements;
    }

    /// The partner's key that is known here, for the greeting.
    byte[] known() {
        return tells() ? terms.keys().known() : new byte[0];
    }

    /// Nothing that a new key has signed is looked at before it is known whose it is.
    ///
    /// @return false when the session has ended for that
    boolean meet(LinkFrame.Hello hello, int common) {
        if (common < KEYS) {
            if (tells() && !terms.keys().statements().isEmpty()) {
                effects.close(
                        LinkProblem.NEW_KEYS,
                        "the partner speaks " + hello.versions() + " and cannot be told of this node's new keys");
            }
            return !effects.isClosed();
        }
        var refusal = terms.keys().take(hello.successions());
        if (refusal.isPresent()) {
            effects.close(LinkProblem.KEYS_REFUSED, refusal.get());
            return false;
        }
        if (hello.known().length > 0) {
            terms.keys().knows(hello.known());
            if (!told && !terms.keys().statements().isEmpty()) {
                effects.close(
                        LinkProblem.STOPPED,
                        "the partner goes by an older key than it has told before: it is greeted anew with what followed");
                return false;
            }
        }
        if (!hello.successions().isEmpty()) {
            effects.send(new LinkFrame.KeyKnown(terms.keys().known()));
        }
        return true;
    }
}
