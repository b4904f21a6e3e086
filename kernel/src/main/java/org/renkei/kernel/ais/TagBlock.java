package org.renkei.kernel.ais;

import java.util.OptionalLong;

/// What stands between backslashes before a sentence (NMEA 0183 4.10 §7): `s` the station, `c` the time,
/// `g` the group of sentences it belongs to.
///
/// @param end where the sentence begins
/// @param group its id; empty when there is none
record TagBlock(int end, String station, OptionalLong time, String group) {
    static final TagBlock NONE = new TagBlock(0, "", OptionalLong.empty(), "");

    /// @throws Refused when it does not end or its checksum is wrong
    static TagBlock parse(String line) {
        if (line.isEmpty() || line.charAt(0) != '\\') {
            return NONE;
        }
        var end = line.indexOf('\\', 1);
        var star = line.indexOf('*', 1);
        if (end < 0 || star < 0 || star > end || AisSentence.hex(line, star + 1) != AisSentence.sum(line, 1, star)) {
            throw Refused.because(AisRefusal.TAG_BLOCK);
        }
        var station = "";
        var group = "";
        var time = OptionalLong.empty();
        for (var parameter : line.substring(1, star).split(",", -1)) {
            var colon = parameter.indexOf(':');
            var value = parameter.substring(colon + 1);
            switch (colon < 0 ? "" : parameter.substring(0, colon)) {
                case "s" -> station = value;
                case "c" -> time = EpochTime.parse(value);
                case "g" -> group = value.substring(value.lastIndexOf('-') + 1);
                default -> {
                    // Other parameters say nothing about the message.
                }
            }
        }
        return new TagBlock(end + 1, station, time, group);
    }
}
