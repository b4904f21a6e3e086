package org.renkei.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.renkei.attachments.Content.State;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the attachments module for this node's own people: upload, see how a content stands, fetch and
/// read it.
@Service
public class AttachmentDesk {
    private final Contents contents;
    private final Shown shown;
    private final Listings listings;
    private final Uploads uploads;
    private final Sources sources;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AttachmentDesk(
            Contents contents,
            Shown shown,
            Listings listings,
            Uploads uploads,
            Sources sources,
            AuditLog audit,
            NodeSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.contents = contents;
        this.shown = shown;
        this.listings = listings;
        this.uploads = uploads;
        this.sources = sources;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /// Takes a content in; it is kept for a day, and for good once a record lists it.
    public AttachmentView.Uploaded upload(Upload upload, InputStream in, String actor) throws IOException {
        return uploads.take(upload, in, actor);
    }

    /// How a content stands that a record here lists.
    @Transactional(readOnly = true)
    public AttachmentView view(Hash digest, Caller caller, Locale language) {
        var content = best(digest, caller);
        return AttachmentView.of(content, settings.attachmentBytes(), sources.reach(content.source()), language);
    }

    /// Has a content fetched as soon as its source can be reached. What is too large to come by way of others is not
    /// asked for.
    @Transactional
    public AttachmentView fetch(Hash digest, Caller caller, Locale language) {
        var source = best(digest, caller).source();
        // As it is by now, and until this is done: its last bytes may be on their way in.
        var content = contents.findForUpdate(source, digest).orElseThrow(AttachmentDesk::notHere);
        if (sources.reach(source).covers(content.size()) && content.state() != State.HERE) {
            var fits = content.size() <= settings.attachmentBytes();
            contents.become(source, digest, fits ? State.WANTED : State.TOO_LARGE, null, clock.instant());
            audit.append(List.of(new AuditEvent(
                    caller.getName(),
                    fits ? "attachment-wanted" : "attachment-too-large",
                    null,
                    sources.key(source),
                    Map.of("digest", digest.hex(), "size", content.size()))));
            if (fits) {
                events.publishEvent(new AttachmentsWanted(source));
            }
        }
        return view(digest, caller, language);
    }

    /// A content that is here whole, to be read. That a person reads it is written down.
    @Transactional
    public Readable open(Hash digest, Caller caller) {
        var content = here(digest, caller)
                .orElseThrow(() -> new Problem(
                        Category.CONFLICT,
                        "this content is not here yet: have it fetched",
                        "この内容はまだここにありません。取得してください"));
        if (caller.person() != null) {
            audit.append(List.of(
                    new AuditEvent(caller.getName(), "attachment-read", null, null, Map.of("digest", digest.hex()))));
        }
        return new Readable(content);
    }

    /// What may be read once it was opened.
    public final class Readable {
        private final Content content;

        private Readable(Content content) {
            this.content = content;
        }

        public long size() {
            return content.size();
        }

        /// Writes the bytes `from` up to, not including, `upTo`.
        public void copy(long from, long upTo, OutputStream out) throws IOException {
            for (var at = from; at < upTo; ) {
                var most = (int) Math.min(Fetching.MOST_CHUNK, upTo - at);
                var piece = contents.read(content.source(), content.digest(), at, most);
                if (piece.length == 0) {
                    throw new IOException("the content was removed");
                }
                out.write(piece);
                at += piece.length;
            }
        }
    }

    /// Has to be called before the first link is there.
    public void start() {
        sources.start();
    }

    /// Removes own uploads that no record came to list.
    public void removeUnused() {
        listings.removeUnused();
    }

    private Optional<Content> here(Hash digest, Caller caller) {
        var best = best(digest, caller);
        return best.state() == State.HERE ? Optional.of(best) : Optional.empty();
    }

    private Content best(Hash digest, Caller caller) {
        return shown.list(caller, digest).stream()
                .min(Comparator.comparing((Content one) -> one.state() != State.HERE)
                        .thenComparing(one -> !sources.reach(one.source()).covers(one.size()))
                        .thenComparing(Content::state))
                .orElseThrow(AttachmentDesk::notHere);
    }

    private static Problem notHere() {
        return new Problem(Category.NOT_FOUND, "no record here lists such a content", "その内容を挙げる記録はここにありません");
    }
}
