package org.renkei.ogcapi.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.ogcapi.Crs;
import org.renkei.ogcapi.FeatureQuery;
import org.renkei.ogcapi.FeatureQuery.Box;
import org.renkei.ogcapi.Period;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.util.MultiValueMap;

/// Reads the parameters of one request. One that the resource does not have is refused, as the standard asks.
final class QueryReader {
    static final int MOST = 10_000;
    static final int USUAL = 100;

    private final MultiValueMap<String, String> given;

    /// @param known the parameters that the resource has
    QueryReader(MultiValueMap<String, String> given, Set<String> known) {
        this.given = given;
        for (var name : given.keySet()) {
            if (!known.contains(name)) {
                throw refused(
                        "there is no parameter " + name + " here, only "
                                + known.stream().sorted().toList(),
                        "ここに " + name + " という指定はありません。使えるのは "
                                + known.stream().sorted().toList() + " です");
            }
        }
    }

    Format format(Set<Format> offered) {
        var wanted = given.getFirst("f");
        return offered.stream()
                .filter(one -> wanted == null ? one == Format.JSON : one.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> {
                    var codes = offered.stream().map(Format::code).sorted().toList();
                    return refused("f is one of " + codes, "f は " + codes + " のいずれかです");
                });
    }

    Crs crs() {
        var wanted = given.getFirst("crs");
        return wanted == null ? Crs.CRS84 : Crs.parse("crs", wanted);
    }

    FeatureQuery query(Locale language) {
        var datetime = given.getFirst("datetime");
        return new FeatureQuery(
                box(), datetime == null ? Period.ALWAYS : Period.parse(datetime), at(), after(), limit(), language);
    }

    private int limit() {
        var text = given.getFirst("limit");
        try {
            var limit = text == null ? USUAL : Integer.parseInt(text);
            if (limit >= 1) {
                return Math.min(limit, MOST);
            }
        } catch (NumberFormatException e) {
            throw wrongLimit();
        }
        throw wrongLimit();
    }

    private static Problem wrongLimit() {
        return refused("limit is a number from 1 to " + MOST, "limit は 1 から " + MOST + " までの数です");
    }

    private @Nullable Instant at() {
        var text = given.getFirst("at");
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw refused("at is a time such as 2026-04-01T00:00:00Z", "at は 2026-04-01T00:00:00Z のような時刻です");
        }
    }

    private @Nullable UUID after() {
        var text = given.getFirst("after");
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw refused("after is what the link to the next page says", "after は次ページへのリンクにある値です");
        }
    }

    /// Four numbers, or six with heights, which do not matter.
    private @Nullable Box box() {
        var text = given.getFirst("bbox");
        var named = given.getFirst("bbox-crs");
        var crs = named == null ? Crs.CRS84 : Crs.parse("bbox-crs", named);
        if (text == null) {
            return null;
        }
        var sides = numbers(text);
        var second = sides.size() / 2;
        if (sides.size() != 4 && sides.size() != 6) {
            throw wrongBox();
        }
        var low = crs.toDegrees(sides.get(0), sides.get(1));
        var high = crs.toDegrees(sides.get(second), sides.get(second + 1));
        var box = new Box(low.first(), low.second(), high.first(), high.second());
        if (Math.abs(box.west()) > 180
                || Math.abs(box.east()) > 180
                || box.south() < -90
                || box.north() > 90
                || box.south() > box.north()) {
            throw wrongBox();
        }
        return box;
    }

    private static List<Double> numbers(String text) {
        var numbers = new ArrayList<Double>();
        for (var part : text.split(",", -1)) {
            try {
                var number = Double.parseDouble(part);
                if (!Double.isFinite(number)) {
                    throw wrongBox();
                }
                numbers.add(number);
            } catch (NumberFormatException e) {
                throw wrongBox();
            }
        }
        return numbers;
    }

    private static Problem wrongBox() {
        return refused(
                "bbox is the lower left and the upper right corner, four numbers with commas, in the order of the axes of bbox-crs",
                "bbox は左下と右上の角を、bbox-crs の軸の順に四つの数で指定してください");
    }

    private static Problem refused(String english, String japanese) {
        return new Problem(Category.BAD_REQUEST, english, japanese);
    }
}
