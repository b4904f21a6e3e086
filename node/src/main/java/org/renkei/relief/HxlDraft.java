package org.renkei.relief;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.ReliefRecord;
import org.renkei.problem.Problem.FieldError;
import org.renkei.relief.HxlTable.Row;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One row of a table of others as the draft of a need or an offer.
///
/// @param draft null for a row that is neither
/// @param mistakes what of it cannot be read
record HxlDraft(Row row, @Nullable ObjectNode draft, String kind, List<FieldError> mistakes) {
    private static final Set<String> ITEMS = Set.of(
            "water",
            "food",
            "blankets",
            "tents",
            "medicine",
            "fuel",
            "generators",
            "toilets",
            "medical-team",
            "engineers",
            "passenger-transport",
            "other");
    private static final int MOST_TITLE = 200;

    /// @param self of this nation: a row that bears it as its organisation is of no agency
    /// @param label of every record that comes of the table
    static HxlDraft of(Row row, String self, String label, String precedence, JsonMapper json) {
        var activity = row.cell(HxlRows.ACTIVITY).orElse("").toLowerCase(Locale.ROOT);
        var kind = switch (activity) {
            case "need" -> ReliefRecord.NEED;
            case "offer" -> ReliefRecord.OFFER;
            default -> "";
        };
        if (kind.isEmpty()) {
            return new HxlDraft(
                    row,
                    null,
                    "",
                    List.of(new FieldError(
                            HxlRows.ACTIVITY, "only need and offer are taken in", "取り込むのは need と offer だけです")));
        }
        var mistakes = new ArrayList<FieldError>();
        var draft = json.createObjectNode();
        draft.put("kind", kind).put("label", label).put("precedence", precedence);
        var need = kind.equals(ReliefRecord.NEED);
        var body = draft.putObject("body");
        words(row, body.putObject("title"), mistakes);
        body.put(
                need ? "need" : "offer",
                row.cell(HxlRows.ENGLISH).or(() -> row.cell(HxlRows.JAPANESE)).orElse("–"));
        item(row, body, mistakes);
        quantity(row, body, mistakes);
        position(row, body, mistakes);
        var agency =
                row.cell(HxlRows.AGENCY).or(() -> row.cell(HxlRows.ORG).filter(code -> !code.equalsIgnoreCase(self)));
        if (need) {
            row.cell(HxlRows.END).ifPresent(text -> time(text, HxlRows.END, "neededBy", body, mistakes));
            agency.ifPresent(org -> body.put("contactOffice", brief(org)));
        } else {
            row.cell(HxlRows.START).ifPresent(text -> time(text, HxlRows.START, "availableFrom", body, mistakes));
            row.cell(HxlRows.END).ifPresent(text -> time(text, HxlRows.END, "availableUntil", body, mistakes));
            agency.ifPresent(org -> body.put("agency", brief(org)));
        }
        return new HxlDraft(row, draft, kind, List.copyOf(mistakes));
    }

    private static void words(Row row, ObjectNode title, List<FieldError> mistakes) {
        var english = row.cell(HxlRows.ENGLISH);
        var japanese = row.cell(HxlRows.JAPANESE);
        english.ifPresent(text -> title.put("en", brief(text)));
        japanese.ifPresent(text -> title.put("ja", brief(text)));
        if (english.isEmpty() && japanese.isEmpty()) {
            mistakes.add(new FieldError(HxlRows.ENGLISH, "say what it is", "内容が必要です"));
        }
    }

    private static void item(Row row, ObjectNode body, List<FieldError> mistakes) {
        var item = row.cell(HxlRows.ITEM).map(text -> text.toLowerCase(Locale.ROOT));
        if (item.isPresent() && !ITEMS.contains(item.get())) {
            mistakes.add(new FieldError(
                    HxlRows.ITEM,
                    "one of " + ITEMS.stream().sorted().toList(),
                    "品目はこのいずれかです: " + ITEMS.stream().sorted().toList()));
        }
        item.ifPresent(text -> body.put("item", text));
    }

    private static void quantity(Row row, ObjectNode body, List<FieldError> mistakes) {
        var number = row.cell(HxlRows.NUMBER);
        if (number.isEmpty()) {
            return;
        }
        var value = decimal(number.get());
        if (value.isEmpty() || value.get() < 0) {
            mistakes.add(new FieldError(HxlRows.NUMBER, "a number from 0", "0 以上の数値です"));
            return;
        }
        var quantity = body.putObject("quantity").put("value", value.get());
        row.cell(HxlRows.UNIT).ifPresent(unit -> quantity.put("unit", unit));
    }

    private static void position(Row row, ObjectNode body, List<FieldError> mistakes) {
        var latitude = row.cell(HxlRows.LATITUDE);
        var longitude = row.cell(HxlRows.LONGITUDE);
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return;
        }
        var lat = latitude.flatMap(HxlDraft::decimal).filter(one -> Math.abs(one) <= 90);
        var lon = longitude.flatMap(HxlDraft::decimal).filter(one -> Math.abs(one) <= 180);
        if (lat.isEmpty() || lon.isEmpty()) {
            mistakes.add(new FieldError(
                    lat.isEmpty() ? HxlRows.LATITUDE : HxlRows.LONGITUDE,
                    "degrees of WGS 84, both latitude and longitude",
                    "緯度・経度（WGS 84、度）の両方が必要です"));
            return;
        }
        body.putObject("position").put("lat", lat.get()).put("lon", lon.get());
    }

    /// A day counts to its end where something ends, else from its beginning, in UTC.
    private static void time(String text, String tag, String field, ObjectNode body, List<FieldError> mistakes) {
        try {
            var instant = text.length() == "2016-04-16".length()
                    ? LocalDate.parse(text) + (tag.equals(HxlRows.END) ? "T23:59:59Z" : "T00:00:00Z")
                    : OffsetDateTime.parse(text).toInstant().toString();
            body.put(field, instant);
        } catch (DateTimeException e) {
            mistakes.add(
                    new FieldError(tag, "a day (2016-04-16) or a time with its offset", "日（2016-04-16）または時差付きの日時です"));
        }
    }

    private static Optional<Double> decimal(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String brief(String text) {
        return text.substring(0, Math.min(text.length(), MOST_TITLE));
    }
}
