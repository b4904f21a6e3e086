package org.renkei.feeds.receiver;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.renkei.kernel.adsb.AdsbRefusal;
import org.renkei.kernel.adsb.AircraftPosition;
import org.renkei.kernel.adsb.AircraftReport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The `aircraft.json` of readsb, tar1090 and dump1090: one document is one "line" with all aircraft. An aircraft that
/// was not heard again since the document before is left out.
final class AircraftJsonDecoder implements Decoder {
    private static final int MOST = 50_000;
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private final LinkedHashMap<String, Long> heard = new LinkedHashMap<>(16, 0.75f, true);

    @Override
    public OptionalLong read(String document, long now, Yield to) {
        try {
            var tree = JsonMapper.shared().readTree(document);
            var aircraft = tree.path("aircraft");
            if (!aircraft.isArray()) {
                to.refused(AdsbRefusal.FORM.name(), document);
                return OptionalLong.empty();
            }
            var said = tree.path("now").asDouble(now);
            var made = Math.round(said < MILLISECONDS_FROM ? said * 1000 : said);
            aircraft.forEach(one -> read(one, made, to));
            return OptionalLong.of(made);
        } catch (JacksonException unreadable) {
            to.refused(AdsbRefusal.FORM.name(), document);
            return OptionalLong.empty();
        }
    }

    private void read(JsonNode aircraft, long made, Yield to) {
        var address = aircraft.path("hex").asString("").toLowerCase(Locale.ROOT);
        if (!address.matches("~?[0-9a-f]{6}")) {
            to.refused(AdsbRefusal.ADDRESS.name(), aircraft.toString());
            return;
        }
        var position = position(aircraft);
        var seen = aircraft.path(position.isPresent() ? "seen_pos" : "seen").asDouble(0);
        var at = made - Math.round(seen * 1000);
        to.message();
        var before = heard.put(address, at);
        if (heard.size() > MOST) {
            heard.pollFirstEntry();
        }
        if (before != null && at <= before) {
            to.duplicate();
            return;
        }
        AircraftObservations.of(report(address, at, position, aircraft), text(aircraft, "t"))
                .ifPresent(observation -> to.sighting(observation, OptionalLong.of(at)));
    }

    private static AircraftReport report(
            String address, long at, Optional<AircraftPosition> position, JsonNode aircraft) {
        return new AircraftReport(
                address,
                OptionalLong.of(at),
                text(aircraft, "flight"),
                position,
                either(number(aircraft, "alt_geom", -2_000, 200_000), number(aircraft, "alt_baro", -2_000, 200_000)),
                number(aircraft, "gs", 0, 5_000),
                direction(aircraft, "track"),
                direction(aircraft, "true_heading"),
                either(
                        number(aircraft, "baro_rate", -100_000, 100_000),
                        number(aircraft, "geom_rate", -100_000, 100_000)),
                category(aircraft, "nic"),
                category(aircraft, "nac_p"));
    }

    private static Optional<AircraftPosition> position(JsonNode aircraft) {
        var latitude = number(aircraft, "lat", -90, 90);
        var longitude = number(aircraft, "lon", -180, 180);
        return latitude.isPresent() && longitude.isPresent()
                ? Optional.of(new AircraftPosition(latitude.getAsDouble(), longitude.getAsDouble()))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode aircraft, String name) {
        var text = aircraft.path(name).asString("").strip();
        return text.isEmpty() || text.length() > 16 ? Optional.empty() : Optional.of(text);
    }

    private static OptionalDouble either(OptionalDouble first, OptionalDouble second) {
        return first.isPresent() ? first : second;
    }

    /// Empty where it is none: `alt_baro` of an aircraft on the ground is the word "ground".
    private static OptionalDouble number(JsonNode aircraft, String name, double least, double most) {
        var node = aircraft.path(name);
        return node.isNumber() && node.asDouble() >= least && node.asDouble() <= most
                ? OptionalDouble.of(node.asDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble direction(JsonNode aircraft, String name) {
        var degrees = number(aircraft, name, 0, 360);
        return degrees.isPresent() ? OptionalDouble.of(degrees.getAsDouble() % 360) : degrees;
    }

    private static OptionalInt category(JsonNode aircraft, String name) {
        var value = number(aircraft, name, 0, 11);
        return value.isPresent() ? OptionalInt.of((int) value.getAsDouble()) : OptionalInt.empty();
    }
}
