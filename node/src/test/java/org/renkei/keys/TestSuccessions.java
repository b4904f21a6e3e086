package org.renkei.keys;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.renkei.kernel.record.NodeId;
import org.renkei.settings.NodeSettings;

/// Successions as nobody in his right mind makes them.
public final class TestSuccessions {
    private TestSuccessions() {}

    /// One whose old key is in one folder and whose new key is in another.
    public static byte[] between(Path old, Path fresh, NodeSettings settings, NodeId to, long ledger) {
        var before = NodeKeys.open(old, settings.node());
        var next = NodeKeys.open(fresh, settings.node());
        try {
            return Succession.make(
                    to, card(before, settings), before, card(next, settings), next, Instant.now(), ledger);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static NodeCard card(Path folder, NodeSettings settings) {
        return card(NodeKeys.open(folder, settings.node()), settings);
    }

    private static NodeCard card(NodeKeys keys, NodeSettings settings) {
        return keys.card(settings, "127.0.0.1:1");
    }
}
