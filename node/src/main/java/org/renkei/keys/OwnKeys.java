package org.renkei.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointSigner;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.CheckpointVerdict.Refused;
import org.renkei.kernel.ledger.CheckpointVerdict.Verified;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;
import org.renkei.settings.NodeSettings;

/// The keys of this node, now and before: the newest ones sign; older ones are known by their cards, and each
/// of them counts for what was signed in its term.
public final class OwnKeys implements Unsealing {
    private static final String PURPOSE = "entries ahead of their turn";

    private final Path folder;
    private final NodeSettings settings;
    private volatile State state;

    /// @param entriesAhead derived from the first keys; it stays
    private record State(
            NodeKeys keys,
            NodeCard card,
            CheckpointSigner signer,
            List<OwnTerm> terms,
            Map<NodeId, Hash> known,
            byte[] entriesAhead) {}

    private OwnKeys(Path folder, NodeSettings settings) {
        this.folder = folder;
        this.settings = settings;
        this.state = load();
    }

    /// Loads the keys of a node, or makes them.
    public static OwnKeys open(NodeSettings settings) {
        return new OwnKeys(settings.data().resolve("keys"), settings);
    }

    /// Those that lie in another folder.
    public static OwnKeys open(Path folder, NodeSettings settings) {
        return new OwnKeys(folder, settings);
    }

    private State load() {
        var keys = NodeKeys.open(folder, settings.node());
        try {
            var terms = new ArrayList<OwnTerm>();
            for (var term : list(folder.resolve(KeyRotation.TERMS))) {
                terms.add(OwnTerm.read(term));
            }
            var known = new LinkedHashMap<NodeId, Hash>();
            for (var file : list(folder.resolve(KeyRotation.KNOWN))) {
                var node = NodeId.parse(String.valueOf(file.getFileName()).replace('~', '/'));
                known.put(node, Hash.parse(Files.readString(file).strip()));
            }
            var kept = folder.resolve(KeyRotation.ENTRIES_AHEAD);
            return new State(
                    keys,
                    keys.card(settings, settings.link().toString()),
                    keys.signer(settings.node()),
                    List.copyOf(terms),
                    Map.copyOf(known),
                    Files.exists(kept)
                            ? Base64.getDecoder().decode(Files.readString(kept).strip())
                            : keys.secretFor(PURPOSE));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("the keys in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    public NodeCard card() {
        return state.card();
    }

    /// When the keys that sign now were made.
    public Instant made() {
        return state.keys().made();
    }

    /// Keys whose term is over, oldest first.
    public List<OwnTerm> terms() {
        return state.terms();
    }

    public String sign(Checkpoint checkpoint) {
        return state.signer().sign(checkpoint);
    }

    /// As a witness of somebody else's log.
    public String cosign(String signedText, long seconds) {
        return state.keys().cosigner(settings.node()).cosign(signedText, seconds);
    }

    /// The certificate for links that goes with the newest keys.
    public X509Certificate certificate() {
        return state.keys().certificate();
    }

    /// By this secret the node knows its own entries again; it stays the same whatever becomes of the keys.
    public byte[] entriesAhead() {
        return state.entriesAhead().clone();
    }

    /// To its newest key or to one before it.
    @Override
    public void open(byte[] context, InputStream sealed, OutputStream plain) throws IOException {
        var keys = new ArrayList<SealingKey>();
        keys.add(state.keys().sealing());
        for (var term : state.terms().reversed()) {
            term.sealing().ifPresent(keys::add);
        }
        SealingKey.openWithOneOf(keys, context, sealed, plain);
    }

    /// A checkpoint of this node's own: of the newest key, or of an older one for what it signed in its term.
    public CheckpointVerdict verify(String signedText, String origin) {
        var now = state;
        var newest = now.card().verifier().verify(signedText, origin);
        if (newest instanceof Verified(var checkpoint)) {
            return notBefore(newest, checkpoint, now.terms().size());
        }
        for (var i = now.terms().size() - 1; i >= 0; i--) {
            var term = now.terms().get(i);
            var verdict = term.card().verifier().verify(signedText, origin);
            if (verdict instanceof Verified(var checkpoint)) {
                var until = isAudit(origin) ? term.audit() : ledger(term, origin);
                return checkpoint.size() > until && (isAudit(origin) || term.withdrawn())
                        ? new Refused(
                                "signed over " + checkpoint.size() + " entries by a key whose term ended at " + until)
                        : notBefore(verdict, checkpoint, i);
            }
        }
        return newest;
    }

    /// The audit log is signed in order only, so a key has nothing to say about what was before its term.
    private CheckpointVerdict notBefore(CheckpointVerdict verdict, Checkpoint checkpoint, int number) {
        var begin = number == 0 ? 0 : state.terms().get(number - 1).audit();
        return isAudit(checkpoint.origin()) && checkpoint.size() < begin
                ? new Refused("signed over " + checkpoint.size() + " entries by a key whose term began at " + begin)
                : verdict;
    }

    private boolean isAudit(String origin) {
        var first = settings.node() + "/audit";
        return origin.equals(first) || origin.startsWith(first + "/");
    }

    private static long ledger(OwnTerm term, String origin) {
        return term.ledgers().entrySet().stream()
                .filter(one -> origin.endsWith("/ledger/" + one.getKey()))
                .mapToLong(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
    }

    /// The successions that lead a partner from the key it goes by to the present one; none when
    /// there is no such way.
    public List<byte[]> statementsFor(NodeId partner) {
        var now = state;
        var statements = new ArrayList<byte[]>();
        for (var term : now.terms().subList(knownTerm(now, partner), now.terms().size())) {
            var statement = term.statement(partner);
            if (statement.isEmpty()) {
                return List.of();
            }
            statements.add(statement.get());
        }
        return statements;
    }

    /// The index of the term whose key a partner goes by; that of the present key is one more than the last.
    private static int knownTerm(State state, NodeId partner) {
        var key = state.known().get(partner);
        for (var i = 0; i < state.terms().size(); i++) {
            if (state.terms().get(i).card().keyId().equals(key)) {
                return i;
            }
        }
        return state.terms().size();
    }

    /// The key of ours by which a partner goes, as far as it has told.
    public NodeCard knownTo(NodeId partner) {
        var now = state;
        var term = knownTerm(now, partner);
        return term == now.terms().size() ? now.card() : now.terms().get(term).card();
    }

    /// A partner has told by which key it goes, or somebody has brought it the newest card by hand.
    public synchronized void knows(NodeId partner, Hash key) {
        var now = state;
        var isOurs = now.card().keyId().equals(key)
                || now.terms().stream()
                        .anyMatch(
                                term -> !term.withdrawn() && term.card().keyId().equals(key));
        if (now.terms().isEmpty() || !isOurs || key.equals(now.known().get(partner))) {
            return;
        }
        try {
            PrivateFiles.write(folder.resolve(KeyRotation.KNOWN).resolve(OwnTerm.fileName(partner)), key.hex() + "\n");
            state = load();
        } catch (IOException e) {
            throw new IllegalStateException("what " + partner + " knows cannot be written", e);
        }
    }

    /// With what this node connects: the newest keys once every one of these partners goes by them; until then,
    /// or until the overlap is over, those that all of them accept.
    public TlsIdentity presented(Collection<NodeId> partners, Instant now) {
        var current = state;
        var oldest = current.terms().size();
        for (var partner : partners) {
            oldest = Math.min(oldest, knownTerm(current, partner));
        }
        for (var term : current.terms().subList(oldest, current.terms().size())) {
            var identity = usable(term, now);
            if (identity.isPresent()) {
                return identity.get();
            }
        }
        return new TlsIdentity(current.keys().tls(), current.keys().certificate());
    }

    /// With what this node connects while a partner seems to have gone back to a time before an exchange of keys: the
    /// oldest that partners still take. Whoever goes by it is told of the keys that followed, by those keys.
    public TlsIdentity presentedBefore(Instant now) {
        var current = state;
        return current.terms().stream()
                .flatMap(term -> usable(term, now).stream())
                .findFirst()
                .orElseGet(() ->
                        new TlsIdentity(current.keys().tls(), current.keys().certificate()));
    }

    private Optional<TlsIdentity> usable(OwnTerm term, Instant now) {
        var withdrawnSince = state.terms().stream()
                .anyMatch(one -> one.withdrawn() && !one.ended().isBefore(term.ended()));
        try {
            return withdrawnSince || !term.isWithinOverlap(now) ? Optional.empty() : term.tls();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the keys in " + term.folder() + " cannot be read", e);
        }
    }

    /// After the overlap older keys neither open nor connect any more.
    public synchronized void forget(Instant now) {
        try {
            for (var term : state.terms()) {
                if (!term.isWithinOverlap(now)) {
                    term.forgetPrivateKeys();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("older keys cannot be removed", e);
        }
    }

    /// Exchanges the keys. Nothing may be signed meanwhile.
    ///
    /// @param withdrawn whether somebody else may have the present ones
    /// @param recorded told of the new card before it counts; when that fails the old keys stay
    public synchronized void rotate(
            long audit, Map<NodeId, Long> ledgers, boolean withdrawn, Instant now, Consumer<NodeCard> recorded) {
        try {
            var current = state;
            new KeyRotation(folder, settings, current.keys(), current.card())
                    .run(
                            new KeyRotation.Closing(audit, ledgers),
                            withdrawn,
                            now,
                            current.entriesAhead(),
                            recorded::accept);
            if (withdrawn) {
                state = load();
                for (var term : state.terms()) {
                    term.forgetPrivateKeys();
                }
            }
            state = load();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the keys cannot be exchanged: " + e.getMessage(), e);
        }
    }
}
