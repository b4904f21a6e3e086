package org.renkei.kernel.track.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Golden;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Coarsening;
import org.renkei.kernel.track.Ground;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackGrid;
import org.renkei.kernel.track.TrackUpdate;

class LaneLawsTest {
    private static final long BEGAN = 1_800_000_000_000L;
    private static final Label OPEN = Label.parse("UNCLASSIFIED//PUBLIC");
    private static final Label CLOSED = Label.parse("SECRET//REL TO JPN, USA");

    private static final Set<String> SHIPS = Set.of("5b1e000000000001");
    private static final Set<String> CELLS = Set.of("ce11000000000002");

    private final LaneOutbox outbox = new LaneOutbox(6);
    private final LaneIntake intake = new LaneIntake();

    @ParameterizedTest(name = "version {0}")
    @CsvSource({"4, track-lane.txt", "5, track-lane-5.txt", "6, track-lane-6.txt"})
    void writesTheseBytes(int version, String file) {
        var of = new LaneOutbox(version);
        of.stand(Set.of(
                stands("5b1e000000000001", OPEN),
                stands("ce11000000000002", CLOSED),
                new Ground(
                        "01d0000000000003",
                        "ce11000000000002",
                        CLOSED,
                        new Coarsening(CLOSED, new TrackGrid(10), Duration.ofMinutes(15)))));
        of.offer(List.of(ship(1, 0, 33.5), cell(2, 0)), BEGAN);
        var first = of.next(1_200, BEGAN).orElseThrow();
        of.offer(List.of(ship(1, 10, 33.501)), BEGAN + 10_000);
        var second = of.next(1_200, BEGAN + 10_000).orElseThrow();
        var hex = HexFormat.of();
        Golden.check(
                file,
                "told " + hex.formatHex(first.told())
                        + "\ntold "
                        + hex.formatHex(second.told())
                        + "\nupdate "
                        + hex.formatHex(second.updates().getFirst()));
    }

    /// However much is lost of what may be lost: nobody sees anything that was not offered under that very label at
    /// some time, nothing of what was withdrawn, and in the end everything as it is.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void showsWhatWasOfferedAndNothingElse(long seed) {
        var random = Seeds.random(seed);
        var offered = new HashMap<UUID, List<LaneTrack>>();
        var shown = new HashMap<UUID, LaneTrack>();
        var now = BEGAN;
        Map<UUID, LaneTrack> last = Map.of();
        for (var second = 0; second < 40; second++, now += 1_000) {
            last = fleet(random, second);
            last.forEach((id, track) ->
                    offered.computeIfAbsent(id, any -> new ArrayList<>()).add(track));
            outbox.offer(last.values(), now);
            for (var times = random.nextInt(4); times > 0; times--) {
                send(random.nextInt(60, 700), now, random.nextInt(3) == 0, shown);
            }
            for (var track : shown.values()) {
                assertThat(offered.get(track.id()).stream().anyMatch(one -> isSame(track, one)))
                        .isTrue();
            }
        }
        for (var quiet = 0; quiet < 3; quiet++, now += 61_000) {
            outbox.offer(last.values(), now);
            drain(now, shown);
        }
        assertThat(shown.keySet()).isSubsetOf(last.keySet());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsAllWhenNothingIsLost(long seed) {
        var random = Seeds.random(seed);
        var shown = new HashMap<UUID, LaneTrack>();
        for (var second = 0; second < 30; second++) {
            var fleet = fleet(random, second);
            outbox.offer(fleet.values(), BEGAN + second * 1_000L);
            drain(BEGAN + second * 1_000L, shown);
            assertThat(shown.keySet()).isEqualTo(fleet.keySet());
            assertThat(fleet.values()).allMatch(track -> isSame(shown.get(track.id()), track));
        }
    }

    @Test
    void theNewestWins() {
        outbox.offer(List.of(ship(1, 0, 33.5)), BEGAN);
        outbox.next(1_200, BEGAN);
        for (var second = 1; second <= 50; second++) {
            outbox.offer(List.of(ship(1, second, 33.5 + second / 1_000.0)), BEGAN + second * 1_000);
        }
        var message = outbox.next(1_200, BEGAN + 50_000).orElseThrow();
        assertThat(message.updates()).hasSize(1);
        assertThat(outbox.next(1_200, BEGAN + 50_000)).isEmpty();
        assertThat(outbox.figures().superseded()).isEqualTo(49);
    }

    /// A hundred tracks that race and one that creeps, and room for a handful in a second.
    @Test
    void noneWaitsForEver() {
        var toldAt = new HashMap<UUID, Integer>();
        var longest = 0;
        for (var second = 0; second < 600; second++) {
            var now = BEGAN + second * 1_000L;
            var all = new ArrayList<LaneTrack>();
            for (var ship = 0; ship < 100; ship++) {
                all.add(ship(ship, second, 30 + ship / 10.0 + second / 50.0));
            }
            all.add(ship(100, second, 20 + second / 1_000_000.0));
            outbox.offer(all, now);
            for (var track : intake.read(outbox.next(150, now).orElseThrow()).tracks()) {
                toldAt.put(track.id(), second);
            }
            if (second > 300) {
                var creeps = toldAt.get(all.getLast().id());
                assertThat(creeps).isNotNull();
                longest = Math.max(longest, second - creeps);
            }
        }
        assertThat(toldAt).hasSize(101);
        assertThat(longest).isLessThan(300);
    }

    @Test
    void whatMovedFarGoesFirst() {
        outbox.offer(List.of(ship(1, 0, 33.5), ship(2, 0, 34.5)), BEGAN);
        outbox.next(1_200, BEGAN);
        outbox.offer(List.of(ship(1, 5, 33.5001), ship(2, 5, 34.6)), BEGAN + 5_000);
        var first = outbox.next(70, BEGAN + 5_000).orElseThrow();
        assertThat(first.updates()).hasSize(1);
        intake.read(outbox.next(70, BEGAN + 5_000).orElseThrow());
        outbox.offer(List.of(), BEGAN + 6_000);
        assertThat(outbox.next(1_200, BEGAN + 6_000).orElseThrow().updates()).isEmpty();
    }

    @Test
    void whatIsWithdrawnDoesNotLeaveAnyMore() {
        outbox.offer(List.of(ship(1, 0, 33.5)), BEGAN);
        var heard = intake.read(outbox.next(1_200, BEGAN).orElseThrow());
        assertThat(heard.whole()).isTrue();
        var id = heard.tracks().getFirst().id();
        outbox.offer(List.of(ship(1, 5, 33.6)), BEGAN + 5_000);
        outbox.offer(List.of(), BEGAN + 5_001);
        assertThat(intake.read(outbox.next(1_200, BEGAN + 5_001).orElseThrow()).gone())
                .containsExactly(id);
        assertThat(outbox.next(1_200, BEGAN + 5_002)).isEmpty();
    }

    /// First what stands, then what rests on it; and again only when it is other than before.
    @Test
    void tellsOnWhatGroundsAndWhenOneStandsNoLonger() {
        var ships = stands("5b1e000000000001", OPEN);
        var cells = stands("ce11000000000002", CLOSED);
        outbox.stand(Set.of(ships, cells));
        outbox.offer(List.of(ship(1, 0, 33.5), cell(2, 0)), BEGAN);
        var first = intake.read(outbox.next(1_200, BEGAN).orElseThrow());
        assertThat(first.standing()).containsExactlyInAnyOrder(ships, cells);
        assertThat(first.tracks())
                .allSatisfy(track -> assertThat(track.about().grounds())
                        .isEqualTo(track.update().coarse() ? CELLS : SHIPS));
        outbox.stand(Set.of(cells, ships));
        outbox.offer(List.of(ship(1, 5, 33.6), cell(2, 0)), BEGAN + 5_000);
        assertThat(intake.read(outbox.next(1_200, BEGAN + 5_000).orElseThrow()).standing())
                .isNull();
        var turned = new Ground(
                "5b1e000000000001",
                "ce11000000000002",
                CLOSED,
                new Coarsening(CLOSED, new TrackGrid(5), Duration.ofMinutes(30)));
        outbox.stand(Set.of(cells, turned));
        assertThat(intake.read(outbox.next(1_200, BEGAN + 5_500).orElseThrow()).standing())
                .containsExactlyInAnyOrder(cells, turned);
        outbox.stand(Set.of());
        outbox.offer(List.of(), BEGAN + 6_000);
        var last = intake.read(outbox.next(1_200, BEGAN + 6_000).orElseThrow());
        assertThat(last.standing()).isEmpty();
        assertThat(last.gone()).hasSize(2);
    }

    @Test
    void saysNothingOfGroundsToAnOlderPartner() {
        var older = new LaneOutbox(4);
        older.stand(Set.of(stands("5b1e000000000001", OPEN)));
        older.offer(List.of(ship(1, 0, 33.5)), BEGAN);
        var heard = intake.read(older.next(1_200, BEGAN).orElseThrow());
        assertThat(heard.standing()).isNull();
        assertThat(heard.tracks().getFirst().about().grounds()).isEmpty();
    }

    /// What a partner of version 5 cannot turn, it is not to keep.
    @Test
    void tellsAPartnerBeforeTurnsOnlyWhatStandsAsItWas() {
        var older = new LaneOutbox(5);
        older.stand(Set.of(
                stands("5b1e000000000001", OPEN), new Ground("ce11000000000002", "5b1e000000000001", OPEN, null)));
        older.offer(List.of(), BEGAN);
        assertThat(intake.read(older.next(1_200, BEGAN).orElseThrow()).standing())
                .containsExactly(Ground.standing("5b1e000000000001"));
    }

    /// A difference under the new label that comes before the label itself is not shown under the old one.
    @Test
    void anUpdateIsNeverShownUnderAnOlderLabel() {
        outbox.offer(List.of(ship(1, 0, 33.5)), BEGAN);
        intake.read(outbox.next(1_200, BEGAN).orElseThrow());
        outbox.offer(List.of(ship(1, 5, 33.6, CLOSED)), BEGAN + 5_000);
        var relabelled = outbox.next(1_200, BEGAN + 5_000).orElseThrow();
        outbox.offer(List.of(ship(1, 6, 33.601, CLOSED)), BEGAN + 6_000);
        var early = outbox.next(1_200, BEGAN + 6_000).orElseThrow();
        assertThat(early.told()).isEmpty();
        assertThat(intake.read(early).tracks()).isEmpty();
        assertThat(intake.read(relabelled).tracks().getFirst().about().label()).isEqualTo(CLOSED);
        assertThat(intake.read(early).tracks().getFirst().about().label()).isEqualTo(CLOSED);
    }

    @Test
    void coarseFormsAreRepeatedAndOthersAreNot() {
        outbox.offer(List.of(ship(1, 0, 33.5), cell(2, 0)), BEGAN);
        outbox.next(1_200, BEGAN);
        outbox.offer(List.of(ship(1, 0, 33.5), cell(2, 0)), BEGAN + 59_000);
        assertThat(outbox.next(1_200, BEGAN + 59_000)).isEmpty();
        outbox.offer(List.of(ship(1, 0, 33.5), cell(2, 0)), BEGAN + 60_000);
        assertThat(outbox.next(1_200, BEGAN + 60_000).orElseThrow().updates()).hasSize(1);
    }

    @Test
    void moreTracksThanAreTakenArePassedOver() {
        var few = new LaneIntake(3);
        var fleet = LongStream.range(0, 5)
                .mapToObj(ship -> ship(ship, 0, 30 + ship))
                .toList();
        outbox.offer(fleet, BEGAN);
        assertThat(few.read(outbox.next(1_200, BEGAN).orElseThrow()).tracks()).hasSize(3);
        assertThat(few.passedOver()).isEqualTo(2);
    }

    @Test
    void twentyBytesAreEnoughForMostUpdates() {
        outbox.offer(fleet(Seeds.random(1), 0).values(), BEGAN);
        drain(BEGAN, new HashMap<>());
        var before = outbox.figures();
        for (var second = 1; second < 30; second++) {
            outbox.offer(fleet(Seeds.random(1), second).values(), BEGAN + second * 1_000L);
            drain(BEGAN + second * 1_000L, new HashMap<>());
        }
        var after = outbox.figures();
        assertThat((after.updateBytes() - before.updateBytes()) / (double) (after.updates() - before.updates()))
                .isLessThan(20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbageIsRefusedInOneWay(long seed) {
        var random = Seeds.random(seed);
        outbox.offer(fleet(random, 0).values(), BEGAN);
        var message = outbox.next(1_200, BEGAN).orElseThrow();
        var broken = message.told().clone();
        for (var damage = random.nextInt(1, 5); damage > 0; damage--) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        }
        var noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        for (var bad : List.of(new LaneMessage(List.of(), broken), new LaneMessage(List.of(noise), new byte[0]))) {
            try {
                intake.read(bad);
            } catch (RuntimeException e) {
                assertThat(e).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void aTrackWithoutALabelIsRefused() {
        var told = LaneNews.Told.of(new byte[] {1}, 0, ship(1, 0, 33).about());
        var news = new LaneNews(List.of(), List.of(told), List.of(), List.of(), false, null);
        assertThatThrownBy(() -> intake.read(new LaneMessage(List.of(), news.encode(6))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private void drain(long now, Map<UUID, LaneTrack> shown) {
        for (var left = true; left; ) {
            left = send(1_200, now, false, shown);
        }
    }

    private boolean send(int bytes, long now, boolean lost, Map<UUID, LaneTrack> shown) {
        var message = outbox.next(bytes, now);
        message.map(one -> intake.read(lost ? new LaneMessage(List.of(), one.told()) : one))
                .ifPresent(heard -> {
                    heard.gone().forEach(shown::remove);
                    heard.tracks().forEach(track -> shown.put(track.id(), track));
                });
        return message.isPresent();
    }

    private static boolean isSame(LaneTrack got, LaneTrack was) {
        return got.about().equals(was.about())
                && Math.abs(got.update().at() - was.update().at()) <= 50
                && Math.abs(got.update().latitude() - was.update().latitude()) <= 1e-5
                && got.update().coarse() == was.update().coarse();
    }

    /// Twelve ships of which some are hidden, coarse or under another label now and then.
    private static Map<UUID, LaneTrack> fleet(Random random, int second) {
        var fleet = new HashMap<UUID, LaneTrack>();
        for (var ship = 0L; ship < 12; ship++) {
            var track = switch (random.nextInt(30)) {
                case 0 -> Optional.<LaneTrack>empty();
                case 1 -> Optional.of(cell(ship + 100, second));
                case 2 -> Optional.of(ship(ship, second, 30 + ship + second / 1_000.0, CLOSED));
                default -> Optional.of(ship(ship, second, 30 + ship + second / 1_000.0));
            };
            track.ifPresent(one -> fleet.put(one.id(), one));
        }
        assertThat(new HashSet<>(fleet.values())).hasSize(fleet.size());
        return fleet;
    }

    private static Ground stands(String word, Label label) {
        return new Ground(word, word, label, null);
    }

    private static LaneTrack ship(long number, int second, double latitude) {
        return ship(number, second, latitude, OPEN);
    }

    private static LaneTrack ship(long number, int second, double latitude, Label label) {
        return new LaneTrack(
                new TrackUpdate(
                        new UUID(1, number),
                        TrackDomain.SEA,
                        false,
                        BEGAN + second * 1_000L,
                        latitude,
                        131.5,
                        10,
                        OptionalDouble.of(90.2),
                        OptionalDouble.of(7.2),
                        OptionalDouble.empty()),
                new TrackAbout(
                        label,
                        OptionalDouble.empty(),
                        List.of("mmsi:4310001" + number),
                        Optional.of("FERRY " + number),
                        Optional.empty(),
                        Optional.of("60"),
                        SHIPS));
    }

    private static LaneTrack cell(long number, int second) {
        return new LaneTrack(
                new TrackUpdate(
                        new UUID(2, number),
                        TrackDomain.SEA,
                        true,
                        BEGAN + second / 10 * 10_000L,
                        33.45,
                        131.55,
                        5_000,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                TrackAbout.coarse(CLOSED, 11.1, CELLS));
    }
}
