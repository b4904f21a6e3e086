package org.renkei.attachments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.Fetching;

/// How a content stands here. `state` is here, wanted, offered, too-large or damaged; `reason` says in the caller's
/// language why it is not here, where there is more to say than that nobody asked; `fetchable` is false for what is
/// here and for what no link can bring.
@JsonInclude
public record AttachmentView(
        String sha256,
        long size,
        long held,
        String state,
        String source,
        boolean fetchable,
        @Nullable String reason) {

    /// As a record is to list it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Uploaded(
            String name,
            String type,
            long size,
            String sha256,
            @Nullable Map<String, Object> preview) {}

    static AttachmentView of(Content content, long limit, boolean linked, Locale language) {
        return new AttachmentView(
                content.digest().hex(),
                content.size(),
                content.held(),
                content.state().code(),
                content.source(),
                linked && content.state() != Content.State.HERE,
                reason(content, limit, linked, language.getLanguage().equals("ja")));
    }

    static Map<String, Object> preview(String sha256, long size) {
        var preview = new LinkedHashMap<String, Object>();
        preview.put("type", Previews.TYPE);
        preview.put("size", size);
        preview.put("sha256", sha256);
        return preview;
    }

    private static @Nullable String reason(Content content, long limit, boolean linked, boolean japanese) {
        return switch (content.state()) {
            case HERE -> null;
            case OFFERED -> linked ? null : notLinked(content, japanese);
            case DAMAGED -> damaged(content, linked, japanese);
            case TOO_LARGE -> tooLarge(content, limit, japanese);
            case WANTED -> content.lacking() == null ? null : lacking(content, japanese);
        };
    }

    /// Others carry for its source, and they carry no attachments.
    private static String notLinked(Content content, boolean japanese) {
        return japanese
                ? content.source() + " とは中継でつながっているため届きません。直接の接続か媒体でのみ届きます"
                : content.source()
                        + " is reached by way of others: it comes only over a link of its own or on a medium";
    }

    private static String damaged(Content content, boolean linked, boolean japanese) {
        var dropped = japanese
                ? "届いた内容が記録の SHA-256 と一致しないため、すべて破棄しました。"
                : "what came does not have the SHA-256 that the record names; all of it was dropped. ";
        if (!linked) {
            return dropped + notLinked(content, japanese);
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
        return japanese
                ? content.source() + " から得られません。開示されていないか、そこにありません。後で自動的に再試行します"
                : content.source()
                        + " does not give it: it is not released to this node, or not there. It is tried again";
    }
}
