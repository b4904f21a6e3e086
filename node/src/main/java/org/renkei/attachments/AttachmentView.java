package org.renkei.attachments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.Fetching;

/// How a content stands here. `state` is here, wanted, offered, too-large or damaged; `reason` says in the caller's
/// language why it is not here, where there is more to say than that nobody asked; `fetchable` is false for what is
/// here and for what no link can bring; `relayed` when it comes by way of others.
@JsonInclude
public record AttachmentView(
        String sha256,
        long size,
        long held,
        String state,
        String source,
        boolean fetchable,
        boolean relayed,
        @Nullable String reason) {

    /// As a record is to list it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Uploaded(
            String name,
            String type,
            long size,
            String sha256,
            @Nullable Map<String, Object> preview) {}

    static AttachmentView of(Content content, long limit, Sources.Reach reach, Locale language) {
        var japanese = language.getLanguage().equals("ja");
        var reached = reach.covers(content.size());
        return new AttachmentView(
                content.digest().hex(),
                content.size(),
                content.held(),
                content.state().code(),
                content.source(),
                reached && content.state() != Content.State.HERE,
                reach.relayed(),
                reason(content, limit, reach, japanese));
    }

    static Map<String, Object> preview(String sha256, long size) {
        var preview = new LinkedHashMap<String, Object>();
        preview.put("type", Previews.TYPE);
        preview.put("size", size);
        preview.put("sha256", sha256);
        return preview;
    }

    private static @Nullable String reason(Content content, long limit, Sources.Reach reach, boolean japanese) {
        return switch (content.state()) {
            case HERE -> null;
            case OFFERED -> offered(content, reach, japanese);
            case DAMAGED -> damaged(content, reach, japanese);
            case TOO_LARGE -> tooLarge(content, limit, japanese);
            case WANTED -> content.lacking() == null ? null : lacking(content, japanese);
        };
    }

    private static @Nullable String offered(Content content, Sources.Reach reach, boolean japanese) {
        if (!reach.covers(content.size())) {
            return notReached(content, reach, japanese);
        }
        if (reach.relayed() && Fetching.TOO_LARGE_TO_RELAY.equals(content.lacking())) {
            return japanese
                    ? "作成元が中継で送る上限を超えています。直接の接続か媒体でのみ届きます"
                    : "larger than its origin gives out by way of others:"
                            + " it comes only over a link of its own or on a medium";
        }
        return null;
    }

    /// Others carry for its source, and it is too large for that.
    private static String notReached(Content content, Sources.Reach reach, boolean japanese) {
        return japanese
                ? content.source() + " とは中継でつながっています。" + content.size() + " バイトは中継での上限 " + reach.most()
                        + " バイト（attachments.relayed-max-bytes）を超えるため、直接の接続か媒体でのみ届きます"
                : content.source() + " is reached by way of others, and " + content.size()
                        + " bytes are more than comes that way (attachments.relayed-max-bytes: " + reach.most()
                        + "): it comes only over a link of its own or on a medium";
    }

    private static String damaged(Content content, Sources.Reach reach, boolean japanese) {
        var dropped = japanese
                ? "届いた内容が記録の SHA-256 と一致しないため、すべて破棄しました。"
                : "what came does not have the SHA-256 that the record names; all of it was dropped. ";
        if (!reach.covers(content.size())) {
            return dropped + notReached(content, reach, japanese);
        }
        return dropped + (japanese ? "もう一度取得できます" : "Fetch it again");
    }

    private static String tooLarge(Content content, long limit, boolean japanese) {
        if (Fetching.TOO_LARGE.equals(content.lacking())) {
            return japanese
                    ? "作成元が送る上限を超えています。作成元の管理者に依頼してください"
                    : "larger than its origin gives out: ask the administrator there";
        }
        return japanese
                ? content.size() + " バイトは、このノードの上限 " + limit + " バイト（attachments.max-bytes）を超えています"
                : content.size() + " bytes are more than this node takes (attachments.max-bytes: " + limit + ")";
    }

    private static String lacking(Content content, boolean japanese) {
        if (Fetching.NOT_RELAYED.equals(content.lacking())) {
            return japanese
                    ? content.source() + " のノードは古く、中継では添付を送りません。直接の接続か媒体で届きます。後で自動的に再試行します"
                    : "the node " + content.source() + " is an older one that gives nothing by way of others: it comes"
                            + " over a link of its own or on a medium. It is tried again";
        }
        return japanese
                ? content.source() + " から得られません。開示されていないか、そこにありません。後で自動的に再試行します"
                : content.source()
                        + " does not give it: it is not released to this node, or not there. It is tried again";
    }
}
