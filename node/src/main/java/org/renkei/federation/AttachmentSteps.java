package org.renkei.federation;

import java.util.function.Consumer;
import org.renkei.attachments.AttachmentExchange.Given;
import org.renkei.attachments.PartnerAttachments;
import org.renkei.kernel.link.Fetching;
import org.renkei.kernel.link.LinkEffect;

/// Carries out what a session asks for in matters of attachments.
final class AttachmentSteps {
    private AttachmentSteps() {}

    /// What the session is to be told afterwards.
    static Consumer<Fetching> perform(LinkEffect.OfAttachment effect, PartnerAttachments attachments) {
        return switch (effect) {
            case LinkEffect.NextWanted which -> {
                var next = attachments.next(1);
                var wanted = next.isEmpty() ? null : next.getFirst();
                yield fetching -> fetching.wanted(wanted);
            }
            case LinkEffect.StoreChunk(var digest, var from, var total, var bytes) -> {
                var kept = attachments.store(digest, from, total, bytes);
                yield fetching -> fetching.chunkStored(digest, from + bytes.length, kept);
            }
            case LinkEffect.NoteLacking(var digest, var code) -> {
                attachments.lacking(digest, code);
                yield Fetching::lackingNoted;
            }
            case LinkEffect.ReadAttachment(var digest, var from, var maxBytes) ->
                switch (attachments.read(digest, from, maxBytes)) {
                    case Given.Piece(var total, var bytes, var record) ->
                        fetching -> fetching.read(digest, from, total, bytes);
                    case Given.Refused(var code) -> fetching -> fetching.lacks(digest, from, code);
                };
        };
    }
}
