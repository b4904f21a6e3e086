package org.renkei.federation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.EntrySeal;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.KeyExchange;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.Partners;
import org.renkei.ledger.Ledgers;

/// The frames of a session that parcels for one partner hold.
final class ParcelFrames {
    private static final int MAX_ENTRIES = 2_000;
    private static final int PARCEL_BYTES = 56 * 1024;
    /// The token of Hello says what its maker takes in parcels; of older nodes it is 1.
    private static final byte TAKES_ENTRIES = 1;
    private static final byte TAKES_CONTENTS = 2;
    private static final byte GIVES_BACK = 4;
    /// What columns and compression are expected to save.
    private static final int PACKING = 4;

    private final NodeId self;
    private final Partners.Partner partner;
    private final Ledgers ledgers;
    private final Inbox inbox;
    private final EntrySeal seal;
    private final Compressions compressions;
    private final KeyExchange news;

    ParcelFrames(
            NodeId self,
            Partners.Partner partner,
            Ledgers ledgers,
            Inbox inbox,
            EntrySeal seal,
            Compressions compressions,
            KeyExchange news) {
        this.self = self;
        this.partner = partner;
        this.ledgers = ledgers;
        this.inbox = inbox;
        this.seal = seal;
        this.compressions = compressions;
        this.news = news;
    }

    /// Entries of our ledger up to a position.
    record Entries(LinkFrame.Columns frame, long last) {}

    /// What this node takes in parcels.
    static byte[] token() {
        return new byte[] {TAKES_ENTRIES | TAKES_CONTENTS | GIVES_BACK};
    }

    /// Whether contents of attachments can be exchanged in parcels with the maker of this.
    static boolean takesContents(LinkFrame.Hello hello) {
        return says(hello, TAKES_CONTENTS);
    }

    /// Whether the maker of this gives a partner that has lost them its own entries back in parcels.
    static boolean givesBack(LinkFrame.Hello hello) {
        return says(hello, GIVES_BACK);
    }

    private static boolean says(LinkFrame.Hello hello, byte what) {
        return hello.token().length > 0 && (hello.token()[0] & what) != 0;
    }

    /// As many entries as make a small parcel; at least one, however large it is. Null while there is none to read.
    @Nullable
    Entries read(long from) throws IOException {
        for (var most = MAX_ENTRIES; ; ) {
            var batch = ledgers.read(partner.key(), from, most, PARCEL_BYTES * PACKING);
            var count = batch.leaves().size();
            if (count == 0) {
                return null;
            }
            var frame = LinkFrame.Columns.of(from, batch.leaves(), batch.checkpoint());
            if (count == 1 || encode(List.of(frame)).length <= PARCEL_BYTES) {
                return new Entries(frame, from + count - 1);
            }
            most = count / 2;
        }
    }

    /// How much this node holds of the partner's ledger.
    LinkFrame.Hello hello() {
        var held = inbox.find(partner.node());
        return new LinkFrame.Hello(
                LinkSession.VERSIONS,
                self.toString(),
                partner.node().toString(),
                held.map(Inbox.Cursor::size).orElse(0L),
                held.map(Inbox.Cursor::root).orElse(Hash.ofEmptyTree()),
                compressions.name(),
                token(),
                inbox.advanced(partner.node()).keySet().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0),
                news.statements(),
                news.known());
    }

    /// Entries ahead of their turn, each with the seal by which this node knows it again.
    LinkFrame.Advance advance(List<Ledgers.Urgent> entries) {
        var ledger = LinkSession.ledgerName(self, partner.node());
        return new LinkFrame.Advance(entries.stream()
                .map(one ->
                        new LinkFrame.Sealed(one.bytes(), seal.over(ledger, one.position(), Hash.ofLeaf(one.bytes()))))
                .toList());
    }

    byte[] encode(List<LinkFrame> frames) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new FrameWriter(compressions.open(Lane.BULK))) {
            for (var frame : frames) {
                var packs = !(frame instanceof LinkFrame.Hello)
                        && !compressions.name().isEmpty();
                out.write(writer.encode(frame, packs));
            }
        }
        return out.toByteArray();
    }
}
