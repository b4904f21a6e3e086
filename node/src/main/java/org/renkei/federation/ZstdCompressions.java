package org.renkei.federation;

import java.util.ArrayList;
import java.util.List;
import org.renkei.kernel.link.Compression;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.Lane;

/// The compression of one session with one partner, never shared with another: what one partner sends must not show in
/// the sizes of what another receives. Closing gives back the memory of all lanes.
final class ZstdCompressions implements Compressions, AutoCloseable {
    private final LinkDictionary dictionary;
    private final List<ZstdCompression> lanes = new ArrayList<>();
    private int level;

    ZstdCompressions(LinkDictionary dictionary, int level) {
        this.dictionary = dictionary;
        this.level = level;
    }

    /// The id of the dictionary that both sides must know.
    long dictionary() {
        return dictionary.id();
    }

    @Override
    public synchronized Compression open(Lane lane) {
        var opened = new ZstdCompression(dictionary, windowLog(lane), level);
        lanes.add(opened);
        return opened;
    }

    /// From the next frame on, in every lane: 3 for fast links up to 19 for slow ones.
    synchronized void level(int level) {
        this.level = level;
        lanes.forEach(lane -> lane.level(level));
    }

    @Override
    public synchronized void close() {
        lanes.forEach(ZstdCompression::close);
    }

    /// How far back a frame may refer. Urgent frames are few and small.
    private static int windowLog(Lane lane) {
        return switch (lane) {
            case URGENT -> 18;
            case BULK -> 22;
        };
    }
}
