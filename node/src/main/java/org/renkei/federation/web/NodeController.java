package org.renkei.federation.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.renkei.federation.EpochDesk;
import org.renkei.federation.LinkDesk;
import org.renkei.federation.LinkViews;
import org.renkei.federation.Links;
import org.renkei.identity.Caller;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.Version;
import org.renkei.sight.Sights;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NodeController {
    private final NodeSettings settings;
    private final OwnKeys keys;
    private final Sights sights;
    private final LinkViews links;
    private final Links steering;
    private final EpochDesk epochs;
    private final Clock clock;

    NodeController(
            NodeSettings settings,
            OwnKeys keys,
            Sights sights,
            LinkViews links,
            Links steering,
            EpochDesk epochs,
            Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.sights = sights;
        this.links = links;
        this.steering = steering;
        this.epochs = epochs;
        this.clock = clock;
    }

    record RecordCounts(long total, long own, long received) {}

    record NodeView(
            String node,
            String party,
            Map<String, String> name,
            String version,
            String time,
            boolean exercise,
            String fingerprint,
            RecordCounts records,
            List<LinkDesk.LinkState> links) {}

    @GetMapping("/health")
    Map<String, String> health() {
        return Map.of("status", "up");
    }

    @GetMapping("/api/v1/node")
    NodeView node(@AuthenticationPrincipal Caller caller, Locale language) {
        var counts = sights.counts(caller);
        return new NodeView(
                settings.node().toString(),
                settings.node().party(),
                Map.of("en", settings.name().en(), "ja", settings.name().ja()),
                Version.current(),
                clock.instant().toString(),
                settings.exercise(),
                keys.card().fingerprint(),
                new RecordCounts(counts.total(), counts.own(), counts.received()),
                links.listLinks(caller, language));
    }

    @PostMapping("/api/v1/links/{party}/pause")
    LinkDesk.LinkState pause(@PathVariable String party, @AuthenticationPrincipal Caller caller, Locale language) {
        steering.pause(Partners.keyInPath(party), caller.getName());
        return links.findLink(Partners.keyInPath(party), caller, language).orElseThrow();
    }

    @PostMapping("/api/v1/links/{party}/resume")
    LinkDesk.LinkState resume(@PathVariable String party, @AuthenticationPrincipal Caller caller, Locale language) {
        steering.resume(Partners.keyInPath(party), caller.getName());
        return links.findLink(Partners.keyInPath(party), caller, language).orElseThrow();
    }

    record EpochRequest(@Nullable String reason) {}

    @PostMapping("/api/v1/ledgers/{party}/epochs")
    LinkDesk.LedgerView openEpoch(
            @PathVariable String party, @RequestBody EpochRequest request, @AuthenticationPrincipal Caller caller) {
        epochs.open(Partners.keyInPath(party), Objects.requireNonNullElse(request.reason(), ""), caller.getName());
        return links.ledger(Partners.keyInPath(party), caller);
    }

    @GetMapping("/api/v1/ledgers/{party}")
    LinkDesk.LedgerView ledger(@PathVariable String party, @AuthenticationPrincipal Caller caller) {
        return links.ledger(Partners.keyInPath(party), caller);
    }

    @GetMapping("/api/v1/ledgers/{party}/proof")
    LinkDesk.ProofView proof(
            @PathVariable String party, @RequestParam long position, @AuthenticationPrincipal Caller caller) {
        if (position < 1) {
            throw new Problem(Category.BAD_REQUEST, "positions count from 1", "位置は 1 から数えます");
        }
        return links.proof(Partners.keyInPath(party), position, caller);
    }
}
