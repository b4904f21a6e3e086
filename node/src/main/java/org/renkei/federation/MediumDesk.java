package org.renkei.federation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.attachments.AttachmentExchange;
import org.renkei.attachments.PartnerAttachments;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.keys.Sealing;
import org.renkei.ledger.Ledgers;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;

/// Carries ledgers on removable media: the same entries with the same proofs as over a link, sealed to the
/// recipient. A medium also says how far its maker holds the recipient's own ledger, so that confirmations come
/// back the same way.
@Service
public class MediumDesk {
    private static final int MAX_ENTRIES = 2_000;
    private static final int MAX_BYTES = 1024 * 1024;

    private final NodeSettings settings;
    private final Partners partners;
    private final Ledgers ledgers;
    private final Inbox inbox;
    private final Links links;
    private final OwnKeys keys;
    private final Compressions compressions;
    private final AttachmentExchange attachments;
    private final AuditLog audit;

    MediumDesk(
            NodeSettings settings,
            Partners partners,
            Ledgers ledgers,
            Inbox inbox,
            Links links,
            OwnKeys keys,
            Compressions compressions,
            AttachmentExchange attachments,
            AuditLog audit) {
        this.settings = settings;
        this.partners = partners;
        this.ledgers = ledgers;
        this.inbox = inbox;
        this.links = links;
        this.keys = keys;
        this.compressions = compressions;
        this.attachments = attachments;
        this.audit = audit;
    }

    /// What a medium brought: entries `first` to `last` of the origin's ledger, of which so many were new here, and
    /// how far the origin holds ours.
    public record Imported(String from, long first, long last, long added, long confirmed) {}

    /// Checks what can be checked before anything is written.
    public Partners.Partner recipient(String party) {
        var partner = partners.find(party)
                .orElseThrow(() -> new Problem(
                        Category.NOT_FOUND,
                        "'" + party + "' is no partner of this node: name one of its card files",
                        party + " はこのノードの相手ではありません"));
        if (partner.isRevoked()) {
            throw new Problem(
                    Category.CONFLICT,
                    "the card of " + partner.node()
                            + " is revoked here: nothing is written for it until a new card is taken",
                    partner.node() + " のカードは失効しています。新しいカードを受け入れるまで媒体は作成できません");
        }
        if (partner.card().sealing().length != Sealing.PUBLIC_KEY) {
            throw new Problem(
                    Category.CONFLICT,
                    "the card of " + partner.node() + " has no key to seal with: ask for a new card",
                    partner.node() + " のカードに封緘用の鍵がありません。新しいカードを受け取ってください");
        }
        if (ledgers.mustMeet(partner.key())) {
            throw new Problem(
                    Category.CONFLICT,
                    "this node was restored from a backup and has not met " + partner.key()
                            + " since: let the link come up once, then write the medium",
                    "このノードはバックアップから復元され、その後 " + partner.key() + " とまだ接続していません。一度接続してから媒体を書き出してください");
        }
        return partner;
    }

    /// Writes a medium for a partner.
    ///
    /// @param since entries after this position; null for everything the partner has not confirmed
    /// @param whole whether contents of attachments go with them; their previews always do
    public void export(Partners.Partner partner, @Nullable Long since, boolean whole, OutputStream medium, String actor)
            throws IOException {
        var state = ledgers.state(partner.key());
        var from = (since == null ? state.acknowledged() : Math.min(since, state.size())) + 1;
        var contents = new MediumAttachments(new PartnerAttachments(attachments, partner, "medium"), whole);
        var plain = temporary();
        try {
            long last;
            try (var out = new BufferedOutputStream(Files.newOutputStream(plain))) {
                last = write(partner, from, state.size(), contents, out);
            }
            var header = new MediumHeader(partner.node()).bytes();
            medium.write(header);
            try (var in = Files.newInputStream(plain)) {
                Sealing.seal(partner.card().sealing(), header, in, medium);
            }
            audit.record(
                    new AuditEvent(actor, "medium-exported", null, partner.key(), Map.of("from", from, "to", last)));
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    private long write(Partners.Partner partner, long from, long size, MediumAttachments contents, OutputStream out)
            throws IOException {
        try (var frames = new FrameWriter(compressions.open(Lane.BULK))) {
            var last = write(partner, from, size, contents, frames, out);
            var packed = !compressions.name().isEmpty();
            contents.write(frame -> out.write(frames.encode(frame, packed)));
            return last;
        }
    }

    private long write(
            Partners.Partner partner,
            long from,
            long size,
            MediumAttachments contents,
            FrameWriter frames,
            OutputStream out)
            throws IOException {
        var held = inbox.find(partner.node());
        out.write(frames.encode(
                new LinkFrame.Hello(
                        LinkSession.VERSIONS,
                        settings.node().toString(),
                        partner.node().toString(),
                        held.map(Inbox.Cursor::size).orElse(0L),
                        held.map(Inbox.Cursor::root).orElse(Hash.ofEmptyTree()),
                        compressions.name(),
                        new byte[] {1},
                        0,
                        keys.statementsFor(partner.node()),
                        new byte[0]),
                false));
        var next = from;
        while (next <= size) {
            var batch = ledgers.read(partner.key(), next, MAX_ENTRIES, MAX_BYTES);
            if (batch.leaves().isEmpty()) {
                throw new Problem(
                        Category.UNAVAILABLE,
                        "releases to " + partner.key() + " are being decided again: try in a moment",
                        partner.key() + " への開示を再判定しています。少し待ってください");
            }
            out.write(frames.encode(
                    LinkFrame.Columns.of(next, batch.leaves(), batch.checkpoint()),
                    !compressions.name().isEmpty()));
            contents.follow(batch.leaves());
            next += batch.leaves().size();
        }
        return next - 1;
    }

    /// Takes in a medium that was made for this node. The same medium twice changes nothing.
    public Imported importFrom(InputStream medium, String actor) throws IOException {
        var plain = temporary();
        try {
            open(medium, plain);
            try (var in = new BufferedInputStream(Files.newInputStream(plain))) {
                var imported = MediumIntake.take(links, compressions, in);
                audit.record(new AuditEvent(
                        actor,
                        "medium-imported",
                        null,
                        partners.findNode(NodeId.parse(imported.from()))
                                .orElseThrow()
                                .key(),
                        Map.of("from", imported.first(), "to", imported.last(), "added", imported.added())));
                return imported;
            }
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    private void open(InputStream medium, Path plain) throws IOException {
        MediumHeader header;
        try {
            header = MediumHeader.read(medium);
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    Category.UNPROCESSABLE, e.getMessage() + ": nothing was taken", "ノードの媒体ではありません。何も取り込んでいません");
        }
        if (!header.to().equals(settings.node())) {
            throw new Problem(
                    Category.UNPROCESSABLE,
                    "this medium is for " + header.to() + ", not for this node: carry it there",
                    "この媒体の宛先は " + header.to() + " です。このノードでは開けません");
        }
        try (var out = new BufferedOutputStream(Files.newOutputStream(plain))) {
            keys.open(header.bytes(), medium, out);
        } catch (IOException | RuntimeException e) {
            throw new Problem(
                    Category.UNPROCESSABLE,
                    "this medium cannot be opened: " + e.getMessage() + ". Nothing was taken; ask for it again",
                    "この媒体は開けません（改変、欠損、または鍵の不一致）。何も取り込んでいません。もう一度受け取ってください");
        }
    }

    private Path temporary() throws IOException {
        return Files.createTempFile(
                settings.data(),
                "medium",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
