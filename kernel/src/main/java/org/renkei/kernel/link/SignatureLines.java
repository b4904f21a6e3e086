package org.renkei.kernel.link;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.renkei.kernel.ledger.Checkpoint;

/// The signatures of a checkpoint without its text, which the receiver can make itself: what base64 and
/// repetition would cost does not travel.
///
/// @param lines name and signature of each line, in order
public record SignatureLines(List<Line> lines) {
    private static final String START = "— ";

    public SignatureLines {
        lines = List.copyOf(lines);
    }

    public record Line(String name, byte[] signature) {}

    /// @throws IllegalArgumentException when the text is no signed checkpoint
    static SignatureLines of(String signedText) {
        var end = signedText.indexOf("\n\n");
        var lines = new ArrayList<Line>();
        for (var line : signedText.substring(Math.max(0, end) + 2).split("\n")) {
            var space = line.indexOf(' ', START.length());
            if (end < 0 || !line.startsWith(START) || space < 0) {
                throw new IllegalArgumentException("not a signed checkpoint");
            }
            lines.add(new Line(
                    line.substring(START.length(), space), Base64.getDecoder().decode(line.substring(space + 1))));
        }
        return new SignatureLines(lines);
    }

    /// The whole signed text.
    String over(Checkpoint checkpoint) {
        var text = new StringBuilder(checkpoint.body()).append('\n');
        for (var line : lines) {
            text.append(START)
                    .append(line.name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(line.signature()))
                    .append('\n');
        }
        return text.toString();
    }
}
