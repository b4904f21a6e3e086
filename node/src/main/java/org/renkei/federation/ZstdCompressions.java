package org.renkei.federation;

import org.renkei.kernel.link.Compression;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.Lane;
import org.springframework.stereotype.Component;

/// Zstandard with the dictionary that this version ships.
@Component
final class ZstdCompressions implements Compressions {
    private static final String NAME = "zstd-1";
    private static final int FIRST_LEVEL = 9;

    private final LinkDictionary dictionary = LinkDictionary.read();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Compression open(Lane lane) {
        return new ZstdCompression(dictionary, windowLog(lane), FIRST_LEVEL);
    }

    /// How far back a frame may refer. Urgent frames are few and small.
    private static int windowLog(Lane lane) {
        return switch (lane) {
            case URGENT -> 18;
            case BULK -> 22;
        };
    }
}
