package org.renkei.kernel.link.column;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The maps of one column, taken apart: which keys there are, which sets of them (shapes) occur, and where the values
/// begin.
///
/// Layout: 0, keys as strings, number of keys in each shape and these keys, the shape of each map as a column, then a
/// column of values for each key. Where keys hardly return, as in a map by name: 1, number of keys of each map as a
/// column, all keys as strings, all values as a column.
final class MapShapes {
    static final int SHAPED = 0;
    static final int LOOSE = 1;

    private static final int KEYS_OF_A_MAP_BY_NAME = 64;
    private static final int USES_OF_A_KEY = 4;

    private final byte[] cbor;
    private final int[] sizes;
    private final int[] keys;
    private final int[] values;
    private final SliceIndex index;
    private int next;
    /// By the number of a key plus one: the number of the key that came after it.
    private int[] followers = new int[64];

    MapShapes(byte[] cbor, int[] at, int count) {
        this.cbor = cbor;
        this.sizes = new int[count];
        this.index = new SliceIndex(cbor);
        var total = 0;
        for (var i = 0; i < count; i++) {
            sizes[i] = (int) CborScan.argument(cbor, at[i]);
            total += sizes[i];
        }
        keys = new int[total];
        values = new int[total];
        for (var i = 0; i < count; i++) {
            take(at[i], sizes[i]);
        }
    }

    private void take(int map, int size) {
        var at = map + CborScan.headLength(cbor, map);
        for (var i = 0; i < size; i++) {
            var text = at + CborScan.headLength(cbor, at);
            var value = text + (int) CborScan.argument(cbor, at);
            keys[next] = number(text, value);
            values[next++] = value;
            at = CborScan.skip(cbor, value);
        }
    }

    /// A key mostly comes after the one that it came after before.
    private int number(int text, int end) {
        var before = next == 0 ? 0 : keys[next - 1] + 1;
        if (before == followers.length) {
            followers = Arrays.copyOf(followers, before * 2);
        }
        var guess = followers[before];
        if (guess >= index.distinct().count() || !index.distinct().is(guess, text, end)) {
            guess = index.number(text, end);
            followers[before] = guess;
        }
        return guess;
    }

    void write(ColumnOutput out, ColumnWriter writer, int depth) {
        var distinct = index.distinct();
        if (distinct.count() > KEYS_OF_A_MAP_BY_NAME && keys.length < USES_OF_A_KEY * distinct.count()) {
            out.writeByte(LOOSE);
            IntegerColumn.write(out, sizes, sizes.length);
            StringColumn.write(out, distinct.at(keys, keys.length));
            writer.write(values, values.length, depth + 1);
            return;
        }
        out.writeByte(SHAPED);
        out.writeVarint(distinct.count());
        StringColumn.write(out, distinct);
        writeShapes(out);
        var byKey = valuesByKey();
        for (var key = 0; key < byKey.size(); key++) {
            if (depth > 0 || !isPosition(distinct, key)) {
                writer.write(byKey.get(key), byKey.get(key).length, depth + 1);
            }
        }
    }

    private void writeShapes(ColumnOutput out) {
        Map<IntBuffer, Integer> numbers = new HashMap<>();
        List<IntBuffer> shapes = new ArrayList<>();
        var shapeOf = new int[sizes.length];
        var from = 0;
        for (var i = 0; i < sizes.length; i++) {
            var shape = IntBuffer.wrap(keys, from, sizes[i]).slice();
            from += sizes[i];
            var number = numbers.putIfAbsent(shape, shapes.size());
            shapeOf[i] = number == null ? shapes.size() : number;
            if (number == null) {
                shapes.add(shape);
            }
        }
        out.writeVarint(shapes.size());
        for (var shape : shapes) {
            out.writeVarint(shape.remaining());
            for (var i = 0; i < shape.remaining(); i++) {
                out.writeVarint(shape.get(i));
            }
        }
        IntegerColumn.write(out, shapeOf, shapeOf.length);
    }

    private List<int[]> valuesByKey() {
        var counts = new int[index.distinct().count()];
        for (var key : keys) {
            counts[key]++;
        }
        var byKey = Arrays.stream(counts).mapToObj(int[]::new).toList();
        Arrays.fill(counts, 0);
        for (var i = 0; i < keys.length; i++) {
            byKey.get(keys[i])[counts[keys[i]]++] = values[i];
        }
        return byKey;
    }

    static boolean isPosition(Slices keys, int key) {
        return keys.length(key) == 1 && keys.bytes()[keys.from(key)] == EntryColumns.POSITION.charAt(0);
    }
}
