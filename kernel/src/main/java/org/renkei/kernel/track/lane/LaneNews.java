package org.renkei.kernel.track.lane;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.track.Ground;

/// What must not be lost: the array `[labels, tracks, bases, gone, whole, standing]`, with labels as
/// `[number, text, grounds]`, tracks as `[base, number of the label, cell, identities, name, callsign,
/// type]`, the cell in tenths of a kilometre and 0 for none, texts null where nothing is said, and what
/// stands as `[ground, ground of now, label, rows a degree, minutes]`, the last two 0 where nothing is
/// made coarser. In sessions of version 5 what stands is the grounds alone; before, the array ends with
/// `whole`, and labels with their text.
///
/// @param bases new ones of tracks of which everything else is as it was
/// @param gone numbers of tracks that the receiver is to see no longer
/// @param whole whether everything that there was when the lane began has now been told
/// @param standing all grounds on which anything may be kept; null where they are as they were told
/// before
record LaneNews(
        List<Named> labels,
        List<Told> tracks,
        List<byte[]> bases,
        List<Integer> gone,
        boolean whole,
        @Nullable Set<Ground> standing) {
    private static final int FIELDS = 6;
    private static final int FIELDS_BEFORE = 5;
    private static final int LABEL_FIELDS = 3;
    private static final int LABEL_FIELDS_BEFORE = 2;
    private static final int TRACK_FIELDS = 7;
    static final int LONGEST_GROUND = 64;
    private static final double TENTHS = 10;

    LaneNews {
        labels = List.copyOf(labels);
        tracks = List.copyOf(tracks);
        bases = List.copyOf(bases);
        gone = List.copyOf(gone);
        standing = standing == null ? null : Set.copyOf(standing);
    }

    /// A label and its grounds under the number that stands for them from now on.
    record Named(int number, String text, Set<String> grounds) {
        Named {
            grounds = Set.copyOf(grounds);
        }

        private CborValue encoding(boolean grounded) {
            return grounded
                    ? array(new CborInt(number), new CborText(text), texts(grounds))
                    : array(new CborInt(number), new CborText(text));
        }

        private static Named decode(CborValue value, boolean grounded) {
            var parts = items(value, grounded ? LABEL_FIELDS : LABEL_FIELDS_BEFORE);
            return new Named(
                    LaneNews.number(parts.getFirst()),
                    LaneNews.text(parts.get(1)),
                    grounded ? texts(parts.get(2)) : Set.of());
        }
    }

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
        return labels.isEmpty() && tracks.isEmpty() && bases.isEmpty() && gone.isEmpty() && !whole && standing == null;
    }

    /// @param version of the session
    byte[] encode(int version) {
        var grounded = version >= LaneOutbox.GROUNDS;
        var fields = new ArrayList<CborValue>(List.of(
                new CborArray(
                        labels.stream().map(label -> label.encoding(grounded)).toList()),
                new CborArray(tracks.stream().map(Told::encoding).toList()),
                new CborArray(bases.stream().<CborValue>map(CborBytes::new).toList()),
                new CborArray(gone.stream().<CborValue>map(CborInt::new).toList()),
                new CborBool(whole)));
        if (grounded) {
            fields.add(standing == null ? new CborNull() : LaneGrounds.encoding(standing, version));
        }
        return Cbor.encode(new CborArray(fields));
    }

    /// @throws IllegalArgumentException (or a CBOR exception) when the bytes are something else
    static LaneNews decode(byte[] bytes) {
        var fields = items(Cbor.decode(bytes), OptionalInt.empty());
        var grounded = fields.size() == FIELDS;
        if (!grounded && fields.size() != FIELDS_BEFORE) {
            throw broken();
        }
        if (!(fields.get(4) instanceof CborBool(var whole))) {
            throw broken();
        }
        var standing = grounded ? fields.get(FIELDS_BEFORE) : new CborNull();
        return new LaneNews(
                items(fields.getFirst(), OptionalInt.empty()).stream()
                        .map(label -> Named.decode(label, grounded))
                        .toList(),
                items(fields.get(1), OptionalInt.empty()).stream()
                        .map(Told::decode)
                        .toList(),
                items(fields.get(2), OptionalInt.empty()).stream()
                        .map(LaneNews::bytes)
                        .toList(),
                items(fields.get(3), OptionalInt.empty()).stream()
                        .map(LaneNews::number)
                        .toList(),
                whole,
                standing instanceof CborNull ? null : LaneGrounds.decode(standing));
    }

    static CborArray array(CborValue... values) {
        return new CborArray(List.of(values));
    }

    /// In one order, so that the same is always written the same way.
    private static CborArray texts(Set<String> texts) {
        return new CborArray(
                texts.stream().sorted().<CborValue>map(CborText::new).toList());
    }

    private static Set<String> texts(CborValue value) {
        var texts = new HashSet<String>();
        for (var item : items(value, OptionalInt.empty())) {
            texts.add(text(item));
        }
        if (texts.size() > Ground.MOST || texts.stream().anyMatch(one -> one.length() > LONGEST_GROUND)) {
            throw broken();
        }
        return texts;
    }

    private static CborValue text(Optional<String> text) {
        return text.<CborValue>map(CborText::new).orElse(new CborNull());
    }

    static List<CborValue> items(CborValue value, int count) {
        return items(value, OptionalInt.of(count));
    }

    static List<CborValue> items(CborValue value, OptionalInt count) {
        if (value instanceof CborArray(var items) && (count.isEmpty() || items.size() == count.getAsInt())) {
            return items;
        }
        throw broken();
    }

    static int number(CborValue value) {
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

    static String text(CborValue value) {
        if (value instanceof CborText(var text)) {
            return text;
        }
        throw broken();
    }

    static Optional<String> said(CborValue value) {
        return value instanceof CborNull ? Optional.empty() : Optional.of(text(value));
    }

    static IllegalArgumentException broken() {
        return new IllegalArgumentException("not what is told of tracks");
    }
}
