package org.renkei.federation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.LinkSession;
import org.renkei.ledger.Ledgers;
import org.renkei.release.ReleaseCounts;
import org.springframework.stereotype.Service;

/// What people may know of links and ledgers.
@Service
public class LinkDesk {
    private static final String PARTNER_CANNOT_STORE_EN =
            "the partner cannot store what it is sent; everything waits in the ledger here: tell the partner to check disk"
                    + " and database";
    private static final String PARTNER_CANNOT_STORE_JA = "相手が受信内容を保存できません。内容は開示台帳で待機します。相手にディスクとデータベースの確認を求めてください";

    private final Links links;
    private final Ledgers ledgers;
    private final Inbox inbox;
    private final ReleaseCounts counts;
    private final RelayDesk relays;
    private final Clock clock;

    LinkDesk(Links links, Ledgers ledgers, Inbox inbox, ReleaseCounts counts, RelayDesk relays, Clock clock) {
        this.links = links;
        this.ledgers = ledgers;
        this.inbox = inbox;
        this.counts = counts;
        this.relays = relays;
        this.clock = clock;
    }

    public record Bytes(long sent, long received) {}

    public record LedgerSize(long size, long acknowledged) {}

    /// The state of one link. `lag` is in seconds.
    @JsonInclude
    public record LinkState(
            String party,
            String node,
            Map<String, String> name,
            String state,
            String since,
            @Nullable Double lag,
            long waiting,
            Bytes bytes,
            LedgerSize ledger,
            long received,
            @Nullable String lastHeard,
            @Nullable Double roundTripMillis,
            @Nullable String problem,
            @Nullable Traffic traffic,
            Lanes lanes,
            @Nullable Double drainSeconds,
            @JsonUnwrapped RelayDesk.View ways) {}

    /// How a link that is up is carried. `bytesPerSecond` is 0 and `loss` null where nothing is known.
    @JsonInclude
    public record Traffic(
            String transport,
            String cipher,
            String keyAgreement,
            boolean urgentLane,
            boolean compressed,
            long bytesPerSecond,
            @Nullable Double loss) {}

    /// What waits in a lane for the partner's confirmation, and since when.
    @JsonInclude
    public record Waiting(long entries, @Nullable String since) {}

    public record Lanes(Waiting urgent, Waiting bulk) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Copy(
            long size,
            String root,
            @Nullable String at,
            @Nullable String checkpoint) {}

    /// One partner's ledger with the copy we hold of its ledger for us.
    public record LedgerView(
            String party,
            String node,
            long size,
            String root,
            String checkpoint,
            Copy acknowledged,
            Copy received,
            Map<String, Long> counts) {}

    public record ProofView(long position, String leaf, long size, String root, List<String> path, String checkpoint) {}

    public List<LinkState> listLinks(Locale language) {
        return links.list().stream().map(link -> state(link, language)).toList();
    }

    public Optional<LinkState> findLink(String party, Locale language) {
        return links.list().stream()
                .filter(link -> link.partner().key().equals(party))
                .findFirst()
                .map(link -> state(link, language));
    }

    public LedgerView ledger(String party) {
        var state = ledgers.state(party);
        var node = links.list().stream()
                .filter(link -> link.partner().key().equals(party))
                .findFirst()
                .orElseThrow()
                .partner()
                .node();
        var cursor = inbox.find(node);
        var acknowledgedAt = state.acknowledgedAt();
        return new LedgerView(
                party,
                node.toString(),
                state.size(),
                ledgers.root(party, state.size()).hex(),
                ledgers.latestCheckpoint(party),
                new Copy(
                        state.acknowledged(),
                        state.acknowledgedRoot().hex(),
                        acknowledgedAt == null ? null : acknowledgedAt.toString(),
                        null),
                new Copy(
                        cursor.map(Inbox.Cursor::size).orElse(0L),
                        cursor.map(Inbox.Cursor::root)
                                .orElse(Hash.ofEmptyTree())
                                .hex(),
                        null,
                        cursor.map(Inbox.Cursor::checkpoint).orElse(null)),
                allCounts(party));
    }

    private Map<String, Long> allCounts(String party) {
        var all = new LinkedHashMap<>(counts.of(party));
        all.put("recalled", ledgers.countByType(party).getOrDefault("recall", 0L));
        return all;
    }

    public ProofView proof(String party, long position) {
        var proof = ledgers.proof(party, position);
        return new ProofView(
                proof.position(),
                proof.leaf().hex(),
                proof.checkpoint().size(),
                proof.checkpoint().root().hex(),
                proof.path().stream().map(Hash::hex).toList(),
                proof.text());
    }

    private LinkState state(Link link, Locale language) {
        var partner = link.partner();
        var status = link.status();
        var ledger = ledgers.state(partner.key());
        var waitingSince = ledger.waitingSince();
        var lag = waitingSince == null
                ? 0.0
                : Duration.between(waitingSince, clock.instant()).toMillis() / 1000.0;
        var heard = status.lastHeard();
        return new LinkState(
                partner.key(),
                partner.node().toString(),
                Map.of("en", partner.card().nameEn(), "ja", partner.card().nameJa()),
                status.phase().code(),
                status.since().toString(),
                lag,
                ledger.size() - ledger.acknowledged(),
                new Bytes(link.bytesSent(), link.bytesReceived()),
                new LedgerSize(ledger.size(), ledger.acknowledged()),
                inbox.find(partner.node()).map(Inbox.Cursor::size).orElse(0L),
                heard == null ? null : heard.toString(),
                status.roundTripMillis() < 0 ? null : (double) status.roundTripMillis(),
                problem(status, language),
                link.traffic().map(LinkDesk::traffic).orElse(null),
                lanes(ledger),
                drainSeconds(link, ledger.size() - ledger.acknowledged()),
                relays.of(partner));
    }

    private Lanes lanes(Ledgers.State ledger) {
        var urgent = ledgers.urgentWaiting(ledger.party());
        var bulk = ledger.size() - ledger.acknowledged() - urgent.entries();
        return new Lanes(
                new Waiting(urgent.entries(), text(urgent.since())),
                new Waiting(bulk, bulk == 0 ? null : text(ledger.waitingSince())));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable Double drainSeconds(Link link, long waiting) {
        var rate = link.confirmedPerSecond();
        return waiting == 0 || rate <= 0 ? null : waiting / rate;
    }

    private static Traffic traffic(LinkTraffic traffic) {
        return new Traffic(
                traffic.transport(),
                traffic.cipher(),
                traffic.keyAgreement(),
                traffic.hasUrgentLane(),
                traffic.compressed(),
                traffic.bytesPerSecond(),
                traffic.loss() < 0 ? null : traffic.loss());
    }

    private static @Nullable String problem(LinkStatus status, Locale language) {
        var problem = status.problem();
        if (problem == null) {
            return null;
        }
        var japanese = language.getLanguage().equals("ja");
        var byPartner = String.valueOf(status.detail()).startsWith(LinkSession.BY_PARTNER);
        var words = problem == LinkProblem.NOT_STORED && byPartner
                ? japanese ? PARTNER_CANNOT_STORE_JA : PARTNER_CANNOT_STORE_EN
                : japanese ? japanese(problem) : english(problem);
        return words + " (" + status.detail() + ")";
    }

    private static String english(LinkProblem problem) {
        return switch (problem) {
            case STOPPED -> "the link was stopped; it comes back by itself when the partner is there again";
            case LOST -> "no connection; it is tried again, and everything waits in the ledger";
            case WRONG_NODE ->
                "the node at the other end is not the one on the card, or it refuses ours: compare the cards";
            case NO_COMMON_VERSION -> "no common version of the session: one of the nodes must be upgraded";
            case MALFORMED -> "the partner sent something that is no session";
            case CHECKPOINT_WRONG -> "a checkpoint of the partner does not fit its entries; nothing of it was taken";
            case FORK -> "two histories of one ledger: call the partner before anything else";
            case BEHIND -> "the partner holds more of our ledger than this node: was an old backup restored?";
            case NOT_CARRIED -> "a node on the way does not carry our parcels: ask it to set relay for this node";
            case NOT_STORED -> "what arrived could not be stored; the partner keeps it: check disk and database";
        };
    }

    private static String japanese(LinkProblem problem) {
        return switch (problem) {
            case STOPPED -> "接続は停止されました。相手が戻れば自動で再開します";
            case LOST -> "接続できません。自動で再試行し、内容は開示台帳で待機します";
            case WRONG_NODE -> "相手のノードがカードと一致しないか、当方を拒否しています。カードを照合してください";
            case NO_COMMON_VERSION -> "通信手順の共通版がありません。どちらかのノードの更新が必要です";
            case MALFORMED -> "相手から手順に合わない内容が届きました";
            case CHECKPOINT_WRONG -> "相手の検証点が内容と一致しません。何も受け入れていません";
            case FORK -> "一つの台帳に二つの履歴があります。まず相手に電話してください";
            case BEHIND -> "相手が当方より多くの台帳を持っています。古いバックアップから復元しましたか";
            case NOT_CARRIED -> "途中のノードが当方の小包を中継しません。relay の設定を依頼してください";
            case NOT_STORED -> "受信内容を保存できません（相手が保持しています）。ディスクとデータベースを確かめてください";
        };
    }
}
