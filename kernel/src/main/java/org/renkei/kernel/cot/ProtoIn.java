package org.renkei.kernel.cot;

/// Reads one message of protocol buffers, field by field. What is not asked for is passed over.
final class ProtoIn {
    private final byte[] bytes;
    private final int end;
    private int at;
    private int field;
    private int type;

    ProtoIn(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /// The number of the next field, 0 at the end. Its value is taken by one of the others, once.
    int next() {
        if (at == end) {
            return 0;
        }
        var tag = varint();
        field = (int) (tag >>> 3);
        type = (int) (tag & 7);
        if (field == 0 || tag >>> 32 != 0) {
            throw broken();
        }
        return field;
    }

    long number() {
        expect(ProtoOut.VARINT);
        return varint();
    }

    double real() {
        expect(ProtoOut.FIXED_64);
        var from = skipped(8);
        var bits = 0L;
        for (var i = 7; i >= 0; i--) {
            bits = bits << 8 | bytes[from + i] & 0xFF;
        }
        return Double.longBitsToDouble(bits);
    }

    /// What XML can hold.
    String string() {
        expect(ProtoOut.LENGTH);
        var length = length();
        var text = CotReader.utf8(bytes, skipped(length), at);
        if (!text.codePoints().allMatch(CotXmlParser::isCharacter)) {
            throw Refused.because(CotRefusal.VALUE);
        }
        return text;
    }

    ProtoIn message() {
        expect(ProtoOut.LENGTH);
        var from = skipped(length());
        return new ProtoIn(bytes, from, at);
    }

    void pass() {
        switch (type) {
            case ProtoOut.VARINT -> varint();
            case ProtoOut.FIXED_64 -> skipped(8);
            case ProtoOut.LENGTH -> skipped(length());
            case ProtoOut.FIXED_32 -> skipped(4);
            default -> throw broken();
        }
    }

    private int length() {
        var length = varint();
        if (length < 0 || length > end - at) {
            throw broken();
        }
        return (int) length;
    }

    private int skipped(int count) {
        if (count > end - at) {
            throw broken();
        }
        var from = at;
        at += count;
        return from;
    }

    private long varint() {
        var value = 0L;
        for (var shift = 0; shift < 70; shift += 7) {
            if (at == end) {
                throw broken();
            }
            var next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw broken();
    }

    private void expect(int wanted) {
        if (type != wanted) {
            throw broken();
        }
    }

    static Refused broken() {
        return Refused.because(CotRefusal.FRAME);
    }
}
