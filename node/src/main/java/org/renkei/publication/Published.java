package org.renkei.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.records.RecordsChanged;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

/// What is public, ready to be given out: read once for everybody, and written once a minute in each form.
/// What was shown and is changed or taken back goes at once; what is new comes within seconds.
@Service
public class Published {
    /// So long what is new may wait.
    static final Duration FRESH = Duration.ofSeconds(5);

    /// So long it is kept where nothing changed: releases end by themselves, and others of this node write,
    /// too.
    static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MOST_CHANGED = 10_000;
    private static final String CAP = "cap ";

    private final PublicRecords records;
    private final CapFeed cap;
    private final PublicWords words;
    private final GeoJsonText json;
    private final String node;
    private final Clock clock;
    /// Records that were changed since the last reading began.
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private @Nullable Shown shown;

    Published(
            PublicRecords records,
            CapFeed cap,
            PublicWords words,
            JsonMapper json,
            NodeSettings settings,
            Clock clock) {
        this.records = records;
        this.cap = cap;
        this.words = words;
        this.node = settings.node().toString();
        this.json = new GeoJsonText(json, words, node);
        this.clock = clock;
    }

    /// @param tag of the content, strong (RFC 9110 §8.8.3)
    public record Document(byte[] content, String tag) {
        public static Document of(byte[] content) {
            return new Document(content, "\"" + Hash.ofContent(content).hex() + "\"");
        }
    }

    /// @param made the minute for which its documents are written
    private record Shown(Holdings holdings, Instant read, Instant made, Map<String, Document> documents) {
        Document document(String name, Supplier<byte[]> content) {
            return documents.computeIfAbsent(name, any -> Document.of(content.get()));
        }
    }

    /// @param language `en` or `ja`
    public Document page(String language) {
        var now = shown();
        return now.document("page " + language, () -> page(now.holdings(), language, now.made()));
    }

    public Document features() {
        var now = shown();
        return now.document("features", () -> features(now.holdings(), now.made()));
    }

    /// Alerts and hazards as an Atom feed (RFC 4287) of CAP documents.
    public Document alerts() {
        return alert("").orElseThrow();
    }

    /// One CAP document. Only the newest of each subject is given out.
    ///
    /// @param identifier empty for the index
    public Optional<Document> alert(String identifier) {
        var now = shown();
        synchronized (now) {
            if (!now.documents().containsKey(CAP)) {
                var issue = cap.issue(records::read, clock.instant());
                issue.documents().forEach((name, content) -> now.documents().put(CAP + name, Document.of(content)));
                now.documents().put(CAP, Document.of(issue.index()));
            }
        }
        return Optional.ofNullable(now.documents().get(CAP + identifier));
    }

    /// Of what is real, then of exercises.
    List<PublicCounts> counts() {
        var now = shown();
        return List.of(
                now.holdings().side(false, now.made()).counts(),
                now.holdings().side(true, now.made()).counts());
    }

    byte[] page(Holdings holdings, String language, Instant made) {
        return PageText.of(holdings, words, node, language, made);
    }

    byte[] features(Holdings holdings, Instant made) {
        return json.of(holdings, made);
    }

    private synchronized Shown shown() {
        var now = clock.instant();
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        var current = shown;
        if (current == null || isStale(current, now)) {
            changed.clear();
            current = new Shown(records.read(), now, minute, new ConcurrentHashMap<>());
        } else if (!current.made().equals(minute)) {
            current = new Shown(current.holdings(), current.read(), minute, new ConcurrentHashMap<>());
        }
        shown = current;
        return current;
    }

    private boolean isStale(Shown before, Instant now) {
        var age = Duration.between(before.read(), now);
        return age.isNegative()
                || age.compareTo(KEPT) >= 0
                || !changed.isEmpty() && age.compareTo(FRESH) >= 0
                || changed.size() >= MOST_CHANGED
                || changed.stream().anyMatch(before.holdings().records()::contains);
    }

    /// After the commit, so that whoever reads next reads what is true now.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(RecordsChanged all) {
        if (changed.size() < MOST_CHANGED) {
            all.changes().forEach(one -> changed.add(one.id()));
        }
    }
}
