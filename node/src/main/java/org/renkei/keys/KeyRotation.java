package org.renkei.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.renkei.kernel.record.NodeId;
import org.renkei.settings.NodeSettings;

/// Makes new keys of every kind in the place of the present ones: ready beside them first, with what the old
/// keys say about the new ones, then exchanged in one step. After it the old keys sign nothing any more: they
/// are gone.
final class KeyRotation {
    static final String TERMS = "terms";
    static final String KNOWN = "known";
    static final String ENTRIES_AHEAD = "entries-ahead.key";

    /// How far the old keys have signed.
    ///
    /// @param audit entries of the audit log
    /// @param ledgers entries given out, for each partner that has a ledger
    public record Closing(long audit, Map<NodeId, Long> ledgers) {
        public Closing {
            ledgers = Map.copyOf(ledgers);
        }
    }

    /// What has to be on record before the new keys count.
    interface Recording {
        void record(NodeCard next);
    }

    private final Path keys;
    private final NodeSettings settings;
    private final NodeKeys old;
    private final NodeCard before;

    KeyRotation(Path keys, NodeSettings settings, NodeKeys old, NodeCard before) {
        this.keys = keys;
        this.settings = settings;
        this.old = old;
        this.before = before;
    }

    /// @param withdrawn whether somebody else may have the old keys: then they say nothing about the new ones
    void run(Closing closing, boolean withdrawn, Instant now, byte[] entriesAhead, Recording recording)
            throws IOException, GeneralSecurityException {
        var next = KeyFolder.prepare(keys);
        try {
            var made = NodeKeys.open(next, settings.node());
            var card = made.card(settings, settings.link().toString());
            KeyFolder.copy(keys.resolve(TERMS), next.resolve(TERMS));
            KeyFolder.copy(keys.resolve(KNOWN), next.resolve(KNOWN));
            PrivateFiles.write(next.resolve(ENTRIES_AHEAD), Base64.getEncoder().encodeToString(entriesAhead) + "\n");
            close(next, closing, withdrawn, now, made, card);
            recording.record(card);
            KeyFolder.exchange(keys);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            KeyFolder.settle(keys);
            throw e;
        }
    }

    private void close(Path next, Closing closing, boolean withdrawn, Instant now, NodeKeys made, NodeCard card)
            throws IOException, GeneralSecurityException {
        var terms = next.resolve(TERMS);
        Files.createDirectories(terms);
        Files.createDirectories(next.resolve(KNOWN));
        var number = 1;
        while (Files.exists(terms.resolve("%04d".formatted(number)))) {
            number++;
        }
        var folder = terms.resolve("%04d".formatted(number));
        OwnTerm.write(folder, before, now, withdrawn, closing);
        for (var partner : closing.ledgers().entrySet()) {
            var known = next.resolve(KNOWN).resolve(OwnTerm.fileName(partner.getKey()));
            if (!Files.exists(known)) {
                PrivateFiles.write(known, before.keyId().hex() + "\n");
            }
        }
        if (withdrawn) {
            return;
        }
        OwnTerm.keepPrivateKeys(keys, folder);
        var term = OwnTerm.read(folder);
        for (var partner : closing.ledgers().entrySet()) {
            term.writeStatement(
                    partner.getKey(),
                    Succession.make(partner.getKey(), before, old, card, made, now, partner.getValue()));
        }
    }
}
