package org.renkei.kernel.adsb;

import java.util.Locale;

/// Reads Mode S messages as hexadecimal digits, alone or as receivers write them (`*8D…;`, `@` with a
/// counter of twelve digits before them). Keeps nothing between two lines.
public final class ModeSReader {
    private static final int LONG = 28;
    private static final int SHORT = 14;
    private static final int COUNTER = 12;
    private static final int LONGEST = 100;
    private static final int EXTENDED_SQUITTER = 17;
    private static final int EXTENDED_SQUITTER_OF_OTHERS = 18;
    private static final int GENERATOR = 0xFFF409;

    private ModeSReader() {}

    public static AdsbLine<Squitter> read(String line) {
        var text = line.strip();
        if (text.length() > LONGEST) {
            return new AdsbLine.Refused<>(AdsbRefusal.LINE_TOO_LONG);
        }
        if (text.isEmpty() || text.startsWith("#")) {
            return new AdsbLine.Beside<>();
        }
        var digits = digits(text);
        if (digits.length() == SHORT) {
            return new AdsbLine.Beside<>();
        }
        return digits.length() == LONG && isHex(digits) ? message(digits) : new AdsbLine.Refused<>(AdsbRefusal.FORM);
    }

    private static String digits(String text) {
        var end = text.endsWith(";") ? text.length() - 1 : text.length();
        var begin = switch (text.charAt(0)) {
            case '*' -> 1;
            case '@' -> 1 + COUNTER;
            default -> 0;
        };
        return text.substring(Math.min(begin, end), end);
    }

    private static boolean isHex(String digits) {
        return digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    private static AdsbLine<Squitter> message(String digits) {
        var head = Integer.parseInt(digits.substring(0, 2), 16);
        var format = head >> 3;
        if (format != EXTENDED_SQUITTER && format != EXTENDED_SQUITTER_OF_OTHERS) {
            return new AdsbLine.Beside<>();
        }
        if (remainder(digits) != 0) {
            return new AdsbLine.Refused<>(AdsbRefusal.WRONG_PARITY);
        }
        var address = digits.substring(2, 8).toLowerCase(Locale.ROOT);
        var message = Long.parseLong(digits.substring(8, 22), 16);
        return switch (format == EXTENDED_SQUITTER ? 0 : head & 7) {
            // Control field of format 18: 0 an aircraft without transponder, 1 without an address of ICAO, 6
            // rebroadcast.
            case 0, 6 -> new AdsbLine.Heard<>(SquitterDecoder.decode(format, address, message));
            case 1 -> new AdsbLine.Heard<>(SquitterDecoder.decode(format, "~" + address, message));
            default -> new AdsbLine.Beside<>();
        };
    }

    /// Of the division by the generator of Mode S (ICAO Annex 10 volume IV §3.1.2.3.3), 0 of an undamaged
    /// squitter.
    private static int remainder(String digits) {
        var remainder = 0;
        for (var i = 0; i < LONG; i++) {
            var nibble = Character.digit(digits.charAt(i), 16);
            for (var bit = 3; bit >= 0; bit--) {
                var out = remainder >> 23 & 1;
                remainder = remainder << 1 & 0xFFFFFF | nibble >> bit & 1;
                remainder ^= out == 1 ? GENERATOR : 0;
            }
        }
        return remainder;
    }
}
