package org.renkei.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HashSet;
import java.util.Set;

/// Secret words: each is written into one place of one revision only and can be found in any bytes. A word names
/// the node that wrote it.
final class Words {
    private static final byte[] START = "kotoba-".getBytes(US_ASCII);
    private static final int DIGITS = 6;
    private static final int LENGTH = START.length + 2 + DIGITS;

    private int count;

    String next(int node) {
        var number = Integer.toString(++count, 36);
        return "kotoba-" + node + "-" + "0".repeat(DIGITS - number.length()) + number;
    }

    static int writer(String word) {
        return word.charAt(START.length) - '0';
    }

    static Set<String> in(byte[] bytes) {
        var found = new HashSet<String>();
        for (var at = 0; at + LENGTH <= bytes.length; at++) {
            if (bytes[at] == 'k' && startsAt(bytes, at) && isWhole(bytes, at + START.length)) {
                found.add(new String(bytes, at, LENGTH, US_ASCII));
                at += LENGTH - 1;
            }
        }
        return found;
    }

    /// Columns may take a word apart; what is left of it is none.
    private static boolean isWhole(byte[] bytes, int rest) {
        for (var index = rest; index < rest + LENGTH - START.length; index++) {
            var letter = bytes[index];
            var fits = index == rest + 1
                    ? letter == '-'
                    : letter >= '0' && letter <= '9' || letter >= 'a' && letter <= 'z' && index > rest;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsAt(byte[] bytes, int at) {
        for (var index = 1; index < START.length; index++) {
            if (bytes[at + index] != START[index]) {
                return false;
            }
        }
        return true;
    }
}
