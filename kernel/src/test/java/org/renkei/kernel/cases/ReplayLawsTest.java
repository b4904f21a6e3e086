package org.renkei.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.cases.Known.Evidence;

/// What two nations say in one case reaches the other late, in any order, and now and then is taken back.
class ReplayLawsTest {
    private static final List<Act> ACTS = List.of(Act.REPORT, Act.ASK, Act.REQUEST, Act.REMARK, Act.PHASE);

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    /// @param said with the time of its arrival
    private record Arrival(Statement said, Instant at) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void atEveryTimeItIsTheFoldOfWhatHadArrived(long seed) {
        var random = Seeds.random(seed);
        var arrivals = arrivals(random);
        var known = new HashMap<UUID, Known>();
        var events = new TreeMap<Instant, List<Runnable>>();
        var held = new LinkedHashMap<UUID, Statement>();
        for (var one : arrivals) {
            var record = one.said().record();
            var until = random.nextInt(5) == 0 ? one.at().plusSeconds(1 + random.nextInt(600)) : null;
            known.put(record, new Known(Evidence.ARRIVED, one.at(), until));
            on(events, one.at(), () -> held.put(record, one.said()));
            if (until != null) {
                on(events, until, () -> held.remove(record));
            }
        }
        var statements = new ArrayList<>(arrivals.stream().map(Arrival::said).toList());
        Collections.shuffle(statements, random);
        var replay = new Replay(known);
        assertThat(at(replay, statements, Teller.BEGIN.minusSeconds(1)).told()).isEmpty();
        events.forEach((time, happening) -> {
            happening.forEach(Runnable::run);
            var then = CaseFold.fold(Teller.CASE, held.values());
            assertThat(at(replay, statements, time)).isEqualTo(then);
            assertThat(at(replay, statements, time.plusMillis(1)))
                    .as("until something happens nothing changes")
                    .isEqualTo(then);
        });
    }

    private static Case at(Replay replay, List<Statement> statements, Instant time) {
        return CaseFold.fold(
                Teller.CASE,
                statements.stream()
                        .filter(one -> replay.holds(one.record(), time))
                        .toList());
    }

    private static void on(Map<Instant, List<Runnable>> events, Instant time, Runnable work) {
        events.computeIfAbsent(time, key -> new ArrayList<>()).add(work);
    }

    /// A partner knew what it said, what it confirmed and what it answered; nothing else is said to have
    /// been known.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPartnerKnewNothingBeforeItsFirstEvidence(long seed) {
        var random = Seeds.random(seed);
        var arrivals = arrivals(random);
        var confirmed = new HashMap<UUID, Known>();
        var arrived = new HashMap<UUID, Instant>();
        for (var one : arrivals) {
            arrived.put(one.said().record(), one.at());
            if (one.said().party().equals("JPN") && random.nextInt(3) > 0) {
                confirmed.put(one.said().record(), new Known(Evidence.CONFIRMED, one.at(), null));
            }
        }
        var statements = arrivals.stream().map(Arrival::said).toList();
        var replay = Replay.ofPartner("USA", statements, arrived, confirmed);
        for (var one : statements) {
            var evidence = new TreeSet<Instant>();
            if (one.party().equals("USA")) {
                evidence.add(earlier(one.time().instant(), arrived.get(one.record())));
            }
            if (confirmed.containsKey(one.record())) {
                evidence.add(confirmed.get(one.record()).from());
            }
            statements.stream()
                    .filter(other -> other.party().equals("USA") && other.on().contains(one.record()))
                    .forEach(other -> evidence.add(earlier(other.time().instant(), arrived.get(other.record()))));
            assertThat(replay.of(one.record()).map(Known::from))
                    .isEqualTo(evidence.stream().findFirst());
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Test
    void whatWasTakenBackStandsInThePastAndNotAfterwards() {
        var teller = new Teller();
        var opening = teller.open("JPN", "USA");
        var report = teller.say("JPN", 1, Act.REPORT, Map.of(), List.of(), "JPN", "USA");
        var at = Teller.BEGIN.plusSeconds(600);
        var gone = at.plusSeconds(600);
        var confirmed = Map.of(
                opening.record(), new Known(Evidence.CONFIRMED, Teller.BEGIN, null),
                report.record(), new Known(Evidence.CONFIRMED, at, gone));
        var statements = List.of(opening, report);
        var replay = Replay.ofPartner("USA", statements, Map.of(), confirmed);
        assertThat(at(replay, statements, at.minusMillis(1)).told()).hasSize(1);
        assertThat(at(replay, statements, at).told()).hasSize(2);
        assertThat(at(replay, statements, gone.minusMillis(1)).told()).hasSize(2);
        assertThat(at(replay, statements, gone).told()).hasSize(1);
    }

    @Test
    void whoAnsweredBeforeTheConfirmationCameKnewByThen() {
        var teller = new Teller();
        var opening = teller.open("JPN", "USA");
        var ask = teller.say("JPN", 1, Act.ASK, Map.of(), List.of(), "JPN", "USA");
        var answer = teller.say("USA", 5, Act.ANSWER, Map.of(), List.of(ask), "JPN", "USA");
        var late = new Known(Evidence.CONFIRMED, Teller.BEGIN.plusSeconds(3_600), null);
        var replay = Replay.ofPartner(
                "USA", List.of(opening, ask, answer), Map.of(), Map.of(opening.record(), late, ask.record(), late));
        assertThat(replay.of(ask.record())).contains(new Known(Evidence.ANSWERED, Teller.BEGIN.plusSeconds(300), null));
        assertThat(replay.of(opening.record())).contains(late);
    }

    /// The opening is there from the beginning; everything else arrives up to ten minutes after it was
    /// said.
    private static List<Arrival> arrivals(Random random) {
        var teller = new Teller();
        var said = new ArrayList<Statement>();
        said.add(teller.open("JPN", "USA"));
        for (var minute = 1; minute < 3 + random.nextInt(15); minute++) {
            var party = random.nextBoolean() ? "JPN" : "USA";
            var act = ACTS.get(random.nextInt(ACTS.size()));
            var on = act == Act.REMARK ? List.of(said.get(random.nextInt(said.size()))) : List.<Statement>of();
            said.add(teller.say(party, minute, act, Map.of(), on, "JPN", "USA"));
        }
        return said.stream()
                .map(one -> new Arrival(one, one.time().instant().plusSeconds(random.nextInt(600))))
                .toList();
    }
}
