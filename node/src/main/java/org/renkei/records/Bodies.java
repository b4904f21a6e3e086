package org.renkei.records;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Bodies between JSON, which people and programs write, and CBOR, which is hashed and sent.
public final class Bodies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Bodies() {}

    /// @throws IllegalArgumentException for what has no place in the record's encoding, such as integers beyond 64 bits
    public static CborValue toCbor(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var entries = new LinkedHashMap<String, CborValue>();
                node.properties().forEach(entry -> entries.put(entry.getKey(), toCbor(entry.getValue())));
                yield new CborMap(entries);
            }
            case ARRAY -> {
                var items = new ArrayList<CborValue>();
                node.forEach(item -> items.add(toCbor(item)));
                yield new CborArray(items);
            }
            case STRING -> new CborText(node.asString());
            case BOOLEAN -> new CborBool(node.asBoolean());
            case NULL -> new CborNull();
            case NUMBER -> number(node);
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("no JSON value: " + node.getNodeType());
        };
    }

    private static CborValue number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return new CborFloat(node.asDouble());
        }
        var value = node.bigIntegerValue();
        if (value.bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException(
                    "the number " + shortened(value) + " is beyond 64 bits; write it as text");
        }
        return new CborInt(value.longValue());
    }

    private static String shortened(BigInteger value) {
        var text = value.toString();
        return text.length() > 24 ? text.substring(0, 24) + "…" : text;
    }

    public static JsonNode toJson(CborValue value) {
        return switch (value) {
            case CborMap(var entries) -> {
                var node = NODES.objectNode();
                entries.forEach((key, inner) -> node.set(key, toJson(inner)));
                yield node;
            }
            case CborArray(var items) -> {
                var node = NODES.arrayNode();
                items.forEach(item -> node.add(toJson(item)));
                yield node;
            }
            case CborText(var text) -> NODES.stringNode(text);
            case CborBool(var flag) -> NODES.booleanNode(flag);
            case CborInt(var number) -> NODES.numberNode(number);
            case CborFloat(var number) -> NODES.numberNode(number);
            case CborBytes bytes -> NODES.binaryNode(bytes.value());
            case CborNull() -> NODES.nullNode();
        };
    }

    /// Everything in a body that can be searched for, in lower case.
    public static String searchText(CborMap body) {
        return text(body).toLowerCase(Locale.ROOT);
    }

    /// Everything in a body that can be searched for, each value on a line of its own.
    public static String text(CborMap body) {
        var text = new StringBuilder();
        collect(body, text);
        return text.toString();
    }

    private static void collect(CborValue value, StringBuilder text) {
        switch (value) {
            case CborMap(var entries) -> entries.values().forEach(inner -> collect(inner, text));
            case CborArray(var items) -> items.forEach(item -> collect(item, text));
            case CborText(var word) -> text.append(word.replace('\0', ' ')).append('\n');
            case CborBool flag -> {}
            case CborInt(var number) -> text.append(number).append('\n');
            case CborFloat(var number) -> text.append(number).append('\n');
            case CborBytes bytes -> {}
            case CborNull nothing -> {}
        }
    }

    /// A place on the earth, WGS 84 degrees.
    public record Position(double lat, double lon) {}

    /// Where the thing is that the body speaks about, if it says so in `position`.
    public static Optional<Position> position(CborMap body) {
        if (!(body.entries().get("position") instanceof CborMap(var position))) {
            return Optional.empty();
        }
        var lat = degrees(position.get("lat"));
        var lon = degrees(position.get("lon"));
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? Optional.of(new Position(lat, lon)) : Optional.empty();
    }

    private static double degrees(@Nullable CborValue value) {
        return switch (value) {
            case CborInt(var number) -> number;
            case CborFloat(var number) -> number;
            case null, default -> Double.NaN;
        };
    }
}
