package org.renkei.kernel.ais;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One field of a decode by gpsd or libais, scaled, with null for what the standard calls not available.
final class Gold {
    private static final Set<Integer> WHOLE_SPEED = Set.of(9, 27);
    private static final Set<Integer> COARSE = Set.of(17, 22, 23, 27);

    private Gold() {}

    static @Nullable Object value(int type, String name, JsonNode value, JsonNode message) {
        var scaled = message.path("scaled").asBoolean();
        return switch (name) {
            case "lat", "lon" -> position(type, name, message, scaled);
            case "ne_lat", "ne_lon", "sw_lat", "sw_lon" -> Double.parseDouble(value.asString());
            case "speed" ->
                number(value, type == 27 ? 62 : 1022, scaled || WHOLE_SPEED.contains(type) ? 1 : 10, type, scaled);
            case "course" -> number(value, type == 27 ? 359 : 3599, scaled || type == 27 ? 1 : 10, type, scaled);
            case "heading" -> value.asInt() <= 359 ? (Object) value.asInt() : null;
            case "turn" -> turn(value);
            case "draught" -> scaled ? value.asDouble() : value.asDouble() / 10;
            case "dte" -> value.asInt();
            case "imo" -> Integer.parseInt(value.asString());
            case "vendorid" ->
                value.asString().substring(0, Math.min(3, value.asString().length()));
            default -> plain(value);
        };
    }

    private static @Nullable Object position(int type, String name, JsonNode message, boolean scaled) {
        var per = scaled ? 1.0 : COARSE.contains(type) ? 600.0 : 600_000.0;
        var latitude = message.path("lat").asDouble() / per;
        var longitude = message.path("lon").asDouble() / per;
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            return null;
        }
        return name.equals("lat") ? latitude : longitude;
    }

    private static @Nullable Object number(JsonNode value, double highest, int per, int type, boolean scaled) {
        if (value.isString()) {
            // gpsd writes "nan" for not available, "fast" for the highest value and above.
            return value.asString().equals("fast") ? (Object) 102.2 : null;
        }
        var limit = scaled && type != 27 && type != 9 ? highest / 10 : highest;
        return value.asDouble() > limit + 0.01 ? null : value.asDouble() / per;
    }

    private static @Nullable Object turn(JsonNode value) {
        return switch (value.asString("")) {
            case "n/a" -> null;
            case "fastleft" -> -127;
            case "fastright" -> 127;
            default -> value.isNull() || value.isInt() && value.asInt() == -128 ? null : (Object) indicator(value);
        };
    }

    /// The turn as it was sent, from degrees a minute where a decode gives these.
    private static Object indicator(JsonNode value) {
        if (value.isInt()) {
            return value.asInt();
        }
        var rate = value.isNumber() ? value.asDouble() : Double.parseDouble(value.asString());
        return (int) Math.round(Math.copySign(Math.sqrt(Math.abs(rate)) * 4.733, rate));
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        return value.isNumber() ? value.numberValue() : value.asString("").strip();
    }
}
