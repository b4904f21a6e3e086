package org.renkei.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.renkei.kernel.link.Compression;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.Lane;
import org.springframework.stereotype.Component;

/// zstd with the dictionary this version ships.
@Component
class ZstdCompressions implements Compressions {
    private static final String NAME = "zstd-1";
    private static final int FIRST_LEVEL = 9;

    private final byte[] dictionary;

    ZstdCompressions() {
        try (var in = ZstdCompressions.class.getResourceAsStream("/link/dictionary-1.zstd")) {
            dictionary = Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Compression open(Lane lane) {
        return new ZstdCompression(dictionary, FIRST_LEVEL);
    }
}
