package org.renkei.attachments;

import org.renkei.kernel.record.Attachment;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.Partners;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The nodes that contents come from, and how large a content can be to be asked of each.
@Component
class Sources {
    private final Partners partners;
    private final Contents contents;
    private final NodeSettings settings;

    Sources(Partners partners, Contents contents, NodeSettings settings) {
        this.partners = partners;
        this.contents = contents;
        this.settings = settings;
    }

    /// How contents come from a source.
    ///
    /// @param relayed by way of others
    /// @param most how large they can be
    record Reach(boolean relayed, long most) {
        boolean covers(long size) {
            return size <= most;
        }
    }

    Reach reach(String source) {
        var relayed = partners.findNode(NodeId.parse(source))
                .filter(Partners.Partner::isRelayed)
                .isPresent();
        return new Reach(relayed, relayed ? settings.relayedAttachmentBytes() : Long.MAX_VALUE);
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
            var most = reach(source).most();
            contents.offerAbove(source, most);
            contents.wantPreviews(source, Math.min(most, Attachment.MAX_PREVIEW));
        }
    }
}
