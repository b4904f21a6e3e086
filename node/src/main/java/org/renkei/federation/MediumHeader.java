package org.renkei.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.renkei.kernel.record.NodeId;

/// What stands on a medium in the clear: that it is one, and whose it is. Everything else is sealed.
record MediumHeader(NodeId to) {
    static final String FIRST_LINE = "RENKEI MEDIUM 1\n";

    private static final String TO = "to: ";
    private static final int MAX_LENGTH = 256;

    byte[] bytes() {
        return (FIRST_LINE + TO + to + "\n\n").getBytes(UTF_8);
    }

    /// @throws IllegalArgumentException when this is no medium
    static MediumHeader read(InputStream in) throws IOException {
        var read = new ByteArrayOutputStream();
        var text = "";
        for (var one = in.read(); one >= 0 && read.size() < MAX_LENGTH; one = in.read()) {
            read.write(one);
            text = read.toString(UTF_8);
            if (text.endsWith("\n\n")) {
                break;
            }
        }
        var lines = text.split("\n", -1);
        if (!text.startsWith(FIRST_LINE) || lines.length != 4 || !lines[1].startsWith(TO)) {
            throw new IllegalArgumentException("this is no medium of a node");
        }
        return new MediumHeader(NodeId.parse(lines[1].substring(TO.length())));
    }
}
