package org.renkei.feeds;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.feeds.NoticeSink.Notice;
import org.renkei.feeds.NoticeSink.Outcome;
import org.renkei.feeds.receiver.Documents;
import org.renkei.feeds.receiver.FeedFigures;
import org.renkei.kernel.label.Releasability;
import org.renkei.settings.FeedReading;
import org.renkei.settings.FeedSettings;
import org.renkei.settings.FeedSettings.Kind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Reads the documents of feeds that publish: alerts, telegrams, earthquakes, drawn things. What is in
/// order goes to
/// the
/// [NoticeSink]; what is not is refused with its reason, message by message.
@Component
final class FeedDocuments implements Documents {
    private static final int MOST_TOLD = 100;
    private static final FeedLimits LIMITS = new FeedLimits(256L << 20, 200, 5_000);
    private static final Map<Kind, Set<String>> SYSTEMS = Map.of(
            Kind.CAP, Set.of("cap"),
            Kind.JMA, Set.of("jma"),
            Kind.USGS, Set.of("usgs"),
            Kind.GEOJSON, Set.of("geojson"));

    private final ObjectProvider<NoticeSink> sinks;
    private final Clock clock;

    FeedDocuments(ObjectProvider<NoticeSink> sinks, Clock clock) {
        this.sinks = sinks;
        this.clock = clock;
    }

    @Override
    public Account take(FeedSettings feed, String name, byte[] content, FeedFigures figures) {
        return new Taking(feed, name, figures).take(content);
    }

    /// One document on its way.
    private final class Taking {
        private final FeedSettings feed;
        private final String name;
        private final FeedFigures figures;
        private final List<Notice> notices = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();

        Taking(FeedSettings feed, String name, FeedFigures figures) {
            this.feed = feed;
            this.name = name;
            this.figures = figures;
        }

        Account take(byte[] content) {
            read(content);
            var taken = 0;
            var known = 0;
            var sink = sinks.getIfAvailable();
            var outcomes = sink == null || notices.isEmpty() ? List.<Outcome>of() : sink.take(feed, notices);
            for (var place = 0; place < outcomes.size(); place++) {
                var message = notices.get(place).message();
                switch (outcomes.get(place)) {
                    case Outcome.Taken ignored -> {
                        taken++;
                        figures.message(clock.millis());
                        figures.sighting(clock.millis() - message.sent().toEpochMilli());
                    }
                    case Outcome.Known ignored -> known++;
                    case Outcome.Refused(var reason, var detail) -> refuse(reason, name, detail);
                }
            }
            return new Account(taken, known, refused);
        }

        private void read(byte[] content) {
            switch (feed.reading()) {
                case FeedReading.Alerts alerts -> readAlert(alerts, content);
                case FeedReading.Features features ->
                    GeoJsonFeatures.read(feed.id(), features.members(), content, this::noteItem);
                case FeedReading.Plain ignored -> readAny(content, null);
                case FeedReading.Vehicles ignored -> throw new IllegalStateException("vehicles send no documents");
            }
        }

        /// Nothing around an alert is opened: a signature is of what came.
        private void readAlert(FeedReading.Alerts alerts, byte[] content) {
            try {
                if (FeedForm.of(content) != FeedForm.XML) {
                    throw new FeedException(
                            FeedProblem.OTHER_KIND, FeedForm.of(content).name());
                }
                var checked = new CapSignatures(alerts).check(content, clock.instant());
                readAny(checked.content(), checked.said());
            } catch (FeedException e) {
                refuse(e.reason(), name);
            }
        }

        private void readAny(byte[] content, CapSignatures.@Nullable Said said) {
            var reader = new FeedReader(feed.label().text(), LIMITS);
            reader.read(new ByteArrayInputStream(content), item -> {
                if (said != null && item instanceof FeedItem.Read read) {
                    read.draft()
                            .body()
                            .putObject("signature")
                            .put("en", said.en())
                            .put("ja", said.ja());
                }
                noteItem(item);
            });
        }

        private void noteItem(FeedItem item) {
            switch (item) {
                case FeedItem.Refused(var place, var reason) -> refuse(reason, place.after(name));
                case FeedItem.Read(var place, var draft, var message) -> {
                    var mistake = mistake(draft);
                    if (mistake != null) {
                        refuse(mistake, place.after(name));
                    } else if (message.verb() == FeedMessage.Verb.BESIDE) {
                        figures.message(clock.millis());
                    } else {
                        notices.add(new Notice(draft.withLabel(feed.label().text()), message));
                    }
                }
            }
        }

        private @Nullable FeedReason mistake(FeedDraft draft) {
            if (!SYSTEMS.getOrDefault(feed.kind(), Set.of())
                    .contains(draft.source().system())) {
                return FeedReason.of(FeedProblem.OTHER_KIND, draft.source().system());
            }
            var scope = draft.body().path("scope").asString("Public");
            var open = feed.label().releasability() instanceof Releasability.Everyone;
            return open && !scope.equals("Public") ? FeedReason.of(FeedProblem.NOT_PUBLIC, scope) : null;
        }

        private void refuse(FeedReason reason, String place) {
            refuse(reason.problem().name(), place, reason.text(Locale.ENGLISH));
        }

        private void refuse(String reason, String place, String detail) {
            if (refused.size() < MOST_TOLD) {
                refused.add(reason.toLowerCase(Locale.ROOT).replace('_', '-') + ": " + detail);
            }
            figures.message(clock.millis());
            figures.refused(reason, place + "  " + detail, clock.millis());
        }
    }
}
