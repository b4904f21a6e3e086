package org.renkei.federation;

import org.renkei.kernel.link.Compression;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.Lane;
import org.springframework.stereotype.Component;

@Component
class NoCompression implements Compressions {
    @Override
    public String name() {
        return "";
    }

    @Override
    public Compression open(Lane lane) {
        return new Compression() {
            @Override
            public byte[] compress(byte[] frame) {
                return frame;
            }

            @Override
            public byte[] decompress(byte[] packed, int maxSize) {
                return packed;
            }
        };
    }
}
