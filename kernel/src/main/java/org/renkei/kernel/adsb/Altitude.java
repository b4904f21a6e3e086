package org.renkei.kernel.adsb;

import java.util.OptionalInt;

/// The altitude code of twelve bits of a position (ICAO Annex 10 volume IV §3.1.2.6.5.4), in feet.
final class Altitude {
    private static final int STEPS_OF_25 = 0x10;

    private Altitude() {}

    static OptionalInt feet(int code) {
        if (code == 0) {
            return OptionalInt.empty();
        }
        if ((code & STEPS_OF_25) != 0) {
            var steps = (code & 0xFE0) >> 1 | code & 0xF;
            return OptionalInt.of(steps * 25 - 1000);
        }
        return gillham(code);
    }

    /// Steps of 100 ft in reflected binary, from the order C1 A1 C2 A2 C4 A4 B1 Q B2 D2 B4 D4.
    private static OptionalInt gillham(int code) {
        var fiveHundreds = plain(bit(code, 2) << 7
                | bit(code, 0) << 6
                | bit(code, 10) << 5
                | bit(code, 8) << 4
                | bit(code, 6) << 3
                | bit(code, 5) << 2
                | bit(code, 3) << 1
                | bit(code, 1));
        var hundreds = plain(bit(code, 11) << 2 | bit(code, 9) << 1 | bit(code, 7));
        if (hundreds == 0 || hundreds == 5 || hundreds == 6) {
            return OptionalInt.empty();
        }
        var step = hundreds == 7 ? 5 : hundreds;
        var counted = fiveHundreds % 2 == 1 ? 6 - step : step;
        return OptionalInt.of(fiveHundreds * 500 + counted * 100 - 1300);
    }

    private static int bit(int code, int at) {
        return code >> at & 1;
    }

    private static int plain(int reflected) {
        var value = reflected;
        for (var shift = reflected >> 1; shift != 0; shift >>= 1) {
            value ^= shift;
        }
        return value;
    }
}
