package org.renkei.attachments;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes own contents in: first to a file, so that nothing is stored before size and SHA-256 are known to be right.
@Component
class Uploads {
    private final Contents contents;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Uploads(Contents contents, AuditLog audit, NodeSettings settings, Clock clock, TransactionTemplate transaction) {
        this.contents = contents;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Received(Hash digest, long size) {}

    AttachmentView.Uploaded take(Upload upload, InputStream in, String actor) throws IOException {
        var declared = upload.size();
        if (declared != null && declared > settings.attachmentBytes()) {
            throw tooLarge();
        }
        var file = Files.createTempFile(
                settings.data(),
                "upload",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            var received = receive(in, file);
            check(upload, received);
            var preview = Previews.of(upload.type(), file).orElse(null);
            transaction.executeWithoutResult(status -> store(upload, received, file, preview, actor));
            return new AttachmentView.Uploaded(
                    upload.name(),
                    upload.type(),
                    received.size(),
                    received.digest().hex(),
                    preview == null
                            ? null
                            : AttachmentView.preview(Hash.ofContent(preview).hex(), preview.length));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Received receive(InputStream in, Path file) throws IOException {
        var sum = Sha256.begin();
        var size = 0L;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var buffer = new byte[Fetching.MOST_CHUNK];
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > settings.attachmentBytes()) {
                    throw tooLarge();
                }
                sum.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
        }
        return new Received(Hash.of(sum.digest()), size);
    }

    private static void check(Upload upload, Received received) {
        var size = upload.size();
        var digest = upload.digest();
        if (received.size() == 0) {
            throw new Problem(Category.UNPROCESSABLE, "the content is empty", "内容が空です");
        }
        if (size != null && size != received.size() || digest != null && !digest.equals(received.digest())) {
            throw new Problem(
                    Category.UNPROCESSABLE,
                    "what came has " + received.size() + " bytes and SHA-256 " + received.digest()
                            + ", not what was said of it: nothing was stored, send it again",
                    "届いた内容は " + received.size() + " バイト、SHA-256 " + received.digest()
                            + " で、申告と一致しません。保存していません。再送してください");
        }
    }

    private void store(Upload upload, Received received, Path file, byte @Nullable [] preview, String actor) {
        var self = settings.node().toString();
        var now = clock.instant();
        var small = preview == null ? null : Hash.ofContent(preview);
        if (preview != null
                && small != null
                && contents.addOwn(self, small, preview.length, Previews.TYPE, null, true, now)) {
            contents.addChunk(self, small, 0, preview);
        }
        if (contents.addOwn(self, received.digest(), received.size(), upload.type(), small, false, now)) {
            copy(self, received.digest(), file);
        }
        audit.append(List.of(new AuditEvent(
                actor,
                "attachment-uploaded",
                null,
                null,
                Map.of("digest", received.digest().hex(), "size", received.size(), "type", upload.type()))));
    }

    private void copy(String self, Hash digest, Path file) {
        try (var in = Files.newInputStream(file)) {
            var start = 0L;
            for (var piece = in.readNBytes(Fetching.MOST_CHUNK);
                    piece.length > 0;
                    piece = in.readNBytes(Fetching.MOST_CHUNK)) {
                contents.addChunk(self, digest, start, piece);
                start += piece.length;
            }
        } catch (IOException e) {
            throw new IllegalStateException("an upload cannot be read back", e);
        }
    }

    private Problem tooLarge() {
        var limit = settings.attachmentBytes();
        return new Problem(
                Category.TOO_LARGE,
                "more than " + limit + " bytes are not taken here (attachments.max-bytes)",
                limit + " バイトを超える添付は受け付けません（attachments.max-bytes）");
    }
}
