package org.renkei.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.KeyExchange;
import org.renkei.kernel.record.NodeId;

/// The keys of one node, numbered from 0; they lie in a folder of their own, which no restore of its store touches.
final class Keys {
    private static final int MAC = 16;

    private final NodeId node;
    private final Signing signing;
    /// How many entries each key that was given up has signed for each partner.
    private final List<Map<Integer, Long>> closed = new ArrayList<>();
    /// By which key each partner goes.
    private final Map<Integer, Integer> known = new HashMap<>();

    Keys(NodeId node, Signing signing) {
        this.node = node;
        this.signing = signing;
    }

    int current() {
        return closed.size();
    }

    int knownTo(int partner) {
        return known.getOrDefault(partner, 0);
    }

    /// New keys; the old ones say so to each partner, and sign nothing more.
    void exchange(Store store) {
        var signed = new HashMap<Integer, Long>();
        store.ledgers.forEach((partner, ledger) -> signed.put(partner, ledger.signed));
        closed.add(signed);
    }

    String sign(Checkpoint checkpoint) {
        return signing.sign(node, current(), checkpoint);
    }

    /// Whether this node has signed it, with whichever key: a restored one knows less than its older keys signed.
    CheckpointVerdict verifyOwn(String text, String ledger) {
        return verify(signing, node, Collections.nCopies(current(), Long.MAX_VALUE), text, ledger);
    }

    /// By the newest key, or by an older one within its term.
    ///
    /// @param terms how far each older key has signed
    static CheckpointVerdict verify(Signing signing, NodeId signer, List<Long> terms, String text, String ledger) {
        var newest = signing.verify(signer, terms.size(), text, ledger);
        for (var key = terms.size() - 1; key >= 0 && !(newest instanceof CheckpointVerdict.Verified); key--) {
            if (signing.verify(signer, key, text, ledger) instanceof CheckpointVerdict.Verified(var checkpoint)) {
                return checkpoint.size() <= terms.get(key)
                        ? new CheckpointVerdict.Verified(checkpoint)
                        : new CheckpointVerdict.Refused("signed by a key whose term has ended");
            }
        }
        return newest;
    }

    private byte[] statement(NodeId to, int from, long signed) {
        var text = node + " " + to + " " + from + " " + signed;
        return (text + " " + mac(text, node + "#" + from + " and " + node + "#" + (from + 1))).getBytes(UTF_8);
    }

    /// As somebody would write it who has none of the keys.
    static byte[] forged(NodeId node, NodeId to, int from) {
        var text = node + " " + to + " " + from + " 0";
        return (text + " " + mac(text, "nobody")).getBytes(UTF_8);
    }

    private static String mac(String text, String keys) {
        var hash = Hash.ofContent(("secret of " + keys + "\n" + text).getBytes(UTF_8));
        return hash.hex().substring(0, MAC);
    }

    /// What this node and a partner tell each other.
    ///
    /// @param authentic whether it is certain that the partner itself says what comes
    KeyExchange with(SimNode self, SimNode partner, Flaws flaws, boolean authentic) {
        return new KeyExchange() {
            @Override
            public List<byte[]> statements() {
                var statements = new ArrayList<byte[]>();
                for (var key = knownTo(partner.index()); key < current(); key++) {
                    var signed = closed.get(key).getOrDefault(partner.index(), 0L);
                    statements.add(statement(partner.id(), key, signed));
                }
                return statements;
            }

            @Override
            public byte[] known() {
                var terms = self.store().copy(partner.index()).terms;
                return (partner.id() + "#" + terms.size()).getBytes(UTF_8);
            }

            @Override
            public Optional<String> take(List<byte[]> statements) {
                return follow(self, partner, statements, flaws);
            }

            @Override
            public void knows(byte[] key) {
                var parts = new String(key, UTF_8).split("#");
                if (authentic && parts[0].equals(node.toString()) && Integer.parseInt(parts[1]) <= current()) {
                    known.put(partner.index(), Integer.parseInt(parts[1]));
                }
            }
        };
    }

    private static Optional<String> follow(SimNode self, SimNode partner, List<byte[]> statements, Flaws flaws) {
        var copy = self.store().copy(partner.index());
        var terms = new ArrayList<>(copy.terms);
        var reached = statements.isEmpty() ? terms.size() : -1;
        for (var statement : statements) {
            var words = new String(statement, UTF_8).split(" ");
            var from = Integer.parseInt(words[2]);
            var text = String.join(" ", Arrays.copyOf(words, words.length - 1));
            var both = partner.id() + "#" + from + " and " + partner.id() + "#" + (from + 1);
            var said = words[0].equals(partner.id().toString())
                    && words[1].equals(self.id().toString());
            var isSigned = words[words.length - 1].equals(mac(text, both)) || flaws.have(Mutant.SUCCESSION_UNCHECKED);
            if (!said || !isSigned || from > terms.size()) {
                return Optional.of("a stranger says so");
            }
            if (from == terms.size()) {
                terms.add(Math.max(Long.parseLong(words[3]), copy.rows.size()));
            }
            reached = from + 1;
        }
        if (reached != terms.size()) {
            return Optional.of("it leads to a key that was succeeded since");
        }
        copy.terms.clear();
        copy.terms.addAll(terms);
        return Optional.empty();
    }
}
