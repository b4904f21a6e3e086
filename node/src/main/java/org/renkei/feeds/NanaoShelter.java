package org.renkei.feeds;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A shelter of Nanao City, Ishikawa: a row of its register of designated shelters, or of a table of shelters
/// open at one time with the people in them. The register and the observations are two sources; each
/// observation of a shelter is a new revision of one record, so tables must be read in the order of time, which
/// their names give.
final class NanaoShelter {
    private static final String AUTHOR = "Nanao City";
    private static final String PEOPLE = "人数";
    private static final String HAZARD_PREFIX = "災害種別_";

    private NanaoShelter() {}

    static FeedDraft draft(TableRow row) throws FeedException {
        String id = row.required("ID");
        @Nullable String peopleColumn = row.columnStarting(PEOPLE).orElse(null);
        FeedBody body = new FeedBody()
                .shortText("title", english(row), row.required("名称"))
                .put("placeType", "shelter")
                .position(row.position("緯度", "経度", "深さ"))
                .put("capacity", FeedValues.indoorCapacity(row.text("想定収容人数")))
                .strings(
                        "hazards",
                        GsiShelter.HAZARDS.entrySet().stream()
                                .filter(hazard -> row.text(HAZARD_PREFIX + hazard.getKey())
                                        .startsWith("1"))
                                .map(Map.Entry::getValue)
                                .sorted()
                                .toList())
                .shortText("address", null, row.text("所在地_連結表記"))
                .shortText("operator", "Nanao City", "七尾市")
                .longText("remarks", null, remarks(row));
        if (peopleColumn == null) {
            body.put("status", "designated");
            return draft("nanao-designated-shelters", id, body);
        }
        body.put("status", "open")
                .put("occupants", FeedValues.count(PEOPLE, row.text(peopleColumn)))
                .put("observedAt", observedAt(row, peopleColumn));
        return draft("nanao-open-shelters", id, body);
    }

    private static FeedDraft draft(String system, String id, FeedBody body) {
        return FeedDraft.real("place-status", "ROUTINE", new FeedSource(system, id), AUTHOR, body);
    }

    /// Its own column 時点, or within the name of the column of people: `人数_令和6年1月9日午後6時時点`.
    private static Instant observedAt(TableRow row, String peopleColumn) throws FeedException {
        String ownColumn = row.text("時点");
        if (!ownColumn.isEmpty()) {
            return FeedValues.eraTime("時点", ownColumn);
        }
        if (peopleColumn.equals(PEOPLE)) {
            throw new FeedException(FeedProblem.MISSING, "時点");
        }
        return FeedValues.eraTime(PEOPLE, peopleColumn.substring(PEOPLE.length() + 1));
    }

    private static @Nullable String english(TableRow row) {
        String romanized = row.text("名称_英字");
        return romanized.isEmpty() ? null : romanized;
    }

    private static String remarks(TableRow row) {
        String capacity = row.text("想定収容人数");
        String towns = row.text("対象となる町会・自治会");
        String phone = row.text("電話番号");
        return String.join(
                        "\n",
                        capacity.isEmpty() ? "" : "想定収容人数: " + capacity,
                        towns.isEmpty() ? "" : "対象: " + towns,
                        phone.isEmpty() ? "" : "電話: " + phone)
                .strip()
                .replaceAll("\n+", "\n");
    }
}
