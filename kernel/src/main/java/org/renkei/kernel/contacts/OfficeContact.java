package org.renkei.kernel.contacts;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.OfficeHours;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.record.SharedRecord;

/// How one office is reached, as one nation says it by a record of the kind `office-contact`. What was left
/// out of the record, withheld, or is not text, is empty.
///
/// @param party who says it, mostly of an office of its own
/// @param office by which code the register of bodies knows the office; empty for one that it does not know
/// @param radio channel or call sign
/// @param dutyEn the duty officer's office
/// @param hours null where none are said
public record OfficeContact(
        UUID record,
        String party,
        HybridTime time,
        String office,
        String en,
        String ja,
        String telephone,
        String mail,
        String radio,
        String chat,
        String dutyEn,
        String dutyJa,
        String languages,
        String remarksEn,
        String remarksJa,
        @Nullable OfficeHours hours) {
    public static final String KIND = "office-contact";

    private static final Pattern SPACE = Pattern.compile("[ \\t]+");

    static final Comparator<OfficeContact> BY_AGE = Comparator.comparing(OfficeContact::time)
            .thenComparing(OfficeContact::en)
            .thenComparing(OfficeContact::ja);

    /// @return empty for a record that is no such entry
    public static Optional<OfficeContact> of(SharedRecord record) {
        var body = record.body();
        return record.kind().equals(KIND)
                ? Optional.of(new OfficeContact(
                        record.id(),
                        record.origin().party(),
                        record.time(),
                        text(body, "office"),
                        word(body, "title", "en"),
                        word(body, "title", "ja"),
                        text(body, "telephone"),
                        text(body, "mail"),
                        text(body, "radio"),
                        text(body, "chat"),
                        word(body, "duty", "en"),
                        word(body, "duty", "ja"),
                        text(body, "languages"),
                        word(body, "remarks", "en"),
                        word(body, "remarks", "ja"),
                        hours(body)))
                : Optional.empty();
    }

    /// In the zone of the office; without times it never closes. What cannot be read says no hours.
    private static @Nullable OfficeHours hours(CborMap body) {
        var opens = text(body, "opens");
        var closes = text(body, "closes");
        try {
            return new OfficeHours(
                    ZoneId.of(text(body, "zone")),
                    opens.isEmpty() ? null : LocalTime.parse(opens),
                    closes.isEmpty() ? null : LocalTime.parse(closes));
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    /// One text stands for both languages.
    private static String word(CborMap body, String name, String language) {
        var value = body.entries().get(name);
        return value instanceof CborMap(var both) ? text(both.get(language)) : text(value);
    }

    private static String text(CborMap body, String name) {
        return text(body.entries().get(name));
    }

    private static String text(@Nullable CborValue value) {
        return value instanceof CborText(var text) ? SPACE.matcher(text.strip()).replaceAll(" ") : "";
    }
}
