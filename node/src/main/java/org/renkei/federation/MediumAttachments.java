package org.renkei.federation;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.renkei.attachments.AttachmentExchange.Given;
import org.renkei.attachments.PartnerAttachments;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.record.Attachment;

/// Contents that go onto a medium behind the entries that list them: previews always, the rest when it is asked for.
/// Whether the partner may have each is decided as over a link.
final class MediumAttachments {
    private final PartnerAttachments attachments;
    private final boolean whole;
    private final Set<Hash> previews = new LinkedHashSet<>();
    private final Set<Hash> contents = new LinkedHashSet<>();

    MediumAttachments(PartnerAttachments attachments, boolean whole) {
        this.attachments = attachments;
        this.whole = whole;
    }

    interface Out {
        void write(LinkFrame frame) throws IOException;
    }

    /// Entries that are on the medium.
    void follow(List<LedgerLeaf> leaves) {
        for (var leaf : leaves) {
            if (leaf instanceof LedgerLeaf.Whole(var bytes)
                    && LedgerEntry.decode(bytes) instanceof LedgerEntry.Release(var position, var form)) {
                Attachment.listIn(form.body()).forEach(this::add);
            }
        }
    }

    private void add(Attachment attachment) {
        var preview = attachment.preview();
        if (preview != null) {
            previews.add(preview.digest());
        }
        if (whole) {
            contents.add(attachment.digest());
        }
    }

    void write(Out out) throws IOException {
        contents.removeAll(previews);
        for (var digest : previews) {
            write(digest, out);
        }
        for (var digest : contents) {
            write(digest, out);
        }
    }

    private void write(Hash digest, Out out) throws IOException {
        var from = 0L;
        while (attachments.read(digest, from, Fetching.MOST_CHUNK)
                instanceof Given.Piece(var total, var bytes, var record)) {
            out.write(new LinkFrame.Chunk(digest, from, total, bytes));
            from += bytes.length;
            if (from >= total) {
                return;
            }
        }
    }
}
