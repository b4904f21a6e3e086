package org.renkei.kernel.track.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;

/// What must not be lost: the array `[labels, tracks, bases, gone, whole]`, with labels as `[number, text]`, tracks as
/// `[base, number of the label, cell, identities, name, callsign, type]`, the cell in tenths of a kilometre and 0 for
/// none, texts null where nothing is said.
///
/// @param bases new ones of tracks of which everything else is as it was
/// @param gone numbers of tracks that the receiver is to see no longer
/// @param whole whether everything that there was when the lane began has now been told
record LaneNews(List<Named> labels, List<Told> tracks, List<byte[]> bases, List<Integer> gone, boolean whole) {
    private static final int FIELDS = 5;
    private static final int LABEL_FIELDS = 2;
    private static final int TRACK_FIELDS = 7;
    private static final double TENTHS = 10;

    LaneNews {
        labels = List.copyOf(labels);
        tracks = List.copyOf(tracks);
        bases = List.copyOf(bases);
        gone = List.copyOf(gone);
    }

    /// A label under the number that stands for it from now on.
    record Named(int number, String text) {}

    /// A track by its base.
    record Told(
            byte[] base,
            int label,
            OptionalDouble cellKm,
            List<String> identities,
            Optional<String> name,
            Optional<String> callsign,
            Optional<String> type) {
        static Told of(byte[] base, int label, TrackAbout about) {
            return new Told(
                    base, label, about.cellKm(), about.identities(), about.name(), about.callsign(), about.type());
        }

        int size() {
            var texts = identities.stream().mapToInt(String::length).sum();
            return base.length
                    + texts
                    + name.orElse("").length()
                    + callsign.orElse("").length()
                    + type.orElse("").length()
                    + 2 * TRACK_FIELDS;
        }

        private CborValue encoding() {
            return array(
                    new CborBytes(base),
                    new CborInt(label),
                    new CborInt(Math.round(cellKm.orElse(0) * TENTHS)),
                    new CborArray(
                            identities.stream().<CborValue>map(CborText::new).toList()),
                    text(name),
                    text(callsign),
                    text(type));
        }

        private static Told decode(CborValue value) {
            var fields = items(value, TRACK_FIELDS);
            var tenths = number(fields.get(2));
            return new Told(
                    bytes(fields.getFirst()),
                    number(fields.get(1)),
                    tenths == 0 ? OptionalDouble.empty() : OptionalDouble.of(tenths / TENTHS),
                    items(fields.get(3), OptionalInt.empty()).stream()
                            .map(LaneNews::text)
                            .toList(),
                    said(fields.get(4)),
                    said(fields.get(5)),
                    said(fields.get(6)));
        }
    }

    boolean isEmpty() {
        return labels.isEmpty() && tracks.isEmpty() && bases.isEmpty() && gone.isEmpty() && !whole;
    }

    byte[] encode() {
        return Cbor.encode(array(
                new CborArray(labels.stream()
                        .<CborValue>map(label -> array(new CborInt(label.number()), new CborText(label.text())))
                        .toList()),
                new CborArray(tracks.stream().map(Told::encoding).toList()),
                new CborArray(bases.stream().<CborValue>map(CborBytes::new).toList()),
                new CborArray(gone.stream().<CborValue>map(CborInt::new).toList()),
                new CborBool(whole)));
    }

    /// @throws IllegalArgumentException (or a CBOR exception) when the bytes are something else
    static LaneNews decode(byte[] bytes) {
        var fields = items(Cbor.decode(bytes), FIELDS);
        var labels = new ArrayList<Named>();
        for (var item : items(fields.getFirst(), OptionalInt.empty())) {
            var parts = items(item, LABEL_FIELDS);
            labels.add(new Named(number(parts.getFirst()), text(parts.get(1))));
        }
        if (!(fields.get(4) instanceof CborBool(var whole))) {
            throw broken();
        }
        return new LaneNews(
                labels,
                items(fields.get(1), OptionalInt.empty()).stream()
                        .map(Told::decode)
                        .toList(),
                items(fields.get(2), OptionalInt.empty()).stream()
                        .map(LaneNews::bytes)
                        .toList(),
                items(fields.get(3), OptionalInt.empty()).stream()
                        .map(LaneNews::number)
                        .toList(),
                whole);
    }

    private static CborArray array(CborValue... values) {
        return new CborArray(List.of(values));
    }

    private static CborValue text(Optional<String> text) {
        return text.<CborValue>map(CborText::new).orElse(new CborNull());
    }

    private static List<CborValue> items(CborValue value, int count) {
        return items(value, OptionalInt.of(count));
    }

    private static List<CborValue> items(CborValue value, OptionalInt count) {
        if (value instanceof CborArray(var items) && (count.isEmpty() || items.size() == count.getAsInt())) {
            return items;
        }
        throw broken();
    }

    private static int number(CborValue value) {
        if (value instanceof CborInt(var number) && number >= 0 && number <= Integer.MAX_VALUE) {
            return (int) number;
        }
        throw broken();
    }

    private static byte[] bytes(CborValue value) {
        if (value instanceof CborBytes bytes) {
            return bytes.value();
        }
        throw broken();
    }

    private static String text(CborValue value) {
        if (value instanceof CborText(var text)) {
            return text;
        }
        throw broken();
    }

    private static Optional<String> said(CborValue value) {
        return value instanceof CborNull ? Optional.empty() : Optional.of(text(value));
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("not what is told of tracks");
    }
}
