package org.renkei.attachments;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.renkei.attachments.AttachmentExchange.Given;
import org.renkei.attachments.AttachmentExchange.Way;
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
    private final Way way;
    private final Set<Hash> sent = new HashSet<>();
    private final Set<Hash> refused = new HashSet<>();

    /// Over a link of its own, or on a medium.
    ///
    /// @param by what carries it, for the audit log
    public PartnerAttachments(AttachmentExchange exchange, Partners.Partner partner, String by) {
        this(exchange, partner, by, Way.OWN);
    }

    /// @param by what carries it, for the audit log
    public PartnerAttachments(AttachmentExchange exchange, Partners.Partner partner, String by, Way way) {
        this.exchange = exchange;
        this.partner = partner;
        this.by = by;
        this.way = way;
    }

    public Given read(Hash digest, long from, int maxBytes) {
        var given = exchange.read(partner.key(), digest, from, maxBytes, way);
        switch (given) {
            case Given.Piece piece
            when isNew(sent, digest) -> exchange.noteSent(partner.key(), digest, piece.record(), by);
            case Given.Refused(var code)
            when isNew(refused, digest) -> exchange.noteRefused(partner.key(), digest, code);
            case Given noted -> {}
        }
        return given;
    }

    /// What to fetch next, at most so many, previews first; none when nothing is wanted.
    public List<Fetching.Wanted> next(int most) {
        return exchange.next(partner.node(), most, way);
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
