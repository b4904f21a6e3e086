package org.renkei.kernel.link;

import java.util.List;
import java.util.Optional;

/// What the two sides of a session tell each other about new keys. Statements are signed by the old and by the
/// new key; what they say is not for the session to know.
public interface KeyExchange {
    /// For nodes whose keys never change.
    KeyExchange NONE = new KeyExchange() {
        @Override
        public List<byte[]> statements() {
            return List.of();
        }

        @Override
        public byte[] known() {
            return new byte[0];
        }

        @Override
        public Optional<String> take(List<byte[]> statements) {
            return statements.isEmpty() ? Optional.empty() : Optional.of("this node takes no new keys");
        }

        @Override
        public void knows(byte[] key) {}
    };

    /// Our successions that the partner is not known to have, oldest first.
    List<byte[]> statements();

    /// Names the key by which this node goes for the partner; empty when that is not to be said.
    byte[] known();

    /// Takes the partner's successions, durably, before anything else of the session is looked at.
    ///
    /// @return why they are refused
    Optional<String> take(List<byte[]> statements);

    /// The partner goes by this key of ours.
    void knows(byte[] key);
}
