package org.renkei.kernel.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.clock.HybridTime;

class GlossaryLawsTest {
    private static final List<String> NATIONS = List.of("AUS", "JPN", "USA");
    private static final List<String> ENGLISH = List.of("Support", "support", "Supply", "Evacuation", "");
    private static final List<String> JAPANESE = List.of("支援", "補給", "避難", "退避", "");

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheSameInAnyOrderAndTellsOnlyOfWhatIsSeen(long seed) {
        var random = Seeds.random(seed);
        var all = terms(random);
        var whole = Glossary.of(all);
        var again = new ArrayList<>(all);
        again.addAll(all.subList(0, random.nextInt(all.size())));
        Collections.shuffle(again, random);
        assertThat(Glossary.of(again)).isEqualTo(whole);
        assertThat(records(whole)).isEqualTo(all.stream().map(Term::record).collect(Collectors.toSet()));

        var seen = all.stream()
                .filter(one -> !one.party().equals("AUS") || one.record().hashCode() % 2 == 0)
                .toList();
        var theirs = Glossary.of(seen);
        assertThat(records(theirs)).isEqualTo(seen.stream().map(Term::record).collect(Collectors.toSet()));
        var shown = theirs.entries().stream().map(Entry::id).collect(Collectors.toSet());
        theirs.entries().forEach(one -> assertThat(shown).containsAll(one.differing()));
        assertThat(theirs.entries().stream().map(one -> one.first().plain()))
                .as("in the order of the whole")
                .containsExactlyElementsOf(whole.entries().stream()
                        .map(one -> one.first().plain())
                        .filter(pair ->
                                seen.stream().anyMatch(term -> term.plain().equals(pair)))
                        .toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatDiffersDiffersFromBothSides(long seed) {
        var entries = Glossary.of(terms(Seeds.random(seed))).entries().stream()
                .collect(Collectors.toMap(Entry::id, one -> one));
        entries.values()
                .forEach(one -> one.differing().forEach(other -> {
                    assertThat(other).isNotEqualTo(one.id());
                    assertThat(entries.get(other).differing()).contains(one.id());
                }));
    }

    @Test
    void oneWordForTwoThingsDiffersOnlyWhereNationsDo() {
        var japan = term("JPN", "Support", "支援", 1);
        var states = term("USA", "Sustainment", "支援", 2);
        var both = Glossary.of(List.of(japan, states)).entries();
        assertThat(both)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.differing()).hasSize(1));
        // a nation that knows both words does not mistake one for the other
        var known = term("JPN", "Sustainment", "支援", 3);
        assertThat(Glossary.of(List.of(japan, states, known)).entries())
                .allSatisfy(one -> assertThat(one.differing()).isEmpty());
        // and two words of one nation are synonyms
        assertThat(Glossary.of(List.of(japan, known)).entries())
                .allSatisfy(one -> assertThat(one.differing()).isEmpty());
    }

    @Test
    void thePairThatNationsShareIsOneEntry() {
        var entries = Glossary.of(List.of(
                        term("USA", "non-combatant  Evacuation", "非戦闘員退避", 1),
                        term("JPN", "Non-combatant evacuation", "非戦闘員退避", 2)))
                .entries();
        assertThat(entries)
                .singleElement()
                .satisfies(
                        one -> assertThat(one.terms()).extracting(Term::party).containsExactly("JPN", "USA"));
    }

    private static HashSet<UUID> records(Glossary glossary) {
        return glossary.entries().stream()
                .flatMap(one -> one.terms().stream())
                .map(Term::record)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Term> terms(Random random) {
        var terms = new ArrayList<Term>();
        for (var count = 1 + random.nextInt(12); count > 0; count--) {
            var en = ENGLISH.get(random.nextInt(ENGLISH.size()));
            var ja = en.isEmpty() ? "支援" : JAPANESE.get(random.nextInt(JAPANESE.size()));
            terms.add(term(NATIONS.get(random.nextInt(NATIONS.size())), en, ja, 1 + random.nextInt(1_000_000)));
        }
        return terms;
    }

    private static Term term(String party, String en, String ja, int micros) {
        var id =
                UUID.nameUUIDFromBytes(List.of(party, en, ja, micros).toString().getBytes(StandardCharsets.UTF_8));
        return new Term(id, party, new HybridTime(micros, 0), en, ja, "", "", "", "", "");
    }
}
