package org.renkei.bench.live;

/// Counts the frames of a stream of the TAK protocol without reading them.
final class Frames {
    private int left;
    private int shift = -1;
    private int size;

    /// @return how many frames end in these bytes
    int count(byte[] bytes, int length) {
        var frames = 0;
        for (var i = 0; i < length; ) {
            if (left > 0) {
                var part = Math.min(left, length - i);
                left -= part;
                i += part;
                frames += left == 0 ? 1 : 0;
            } else if (shift < 0) {
                i++; // the byte that begins a frame
                shift = 0;
                size = 0;
            } else {
                size |= (bytes[i] & 0x7F) << shift;
                shift += 7;
                if (bytes[i++] >= 0) {
                    left = size;
                    shift = -1;
                }
            }
        }
        return frames;
    }
}
