package org.renkei.attachments;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.attachments.AttachmentExchange.Given;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;
import org.renkei.keys.Partners;

/// Exchanges contents with one partner over one session or medium. Each content given or refused is put on record
/// once, before anything of it leaves. What it may have goes by its own ledger, not by that of another node of its
/// party. Owned by one thread.
public final class PartnerAttachments {
    private static final int MOST_NOTED = 10_000;

    private final AttachmentExchange exchange;
    private final Partners.Partner partner;
    private final String by;
    private final Set<Hash> sent = new HashSet<>();
    private final Set<Hash> refused = new HashSet<>();

    /// @param by what carries it, for the audit log
    public PartnerAttachments(AttachmentExchange exchange, Partners.Partner partner, String by) {
        this.exchange = exchange;
        this.partner = partner;
        this.by = by;
    }

    public Given read(Hash digest, long from, int maxBytes) {
        var given = exchange.read(partner.key(), digest, from, maxBytes);
        switch (given) {
            case Given.Piece piece
            when isNew(sent, digest) -> exchange.noteSent(partner.key(), digest, piece.record(), by);
            case Given.Refused(var code)
            when isNew(refused, digest) -> exchange.noteRefused(partner.key(), digest, code);
            case Given noted -> {}
        }
        return given;
    }

    public Fetching.@Nullable Wanted next() {
        return exchange.next(partner.node());
    }

    public boolean store(Hash digest, long from, long total, byte[] bytes) {
        return exchange.store(partner.node(), digest, from, total, bytes, true);
    }

    /// Takes what comes without having been asked for.
    public boolean takeIn(Hash digest, long from, long total, byte[] bytes) {
        return exchange.store(partner.node(), digest, from, total, bytes, false);
    }

    public void lacking(Hash digest, String code) {
        exchange.lacking(partner.node(), digest, code);
    }

    private static boolean isNew(Set<Hash> noted, Hash digest) {
        if (noted.size() >= MOST_NOTED) {
            noted.clear();
        }
        return noted.add(digest);
    }
}
