package org.renkei.kernel.link;

import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import org.renkei.kernel.ledger.Hash;

/// One message of the session. Positions count from 1; a size is the number of entries.
public sealed interface LinkFrame {

    /// The first frame of each side: who speaks, to whom, which versions it knows, and how much of the other's
    /// ledger it holds durably. `compression` and `token`, from version 2 on, are empty for older nodes;
    /// whoever shows the token may add a lane to this session. `ahead` is the highest position held ahead of
    /// its turn, 0 for none. From version 3 on: `successions`, what the sender says about its new keys, and
    /// `known`, the key by which it goes for the other side.
    record Hello(
            List<Integer> versions,
            String node,
            String to,
            long heldSize,
            Hash heldRoot,
            String compression,
            byte[] token,
            long ahead,
            List<byte[]> successions,
            byte[] known)
            implements LinkFrame {
        public Hello {
            versions = List.copyOf(versions);
            successions = List.copyOf(successions);
        }

        public Hello(
                List<Integer> versions,
                String node,
                String to,
                long heldSize,
                Hash heldRoot,
                String compression,
                byte[] token,
                long ahead) {
            this(versions, node, to, heldSize, heldRoot, compression, token, ahead, List.of(), new byte[0]);
        }
    }

    /// Version 1: entries of the sender's ledger from a position on, and one signed checkpoint that ends exactly
    /// with the last.
    record Batch(long from, List<byte[]> entries, String checkpoint) implements LinkFrame {
        public Batch {
            entries = List.copyOf(entries);
        }
    }

    /// The receiver holds so much durably; the root proves that it holds the same.
    record Ack(long size, Hash root) implements LinkFrame {}

    record Ping(long token) implements LinkFrame {}

    record Pong(long token) implements LinkFrame {}

    /// The sender closes, and why; the code is one of [LinkProblem].
    record Goodbye(String problem) implements LinkFrame {}

    /// Version 2: as [Batch], entries in columns ([ColumnCodec]), and of the checkpoint only its signatures.
    record Columns(long from, byte[] columns, SignatureLines signatures) implements LinkFrame {
        /// @param checkpoint signed, and ending with the last of the leaves
        public static Columns of(long from, List<LedgerLeaf> leaves, String checkpoint) {
            return new Columns(from, ColumnCodec.encode(from, leaves), SignatureLines.of(checkpoint));
        }
    }

    /// Urgent entries ahead of their turn.
    record Advance(List<Sealed> entries) implements LinkFrame {
        public Advance {
            entries = List.copyOf(entries);
        }
    }

    /// An entry under no checkpoint yet. By the seal its origin knows it again, should the receiver have to give it
    /// back; to anybody else it says nothing.
    record Sealed(byte[] entry, byte[] seal) {}

    /// The receiver holds these entries durably, ahead of their turn.
    record AdvanceAck(List<Long> positions) implements LinkFrame {
        public AdvanceAck {
            positions = List.copyOf(positions);
        }
    }

    /// So many bytes have arrived on the bulk lane so far; the sender paces itself by it.
    record Receipt(long bytes) implements LinkFrame {}

    /// The first frame on a connection that adds the urgent lane to a session.
    record Join(byte[] token) implements LinkFrame {}

    /// A sealed parcel for the partner to open: it holds either what is for the partner, or another parcel and where
    /// that one goes next. The id is of this hop alone.
    record Parcel(byte[] id, boolean urgent, byte[] bytes) implements LinkFrame {
        public static final int ID_BYTES = 16;
        public static final int MAX_BYTES = 7 * 1024 * 1024;

        /// The id as a key.
        public String key() {
            return key(id);
        }

        public static String key(byte[] id) {
            return HexFormat.of().formatHex(id);
        }
    }

    /// What became of a parcel; the code is one of [ParcelCode].
    record ParcelAck(byte[] id, String code) implements LinkFrame {}

    /// Version 3: the sender goes by this key of the receiver from now on.
    record KeyKnown(byte[] key) implements LinkFrame {}

    /// Version 3: the sender's audit log as it stands, for the partner to cosign: a signed checkpoint, and
    /// what proves that it goes on from the one of size `from` (RFC 6962 §2.1.2). `restored`, when not 0:
    /// the log came back from a backup, and only the first so many entries are of before. The padding makes
    /// frames equally long.
    record Audited(String checkpoint, long from, long restored, List<Hash> proof, byte[] padding) implements LinkFrame {
        /// Longest proof of a log of 2^63 entries.
        public static final int MAX_PROOF = 128;
        private static final int LENGTH = 16_384;

        public Audited {
            proof = List.copyOf(proof);
        }

        /// The same in frames of 16 KiB.
        ///
        /// @param filling as many bytes as are asked for, by chance
        public Audited padded(IntFunction<byte[]> filling) {
            var bare = new Audited(checkpoint, from, restored, proof, new byte[0]);
            return new Audited(checkpoint, from, restored, proof, filling.apply(missing(bare)));
        }

        static int missing(LinkFrame bare) {
            // The empty padding takes one byte, a longer one has a header of three.
            var length = FrameCodec.encode(bare).length + 2;
            return Math.ceilDiv(length + 256, LENGTH) * LENGTH - length;
        }
    }

    /// Version 3: what became of an [Audited]; the code is one of [CosigningCode]. The checkpoint is the
    /// cosigned one, or the one that the proof has to begin at, or that contradicts the one sent; it may be
    /// empty.
    record Cosigned(String code, String checkpoint, byte[] padding) implements LinkFrame {
        /// The same in frames of 16 KiB.
        public Cosigned padded(IntFunction<byte[]> filling) {
            var bare = new Cosigned(code, checkpoint, new byte[0]);
            return new Cosigned(code, checkpoint, filling.apply(Audited.missing(bare)));
        }
    }

    /// Version 3: the entries of the ledger up to this position come from what was begun elsewhere (W3C
    /// `traceparent`). Only where both nations want it; a receiver that does not looks past it.
    record Traced(long upTo, String context) implements LinkFrame {}

    /// Version 4: the first frame on a connection that adds the lane of tracks to a session.
    record JoinTracks(byte[] token) implements LinkFrame {}

    /// Version 4, on the lane of tracks alone, where any of them may be missing: `number` counts from 1 those that
    /// tell something and is 0 for others; `heard` is the highest that came from the other side. `told` is empty or
    /// what has to be known before `updates` can be read.
    record Tracks(long number, long heard, List<byte[]> updates, byte[] told) implements LinkFrame {
        public Tracks {
            updates = List.copyOf(updates);
        }
    }

    /// Asks for the asker's own entries back, from a position on.
    record Recover(long from) implements LinkFrame {}

    /// Asks for the bytes `from` up to, not including, `upTo` of an attachment.
    record Want(Hash digest, long from, long upTo) implements LinkFrame {}

    /// Bytes of an attachment from a place on; `total` is how many the whole has.
    record Chunk(Hash digest, long from, long total, byte[] bytes) implements LinkFrame {}

    /// What was asked for is not given; why, as far as it may be said.
    record Lacking(Hash digest, String code) implements LinkFrame {}

    /// The asker's own entries as they are held here; the last frame carries the signatures of the checkpoint over
    /// all of them.
    record Recovered(long from, byte[] columns, SignatureLines signatures) implements LinkFrame {}

    /// Before the last Recovered: the asker's entries that are held ahead of their turn, by position.
    record RecoveredAhead(List<Ahead> entries) implements LinkFrame {
        public RecoveredAhead {
            entries = List.copyOf(entries);
        }
    }

    /// An entry that is held ahead of its turn; `entry` is empty where its content is no longer held.
    record Ahead(long position, Hash leaf, byte[] entry, byte[] seal) {}
}
