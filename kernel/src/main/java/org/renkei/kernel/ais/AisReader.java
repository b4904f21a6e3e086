package org.renkei.kernel.ais;

import java.util.Optional;
import java.util.OptionalLong;

/// Reads the lines of one source, in their order: NMEA 0183 `VDM` and `VDO` sentences of any talker with
/// tag blocks, `$PGHP` times and what networks write behind a sentence. Messages of several parts are put
/// together. It holds at most a few hundred open messages, whatever comes. Not for several threads.
public final class AisReader {
    /// A sentence has at most 82 characters; tag block and trailer come on top.
    private static final int LONGEST = 1_000;

    private static final String TIME_LINE = "$PGHP,";
    private static final int TIME_FIELDS = 14;

    private final AisParts parts = new AisParts();
    private TimeLine next = TimeLine.NONE;

    /// A `$PGHP` line: time and station of the sentence that follows.
    private record TimeLine(int checksum, OptionalLong time, String station) {
        static final TimeLine NONE = new TimeLine(-1, OptionalLong.empty(), "");
    }

    /// @param now epoch milliseconds, to give up messages whose parts do not come
    public AisLine read(String line, long now) {
        try {
            return line.length() > LONGEST ? tooLong(line) : readLine(line.stripTrailing(), now);
        } catch (Refused refused) {
            return new AisLine.Refused(refused.reason);
        }
    }

    /// How many messages were given up because a part never came.
    public long abandoned() {
        return parts.abandoned();
    }

    private static AisLine tooLong(String line) {
        return new AisLine.Refused(AisRefusal.LINE_TOO_LONG);
    }

    private AisLine readLine(String line, long now) {
        var tag = TagBlock.parse(line);
        if (AisSentence.isOne(line, tag.end())) {
            return sentence(AisSentence.parse(line, tag.end()), tag, now);
        }
        if (line.startsWith(TIME_LINE, tag.end())) {
            next = timeLine(line.substring(tag.end()));
        }
        return new AisLine.Beside();
    }

    private static TimeLine timeLine(String line) {
        var star = line.indexOf('*');
        var fields = line.substring(0, star < 0 ? line.length() : star).split(",", -1);
        if (fields.length < TIME_FIELDS) {
            return TimeLine.NONE;
        }
        var checksum = AisSentence.hex(fields[TIME_FIELDS - 1], 0);
        return new TimeLine(checksum, EpochTime.parse(fields, 2), fields[TIME_FIELDS - 3]);
    }

    private AisLine sentence(AisSentence sentence, TagBlock tag, long now) {
        var announced = announced(sentence);
        next = TimeLine.NONE;
        var said = tag.station().isEmpty() ? sentence.station() : tag.station();
        var reception = reception(sentence, tag, said.isEmpty() ? announced.station : said, announced.time);
        if (sentence.parts() == 1) {
            return heard(sentence.payload(), sentence.fill(), reception);
        }
        // A time line names the station of the first part only, so that it cannot join parts.
        return parts.add(sentence, tag.group().isEmpty() ? said : tag.group(), reception, now)
                .map(whole -> heard(whole.payload(), sentence.fill(), whole.beginning()))
                .orElseGet(AisLine.Part::new);
    }

    /// A time line names the checksum of its sentence, or, before parts and own reports, another one. Where sentences
    /// bring times of their own, lines may be mixed up: there the checksum must be right.
    private TimeLine announced(AisSentence sentence) {
        return next.checksum == sentence.checksum() || sentence.time().isEmpty() ? next : TimeLine.NONE;
    }

    private static AisLine heard(String payload, int fill, AisReception reception) {
        return new AisLine.Heard(AisDecoder.decode(AisBits.of(payload, fill)), reception.containing(payload));
    }

    private static AisReception reception(AisSentence sentence, TagBlock tag, String station, OptionalLong announced) {
        var time = tag.time();
        if (time.isEmpty()) {
            time = announced.isPresent() ? announced : sentence.time();
        }
        return new AisReception(
                time,
                station.isEmpty() ? Optional.empty() : Optional.of(station),
                sentence.channel(),
                sentence.own(),
                sentence.payload());
    }
}
