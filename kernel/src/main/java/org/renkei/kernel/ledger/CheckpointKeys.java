package org.renkei.kernel.ledger;

import java.security.PublicKey;

/// The public keys with which a node's checkpoints are verified.
///
/// @param node its name, for example `JPN/ichigaya`; without spaces and without `+`
public record CheckpointKeys(String node, PublicKey ed25519, PublicKey mlDsa65) {

    public CheckpointKeys {
        if (node.isEmpty() || node.contains("+") || node.chars().anyMatch(CheckpointKeys::breaksName)) {
            throw new IllegalArgumentException("not a node name: " + node);
        }
        ed25519 = SignatureScheme.ED25519.requireKey(ed25519);
        mlDsa65 = SignatureScheme.ML_DSA_65.requireKey(mlDsa65);
    }

    private static boolean breaksName(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }
}
