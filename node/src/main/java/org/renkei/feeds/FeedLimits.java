package org.renkei.feeds;

/// How far compressed files are followed.
///
/// @param bytes that one file may unpack to, all its entries together
/// @param ratio of unpacked to packed bytes, looked at beyond the first megabyte
/// @param entries of one archive
public record FeedLimits(long bytes, int ratio, int entries) {
    public static final FeedLimits DEFAULT = new FeedLimits(4L << 30, 200, 20_000);
}
