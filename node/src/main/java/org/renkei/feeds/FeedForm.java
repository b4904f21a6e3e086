package org.renkei.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;

/// What the first bytes of a file say it is.
enum FeedForm {
    JSON,
    XML,
    TABLE,
    GZIP,
    ZIP,
    EMPTY,
    UNKNOWN;

    static final int BYTE_ORDER_MARK_LENGTH = 3;

    static FeedForm of(byte[] start) {
        if (start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
            return GZIP;
        }
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] <= 6 && start[3] == start[2] + 1) {
            return ZIP;
        }
        for (int i = startsWithByteOrderMark(start) ? BYTE_ORDER_MARK_LENGTH : 0; i < start.length; i++) {
            if (!Character.isWhitespace(start[i])) {
                return ofFirst(start[i], start);
            }
        }
        return EMPTY;
    }

    /// Whether the bytes are UTF-8, a character cut off at their end aside.
    static boolean isUtf8(byte[] start) {
        var in = ByteBuffer.wrap(start);
        var out = CharBuffer.allocate(start.length);
        return !UTF_8.newDecoder().decode(in, out, false).isError();
    }

    static boolean startsWithByteOrderMark(byte[] start) {
        return start.length >= 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf;
    }

    private static FeedForm ofFirst(byte first, byte[] start) {
        if (first == '{' || first == '[') {
            return JSON;
        }
        if (first == '<') {
            return XML;
        }
        return hasControlCharacters(start) ? UNKNOWN : TABLE;
    }

    private static boolean hasControlCharacters(byte[] start) {
        for (byte each : start) {
            if (each >= 0 && each < ' ' && !Character.isWhitespace(each)) {
                return true;
            }
        }
        return false;
    }
}
