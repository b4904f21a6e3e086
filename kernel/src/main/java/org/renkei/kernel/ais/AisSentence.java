package org.renkei.kernel.ais;

import java.util.OptionalLong;

/// One `VDM` or `VDO` sentence (IEC 61162-1) whose checksum is right, of any talker.
///
/// @param own `VDO`: from the station itself
/// @param parts of the message, 1 to 9
/// @param number of this part, from 1
/// @param sequence joins the parts; empty of a message of one part
/// @param checksum as written
record AisSentence(
        boolean own,
        int parts,
        int number,
        String sequence,
        String channel,
        String payload,
        int fill,
        int checksum,
        String station,
        OptionalLong time) {
    private static final int FIELDS = 7;
    private static final int BEFORE_FIELDS = 7;

    /// Whether a line without its tag block claims to be one.
    static boolean isOne(String line, int from) {
        return line.length() > from + 6
                && line.charAt(from) == '!'
                && line.charAt(from + 3) == 'V'
                && line.charAt(from + 4) == 'D'
                && (line.charAt(from + 5) == 'M' || line.charAt(from + 5) == 'O');
    }

    /// @throws Refused with the reason
    static AisSentence parse(String line, int from) {
        var star = line.indexOf('*', from);
        if (star < 0) {
            throw Refused.because(AisRefusal.NO_CHECKSUM);
        }
        var checksum = hex(line, star + 1);
        if (checksum < 0) {
            throw Refused.because(AisRefusal.NO_CHECKSUM);
        }
        if (checksum != sum(line, from + 1, star)) {
            throw Refused.because(AisRefusal.WRONG_CHECKSUM);
        }
        var own = line.charAt(from + 5) == 'O';
        var fields = fields(line, from + BEFORE_FIELDS, star);
        var parts = digit(fields[0]);
        var number = digit(fields[1]);
        if (line.charAt(from + 6) != ',' || parts < 1 || number < 1 || number > parts) {
            throw Refused.because(AisRefusal.FORM);
        }
        var behind = star + 3 < line.length() ? Trailer.parse(line.substring(star + 3)) : Trailer.NONE;
        return new AisSentence(
                own,
                parts,
                number,
                fields[2],
                fields[3],
                fields[4],
                digit(fields[5]),
                checksum,
                behind.station,
                behind.time);
    }

    private static String[] fields(String line, int from, int end) {
        var fields = new String[FIELDS - 1];
        var at = from;
        for (var i = 0; i < fields.length; i++) {
            var comma = line.indexOf(',', at);
            var last = i == fields.length - 1;
            if (last != (comma < 0 || comma > end) || at > end) {
                throw Refused.because(AisRefusal.FORM);
            }
            fields[i] = line.substring(at, last ? end : comma);
            at = comma + 1;
        }
        return fields;
    }

    private static int digit(String field) {
        if (field.length() != 1 || field.charAt(0) < '0' || field.charAt(0) > '9') {
            throw Refused.because(AisRefusal.FORM);
        }
        return field.charAt(0) - '0';
    }

    /// Two hexadecimal digits, or −1.
    static int hex(String line, int at) {
        if (at + 2 > line.length()) {
            return -1;
        }
        var high = Character.digit(line.charAt(at), 16);
        var low = Character.digit(line.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    static int sum(String line, int from, int end) {
        var sum = 0;
        for (var i = from; i < end; i++) {
            sum ^= line.charAt(i);
        }
        return sum;
    }

    /// What some networks write behind a sentence: `,rSTATION,seconds` and further fields (United States
    /// Coast Guard), `,milliseconds` (exactEarth), `,seconds` (MSSIS).
    private record Trailer(String station, OptionalLong time) {
        static final Trailer NONE = new Trailer("", OptionalLong.empty());

        static Trailer parse(String text) {
            var station = "";
            var time = OptionalLong.empty();
            for (var field : text.split(",", -1)) {
                if (isStation(field)) {
                    station = field;
                } else if (time.isEmpty()) {
                    time = EpochTime.parse(field);
                }
            }
            return new Trailer(station, time);
        }

        private static boolean isStation(String field) {
            return field.length() > 3 && (field.charAt(0) == 'r' || field.charAt(0) == 'b');
        }
    }
}
