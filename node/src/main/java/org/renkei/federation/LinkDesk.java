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
import org.renkei.ledger.LedgerEpochs;
import org.renkei.ledger.Ledgers;
import org.renkei.release.ReleaseCounts;
import org.springframework.stereotype.Service;

/// What people may know of links and ledgers.
@Service
public class LinkDesk {
    private final Links links;
    private final Ledgers ledgers;
    private final LedgerEpochs epochs;
    private final Inbox inbox;
    private final ReleaseCounts counts;
    private final RelayDesk relays;
    private final Clock clock;

    LinkDesk(
            Links links,
            Ledgers ledgers,
            LedgerEpochs epochs,
            Inbox inbox,
            ReleaseCounts counts,
            RelayDesk relays,
            Clock clock) {
        this.links = links;
        this.ledgers = ledgers;
        this.epochs = epochs;
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
            boolean forked,
            @Nullable Traffic traffic,
            Lanes lanes,
            @Nullable TrackLaneState tracks,
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

    /// The lane of live tracks. Updates a second are those of the last ten seconds; `told` are tracks that the partner
    /// may see now, `known` those of the partner that are known here. `superseded` and `passedOver` count from the
    /// beginning of the present lane.
    @JsonInclude
    public record TrackLaneState(
            String state,
            @Nullable String problem,
            double sentPerSecond,
            double receivedPerSecond,
            int told,
            int known,
            @Nullable Double bytesPerUpdate,
            long superseded,
            long passedOver) {}

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
            Map<String, Long> counts,
            List<EpochView> epochs) {}

    /// An epoch after the first; see [LedgerEpochs.Epoch]. `settled` is what the partner held when both met again.
    @JsonInclude
    public record EpochView(
            int number,
            String openedAt,
            String openedBy,
            String reason,
            long base,
            long withdrawn,
            String withdrawnRoot,
            @Nullable String settledAt,
            @Nullable Long settled,
            @Nullable String settledRoot) {}

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
                allCounts(party),
                epochs.list(party).stream().map(LinkDesk::epoch).toList());
    }

    private static EpochView epoch(LedgerEpochs.Epoch epoch) {
        var root = epoch.settledRoot();
        return new EpochView(
                epoch.number(),
                epoch.openedAt().toString(),
                epoch.openedBy(),
                epoch.reason(),
                epoch.base(),
                epoch.withdrawn(),
                epoch.withdrawnRoot().hex(),
                text(epoch.settledAt()),
                epoch.settledSize(),
                root == null ? null : root.hex());
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
                LinkWords.of(status, language),
                EpochDesk.isForked(link),
                link.traffic().map(LinkDesk::traffic).orElse(null),
                lanes(ledger),
                partner.isRelayed() ? null : tracks(link.tracks().traffic()),
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

    private static TrackLaneState tracks(TrackTraffic traffic) {
        return new TrackLaneState(
                traffic.state().name().toLowerCase(Locale.ROOT),
                traffic.problem(),
                traffic.sentPerSecond(),
                traffic.receivedPerSecond(),
                traffic.told(),
                traffic.known(),
                traffic.bytesPerUpdate() == 0 ? null : Math.round(traffic.bytesPerUpdate() * 10) / 10.0,
                traffic.superseded(),
                traffic.passedOver());
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
}
