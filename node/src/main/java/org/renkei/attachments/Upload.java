package org.renkei.attachments;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.Attachment;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;

/// What somebody says of a content that is about to come.
///
/// @param size null when not told in advance
/// @param digest null when not told in advance
public record Upload(
        String name,
        String type,
        @Nullable Long size,
        @Nullable Hash digest) {
    public Upload {
        var mistakes = new ArrayList<FieldError>();
        if (!Attachment.isName(name)) {
            mistakes.add(new FieldError(
                    "name",
                    "a file name of 1 to " + Attachment.MAX_NAME
                            + " characters without slashes and unseen characters is needed",
                    "ファイル名（1〜" + Attachment.MAX_NAME + " 文字、斜線と見えない文字を除く）が必要です"));
        }
        if (!Attachment.isType(type)) {
            mistakes.add(
                    new FieldError("type", "a media type such as image/jpeg is needed", "メディアタイプ（例: image/jpeg）が必要です"));
        }
        if (!mistakes.isEmpty()) {
            throw Problem.refused(List.copyOf(mistakes));
        }
    }
}
