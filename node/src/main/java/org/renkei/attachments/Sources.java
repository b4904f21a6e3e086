package org.renkei.attachments;

import org.renkei.kernel.record.Attachment;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.Partners;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The nodes that contents come from. One for which others carry cannot be asked: parcels carry no attachments.
@Component
class Sources {
    private final Partners partners;
    private final Contents contents;

    Sources(Partners partners, Contents contents) {
        this.partners = partners;
        this.contents = contents;
    }

    boolean canBeAsked(String source) {
        return partners.findNode(NodeId.parse(source))
                .filter(Partners.Partner::isRelayed)
                .isEmpty();
    }

    /// What the audit log calls a source.
    String key(NodeId source) {
        return partners.findNode(source).map(Partners.Partner::key).orElse(source.toString());
    }

    String key(String source) {
        return key(NodeId.parse(source));
    }

    /// The settings may say something else than at the last start.
    @Transactional
    public void start() {
        for (var partner : partners.list()) {
            var source = partner.node().toString();
            if (partner.isRelayed()) {
                contents.wantNothing(source);
            } else {
                contents.wantPreviews(source, Attachment.MAX_PREVIEW);
            }
        }
    }
}
