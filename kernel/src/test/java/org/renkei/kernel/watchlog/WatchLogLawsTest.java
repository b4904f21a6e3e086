package org.renkei.kernel.watchlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;

/// Two nations keep logs of their watches; entries are put right, again and again, and arrive in any order.
class WatchLogLawsTest {
    private static final Instant BEGIN = Instant.parse("2026-04-14T12:30:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsErasedAndTheOrderOfArrivalChangesNothing(long seed) {
        var random = Seeds.random(seed);
        var entries = entries(random);
        var log = WatchLog.of(entries);
        var shuffled = new ArrayList<>(entries);
        shuffled.addAll(entries.subList(0, random.nextInt(entries.size())));
        Collections.shuffle(shuffled, random);
        assertThat(WatchLog.of(shuffled)).isEqualTo(log);
        assertThat(log.lines().stream().flatMap(WatchLogLawsTest::all)).containsExactlyInAnyOrderElementsOf(entries);
        assertThat(log.lines().stream().map(WatchLog.Line::entry)).isSortedAccordingTo(LogEntry.NEWEST_FIRST);
        assertThat(log.lines())
                .allSatisfy(line -> assertThat(line.corrections())
                        .allSatisfy(one ->
                                assertThat(one.party()).isEqualTo(line.entry().party())));
    }

    /// What one may not see shifts nothing of what one sees, but for what puts it right.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsNotSeenShiftsNoOtherLine(long seed) {
        var random = Seeds.random(seed);
        var entries = entries(random);
        var hidden = entries.get(random.nextInt(entries.size()));
        var seen =
                WatchLog.of(entries.stream().filter(one -> !one.equals(hidden)).toList());
        var touched = new HashSet<UUID>();
        WatchLog.of(entries).lines().stream()
                .filter(line -> all(line).anyMatch(hidden::equals))
                .flatMap(WatchLogLawsTest::all)
                .map(LogEntry::record)
                .forEach(touched::add);
        assertThat(seen.lines().stream()
                        .filter(line -> !touched.contains(line.entry().record())))
                .containsExactlyElementsOf(WatchLog.of(entries).lines().stream()
                        .filter(line -> !touched.contains(line.entry().record()))
                        .toList());
    }

    @Test
    void aWatchIsOpenedTakenOverAndHandedOver() {
        var opened = watch(1, EntryKind.OPENED, "day.officer");
        var taken = watch(2, EntryKind.TAKEN_OVER, "night.officer");
        var over = watch(3, EntryKind.HANDED_OVER, "night.officer");
        assertThat(WatchLog.of(List.of()).watch("JPN")).isEmpty();
        assertThat(WatchLog.of(List.of(opened)).watch("JPN"))
                .contains(new WatchLog.Watch(opened.record(), "day.officer", opened.at(), null, null));
        assertThat(WatchLog.of(List.of(taken, opened)).watch("JPN"))
                .contains(new WatchLog.Watch(taken.record(), "night.officer", taken.at(), "day.officer", null));
        assertThat(WatchLog.of(List.of(over, opened, taken)).watch("JPN"))
                .contains(new WatchLog.Watch(taken.record(), "night.officer", taken.at(), "day.officer", over.at()));
        assertThat(WatchLog.of(List.of(opened)).watch("USA")).isEmpty();
    }

    @Test
    void everyMistakeOfAnEntryIsNamedAtOnce() {
        assertThat(LogEntry.against(body(Map.of()))).extracting(Objection::at).containsExactly("/act", "/at");
        assertThat(LogEntry.against(body(Map.of("act", "event", "at", "yesterday", "case", "x"))))
                .extracting(Objection::at)
                .containsExactly("/at", "/text", "/case");
        assertThat(LogEntry.against(body(Map.of("act", "opened", "at", "2026-04-14T12:30:00Z"))))
                .extracting(Objection::at)
                .containsExactly("/officer");
        assertThat(LogEntry.against(body(Map.of("act", "correction", "at", "2026-04-14T12:30:00Z", "text", "no"))))
                .extracting(Objection::at)
                .containsExactly("/corrects");
        assertThat(LogEntry.against(
                        body(Map.of("act", "call", "at", "2026-04-14T12:30:00Z", "text", "Harbour called"))))
                .isEmpty();
    }

    private static CborMap body(Map<String, String> fields) {
        var entries = new LinkedHashMap<String, CborValue>();
        fields.forEach((name, text) -> entries.put(name, new CborText(text)));
        return new CborMap(entries);
    }

    private static Stream<LogEntry> all(WatchLog.Line line) {
        return Stream.concat(Stream.of(line.entry()), line.corrections().stream());
    }

    private static LogEntry watch(int minute, EntryKind kind, String officer) {
        return entry(minute, "JPN", minute, minute, kind, officer, null);
    }

    private static LogEntry entry(
            int number, String party, int written, int at, EntryKind kind, String officer, @Nullable UUID corrects) {
        return new LogEntry(
                new UUID(1, number),
                party,
                new HybridTime(HybridTime.micros(BEGIN.plusSeconds(60L * written)), 0),
                BEGIN.plusSeconds(60L * at),
                kind,
                "text",
                officer,
                corrects,
                "",
                List.of());
    }

    private static List<LogEntry> entries(Random random) {
        var entries = new ArrayList<LogEntry>();
        for (var number = 0; number < 2 + random.nextInt(20); number++) {
            var corrects = !entries.isEmpty() && random.nextInt(3) == 0
                    ? entries.get(random.nextInt(entries.size())).record()
                    : random.nextInt(20) == 0 ? new UUID(9, number) : null;
            entries.add(entry(
                    number,
                    random.nextInt(4) == 0 ? "USA" : "JPN",
                    number,
                    random.nextInt(30),
                    corrects == null ? EntryKind.EVENT : EntryKind.CORRECTION,
                    "",
                    corrects));
        }
        return entries;
    }
}
