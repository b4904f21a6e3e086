package org.renkei.watchlog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.documents.Documents;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Coded;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.watchlog.EntryKind;
import org.renkei.kernel.watchlog.LogEntry;
import org.renkei.kernel.watchlog.WatchLog;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.Bodies;
import org.renkei.records.RecordFilter;
import org.renkei.release.Addressing;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Seen;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.renkei.watchlog.WatchLogView.Entry;
import org.renkei.watchlog.WatchLogView.WatchView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The door of the log of the watch: read it, enter something, and take or give up the watch.
@Service
public class WatchLogDesk {
    private static final Duration KEPT_IN_SIGHT = Duration.ofDays(31);
    private static final Duration WATCH = Duration.ofHours(8);
    private static final int MOST_LINES = 1_000;

    private final Suggestions suggestions;
    private final Addressing addressing;
    private final PartyRegister register;
    private final Documents documents;
    private final Sights sights;
    private final Showings showings;
    private final AuditLog audit;
    private final Clock clock;
    private final String self;
    private final String node;

    WatchLogDesk(
            Suggestions suggestions,
            Addressing addressing,
            PartyRegister register,
            Documents documents,
            Sights sights,
            Showings showings,
            AuditLog audit,
            NodeSettings settings,
            Clock clock) {
        this.suggestions = suggestions;
        this.addressing = addressing;
        this.register = register;
        this.documents = documents;
        this.sights = sights;
        this.showings = showings;
        this.audit = audit;
        this.clock = clock;
        this.self = settings.node().party();
        this.node = settings.node().toString();
    }

    /// What is asked for.
    ///
    /// @param since left out for 8 hours ago, or the beginning of the watch where that is earlier
    /// @param act entries of one kind alone
    /// @param words all of which an entry says
    public record Query(Optional<Instant> since, Optional<String> act, Optional<String> words) {}

    /// The log as the caller sees it, with entries of partners that told this nation of theirs.
    ///
    /// @throws Problem for a moment that is to come or too long ago
    @Transactional
    public WatchLogView list(Query query, Caller caller) {
        var now = clock.instant();
        var held = held(now, caller);
        var watch = held.log().watch(self);
        var since = query.since().orElseGet(() -> begin(watch, now));
        if (since.isAfter(now) || since.isBefore(now.minus(KEPT_IN_SIGHT))) {
            throw refused(
                    "/since",
                    "a moment of the last " + KEPT_IN_SIGHT.toDays() + " days",
                    "過去 " + KEPT_IN_SIGHT.toDays() + " 日以内の時点です");
        }
        var lines = held.log().lines().stream()
                .filter(one -> HeldLog.isSince(one, since) && HeldLog.fits(one, query))
                .toList();
        var shown = lines.subList(0, Math.min(lines.size(), MOST_LINES));
        var records = shown.stream().flatMap(HeldLog::all).map(LogEntry::record).toList();
        showings.note(caller, "watch-log", records);
        var liaison = sights.isLiaison(caller);
        return new WatchLogView(
                self,
                node,
                now,
                since,
                held.label(records),
                caller.getName(),
                liaison ? List.of() : nations(),
                liaison ? null : watch.map(held::view).orElse(null),
                shown.stream().map(held::line).toList(),
                lines.size() - shown.size(),
                liaison ? List.of() : suggestions.list(begin(watch, now), now, held.entered(self), caller));
    }

    /// Entries of the own nation since a moment, for the brief of the watch that follows.
    ///
    /// @return the oldest first, with corrections after what they put right
    @Transactional
    public List<Entry> since(Instant since, Caller caller) {
        var held = held(clock.instant(), caller);
        return held.log().lines().reversed().stream()
                .filter(one -> one.entry().party().equals(self) && HeldLog.isSince(one, since))
                .flatMap(one -> HeldLog.all(one).map(held::entry))
                .toList();
    }

    /// Who has the watch of this node; empty where nobody ever had it, and for a liaison.
    @Transactional
    public Optional<WatchView> watch(Caller caller) {
        var held = held(clock.instant(), caller);
        return sights.isLiaison(caller)
                ? Optional.empty()
                : held.log().watch(self).map(held::view);
    }

    /// The same for paper, in both languages. That it was made is written down.
    @Transactional
    public byte[] pdf(Query query, Caller caller) {
        var log = list(query, caller);
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                "watch-log-made",
                null,
                null,
                Map.of(
                        "since",
                        log.since().toString(),
                        "lines",
                        log.lines().size(),
                        "label",
                        Objects.requireNonNullElse(log.label(), "–")))));
        return documents.pdf(WatchLogPaper.of(log));
    }

    /// Enters something: a record of this nation, for those whom the request names. Who has the watch stays
    /// at home.
    ///
    /// @throws Problem naming everything that stands against it; then nothing is entered
    @Transactional
    public WatchLogView enter(JsonNode request, Caller caller, Locale language) {
        var kind = Coded.find(EntryKind.class, request.path("act").asString(""))
                .orElseThrow(() -> refused(
                        "/act", "one of " + Coded.codes(EntryKind.class), Coded.codes(EntryKind.class) + " のいずれかです"));
        var now = clock.instant();
        var held = held(now, caller);
        var body = addressing.body(request, Addressing.mark(), kind.code());
        if (kind.isOfWatch()) {
            requireTurn(kind, held.log().watch(self).orElse(null));
            requireAtHome(request);
            body.put("officer", caller.getName()).put("at", now.toString());
        } else if (!body.path("at").isString()) {
            body.put("at", now.toString());
        }
        requireCorrected(kind, body, held);
        body.putObject("title").put("en", "Log of the watch: " + kind.english()).put("ja", "当直日誌：" + kind.japanese());
        Addressing.requireNone(LogEntry.against((CborMap) Bodies.toCbor(body)));
        addressing.say(LogEntry.KIND, body, List.of(), request, caller, language);
        return list(new Query(Optional.empty(), Optional.empty(), Optional.empty()), caller);
    }

    private static void requireTurn(EntryKind kind, WatchLog.@Nullable Watch watch) {
        var lasts = watch != null && watch.ended() == null;
        if (kind == EntryKind.OPENED && watch != null && lasts) {
            throw refused(
                    "/act", watch.officer() + " has the watch: take it over", watch.officer() + " が当直中です。引受けを記入してください");
        }
        if (kind != EntryKind.OPENED && !lasts) {
            throw refused("/act", "nobody has the watch: open one", "当直者がいません。当直開始を記入してください");
        }
    }

    /// The names of officers are no partner's business.
    private void requireAtHome(JsonNode request) {
        var others = request.path("to")
                .valueStream()
                .anyMatch(one -> !one.asString("").equals(self));
        if (others) {
            throw refused("/to", "who has the watch is told to nobody else", "当直者は他国に伝えません");
        }
    }

    private void requireCorrected(EntryKind kind, ObjectNode body, HeldLog held) {
        if (kind != EntryKind.CORRECTION) {
            return;
        }
        var known = held.log().lines().stream()
                .flatMap(HeldLog::all)
                .anyMatch(one -> one.party().equals(self)
                        && one.record().toString().equals(body.path("corrects").asString("")));
        if (!known) {
            throw refused("/fields/corrects", "no entry of ours of that id is here", "その ID の自国の記入はここにありません");
        }
    }

    private static Problem refused(String at, String english, String japanese) {
        return Problem.refused(List.of(new FieldError(at, english, japanese)));
    }

    private HeldLog held(Instant now, Caller caller) {
        var filter = new RecordFilter(LogEntry.KIND, null, now.minus(KEPT_IN_SIGHT), null, null);
        return HeldLog.of(
                sights.of(caller).listAll(filter).stream().map(Seen::record).toList());
    }

    private List<String> nations() {
        return Stream.concat(
                        Stream.of(self),
                        register.listOthers().stream()
                                .filter(one -> !one.isSite() && register.isLinked(one.code()))
                                .map(one -> one.code()))
                .toList();
    }

    private static Instant begin(Optional<WatchLog.Watch> watch, Instant now) {
        var usual = now.minus(WATCH);
        return watch.filter(one -> one.ended() == null)
                .map(WatchLog.Watch::since)
                .filter(since -> since.isBefore(usual) && since.isAfter(now.minus(KEPT_IN_SIGHT)))
                .orElse(usual);
    }
}
