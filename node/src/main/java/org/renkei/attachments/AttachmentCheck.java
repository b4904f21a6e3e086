package org.renkei.attachments;

import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.renkei.identity.Caller;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.Attachment;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.DraftCheck;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// A draft lists only what was uploaded here, exactly as the upload was answered, and of what other records
/// list only what its writer sees. What a partner gave is not passed on this way: its origin decides who gets
/// it.
@Component
class AttachmentCheck implements DraftCheck {
    private static final String AT = "/body/attachments";

    private final Contents contents;
    private final String self;
    private final Clock clock;
    private final Shown shown;

    AttachmentCheck(Contents contents, Shown shown, NodeSettings settings, Clock clock) {
        this.contents = contents;
        this.shown = shown;
        this.self = settings.node().toString();
        this.clock = clock;
    }

    @Override
    public List<FieldError> check(String kind, CborMap body, Principal writer) {
        var claim = Attachment.claimIn(body);
        if (claim.isEmpty()) {
            return List.of();
        }
        if (!(claim.get() instanceof CborArray(var items)) || items.size() > Attachment.MOST) {
            return List.of(new FieldError(
                    AT,
                    "a list of at most " + Attachment.MOST + " attachments is expected",
                    "添付の一覧（最大 " + Attachment.MOST + " 件）です"));
        }
        var here = usable(body, writer);
        var mistakes = new ArrayList<FieldError>();
        for (var i = 0; i < items.size(); i++) {
            var at = AT + "/" + i;
            var attachment = Attachment.parse(items.get(i));
            if (attachment.isEmpty()) {
                mistakes.add(new FieldError(
                        at,
                        "an attachment is {name, type, size, sha256, preview}, as POST /api/v1/attachments answers it",
                        "添付は {name, type, size, sha256, preview} です（POST /api/v1/attachments の応答のまま）"));
            } else if (!fits(attachment.get(), here)) {
                mistakes.add(new FieldError(
                        at,
                        "no such content was uploaded here, or it was too long ago: upload it again",
                        "その内容はここにアップロードされていないか、期限が過ぎています。もう一度アップロードしてください"));
            }
        }
        return mistakes;
    }

    /// An hour less than uploads are kept for, so that none goes while its record is being written.
    private Map<Hash, Content> usable(CborMap body, Principal writer) {
        var digests = new HashSet<Hash>();
        Attachment.listIn(body).forEach(one -> {
            digests.add(one.digest());
            var preview = one.preview();
            if (preview != null) {
                digests.add(preview.digest());
            }
        });
        var after = clock.instant().minus(Listings.UNUSED).plusSeconds(3_600);
        return contents.listUsable(self, digests, after).stream()
                .filter(content -> writer instanceof Caller caller && shown.mayList(caller, content))
                .collect(Collectors.toMap(Content::digest, Function.identity()));
    }

    private static boolean fits(Attachment attachment, Map<Hash, Content> here) {
        var content = here.get(attachment.digest());
        if (content == null || content.size() != attachment.size()) {
            return false;
        }
        var preview = attachment.preview();
        if (preview == null) {
            return true;
        }
        var image = here.get(preview.digest());
        return image != null
                && image.size() == preview.size()
                && preview.digest().equals(content.previewDigest());
    }
}
