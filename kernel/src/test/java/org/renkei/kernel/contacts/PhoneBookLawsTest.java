package org.renkei.kernel.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.cases.Body;
import org.renkei.kernel.cases.OfficeHours;
import org.renkei.kernel.clock.HybridTime;

class PhoneBookLawsTest {
    private static final List<String> NATIONS = List.of("AUS", "JPN", "USA");
    private static final OfficeHours ALWAYS = new OfficeHours(ZoneId.of("Asia/Tokyo"), null, null);
    private static final OfficeHours BY_DAY =
            new OfficeHours(ZoneId.of("Asia/Tokyo"), LocalTime.of(9, 0), LocalTime.of(17, 0));
    private static final Body.Member OFFICE = new Body.Member("jpn-watch", "JPN", "Watch", "当直", ALWAYS);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheSameInAnyOrderAndHasEachRecordOnceInItsNewestForm(long seed) {
        var random = Seeds.random(seed);
        var all = draw(random);
        var again = new ArrayList<>(all);
        again.addAll(all.subList(0, random.nextInt(all.size())));
        Collections.shuffle(again, random);
        var book = PhoneBook.of(all);
        assertThat(PhoneBook.of(again)).isEqualTo(book);
        var newest = new LinkedHashMap<UUID, Long>();
        all.forEach(one -> newest.merge(one.record(), one.time().micros(), Math::max));
        assertThat(book.entries())
                .hasSize(newest.size())
                .allSatisfy(one -> assertThat(one.time().micros()).isEqualTo(newest.get(one.record())));
        assertThat(Stream.concat(book.of(OFFICE).stream(), book.besides(Set.of(OFFICE.code())).stream()))
                .as("each stands at its office, or besides")
                .containsExactlyInAnyOrderElementsOf(book.entries());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsNotSeenShiftsNothing(long seed) {
        var all = draw(Seeds.random(seed));
        var seen = all.stream().filter(one -> !one.party().equals("AUS")).toList();
        assertThat(PhoneBook.of(seen).entries())
                .containsExactlyElementsOf(PhoneBook.of(all).entries().stream()
                        .filter(one -> !one.party().equals("AUS"))
                        .toList());
    }

    @Test
    void onlyItsOwnNationSaysWhenAnOfficeWorks() {
        var own = entry("JPN", "jpn-watch", 1, BY_DAY);
        var later = entry("JPN", "jpn-watch", 2, null);
        var others = entry("USA", "jpn-watch", 3, ALWAYS);
        var book = PhoneBook.of(List.of(others, later, own));
        assertThat(book.hours(OFFICE)).contains(BY_DAY);
        assertThat(book.of(OFFICE)).extracting(OfficeContact::party).containsExactly("JPN", "JPN", "USA");
        assertThat(PhoneBook.of(List.of(others)).hours(OFFICE)).isEmpty();
    }

    private static List<OfficeContact> draw(Random random) {
        var all = new ArrayList<OfficeContact>();
        for (var count = 1 + random.nextInt(12); count > 0; count--) {
            var office = random.nextBoolean() ? OFFICE.code() : "";
            all.add(entry(NATIONS.get(random.nextInt(NATIONS.size())), office, random.nextInt(8), ALWAYS));
        }
        return all;
    }

    /// Of one nation and office, revisions of one record.
    private static OfficeContact entry(String party, String office, int micros, OfficeHours hours) {
        var record = UUID.nameUUIDFromBytes((party + office + micros % 2).getBytes(UTF_8));
        return new OfficeContact(
                record,
                party,
                new HybridTime(micros, 0),
                office,
                "Watch " + micros,
                "当直",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                hours);
    }
}
