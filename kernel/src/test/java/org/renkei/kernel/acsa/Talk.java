package org.renkei.kernel.acsa;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Japan asks the United States for fuel and rations, in prose: each hears the other at once.
final class Talk {
    final Side japan = new Side("JPN");
    final Side usa = new Side("USA");
    private Instant now = Instant.parse("2026-05-07T03:00:00Z");

    Talk days(int days) {
        now = now.plus(days, ChronoUnit.DAYS);
        return this;
    }

    Talk hours(int hours) {
        now = now.plus(hours, ChronoUnit.HOURS);
        return this;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneId.of("Asia/Tokyo"));
    }

    Instant now() {
        return now;
    }

    Order order() {
        return japan.order();
    }

    /// Says it with usual values for all that is not named here.
    Order.Told say(Side side, Act act, Object... fields) {
        now = now.plusSeconds(60);
        var all = new LinkedHashMap<>(Side.usual(act, today()));
        for (var i = 0; i < fields.length; i += 2) {
            all.put((String) fields[i], fields[i + 1]);
        }
        var said = side.say(now, act, all);
        japan.hear(usa);
        usa.hear(japan);
        return order().told().stream()
                .filter(told -> told.statement().equals(said))
                .findFirst()
                .orElseThrow();
    }

    Order.Told fits(Side side, Act act, Object... fields) {
        var told = say(side, act, fields);
        if (!told.fits()) {
            throw new AssertionError(act + " does not fit: " + told.objections());
        }
        return told;
    }

    /// Requested, quoted and agreed: 1000 litres at 112.5 yen, 200 rations at 900 yen.
    Talk agreed(String settlement, int dueDays) {
        fits(
                japan,
                Act.REQUEST,
                "agreement",
                "jpn-usa-acsa-2016",
                "activity",
                "exercise",
                "settlement",
                settlement,
                "neededOn",
                today().plusDays(3).toString(),
                "lines",
                List.of(request(1, "fuel", "F-76", "litre-15c", 1000), request(2, "food", "ration A", "ration", 200)));
        fits(
                usa,
                Act.QUOTE,
                "currency",
                "JPY",
                "settlement",
                settlement,
                "dueDays",
                dueDays,
                "lines",
                List.of(
                        Map.of("line", 1, "quantity", 1000, "price", 1125, "per", 10),
                        Map.of("line", 2, "quantity", 200, "price", 900)));
        fits(japan, Act.AGREE, "terms", order().heads().getFirst().hex());
        return this;
    }

    static Map<String, Object> request(int line, String category, String item, String unit, int quantity) {
        return Map.of("line", line, "category", category, "item", item, "unit", unit, "quantity", quantity);
    }

    static Map<String, Object> line(int line, int quantity) {
        return Map.of("line", line, "quantity", quantity);
    }

    static Map<String, Object> came(int line, int quantity, String condition) {
        return Map.of("line", line, "quantity", quantity, "condition", condition);
    }

    /// Everything delivered and received as delivered.
    Talk delivered() {
        fits(usa, Act.DELIVER, "lines", List.of(line(1, 1000), line(2, 200)));
        fits(japan, Act.RECEIPT, "lines", List.of(came(1, 1000, "good"), came(2, 200, "good")));
        return this;
    }

    Talk closed() {
        var hash = order().hash().hex();
        fits(japan, Act.CLOSE, "hash", hash);
        fits(usa, Act.CLOSE, "hash", hash);
        return this;
    }
}
