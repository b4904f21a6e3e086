package org.renkei.feeds.receiver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.renkei.kernel.cot.CotCutter;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Sighting;
import org.renkei.settings.FeedSettings;
import org.renkei.settings.FeedSettings.Kind;
import org.renkei.settings.FeedSettings.Source;

/// Everything that a decoder makes of some bytes, for tests outside this package.
public final class DecodedLines implements Yield {
    private final List<Sighting> sightings = new ArrayList<>();
    private final TreeSet<String> reasons = new TreeSet<>();
    private int messages;
    private int duplicates;

    private DecodedLines() {}

    public static DecodedLines of(Kind kind, byte[] input) {
        var decoded = new DecodedLines();
        var decoder = Decoding.decoder(new FeedSettings(
                "test", kind, new Source.Replay(Path.of("recorded"), 1), Label.parse("UNCLASSIFIED//PUBLIC"), true));
        try {
            var lines = new Lines(new ByteArrayInputStream(input));
            if (kind == Kind.GEOJSON || kind == Kind.MAVLINK) {
                decoder.read(CotPieces.line(input), 0, decoded);
            } else if (kind == Kind.AIRCRAFT_JSON) {
                decoder.read(new String(input, StandardCharsets.UTF_8), 0, decoded);
            } else if (kind == Kind.COT) {
                var cutter = new CotCutter(piece -> decoder.read(CotPieces.line(piece), 0, decoded));
                cutter.cut(input, 0, input.length);
                cutter.end();
            } else {
                for (var line = lines.next(); line != null; line = lines.next()) {
                    decoder.read(line, 0, decoded);
                }
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return decoded;
    }

    public TreeSet<String> reasons() {
        return reasons;
    }

    public List<Sighting> sightings() {
        return sightings;
    }

    public int messages() {
        return messages;
    }

    public int duplicates() {
        return duplicates;
    }

    @Override
    public void message() {
        messages++;
    }

    @Override
    public void duplicate() {
        duplicates++;
    }

    @Override
    public void sighting(Observation observation, OptionalLong at) {
        sightings.add(new Sighting(
                "test",
                observation.identity(),
                observation.domain(),
                at.orElse(0),
                0,
                observation.fix(),
                observation.motion(),
                observation.particulars()));
    }

    @Override
    public void refused(String reason, String line) {
        reasons.add(reason);
    }
}
