package org.renkei.federation;

/// What one conversation is doing now.
///
/// @param hasUrgentLane urgent traffic has a connection or stream of its own
/// @param bytesPerSecond rate the partner was seen to receive bulk at; 0 when nothing was measured
/// @param loss share of packets, negative where the transport does not tell
record LinkTraffic(
        String transport,
        String cipher,
        String keyAgreement,
        boolean hasUrgentLane,
        boolean compressed,
        long bytesPerSecond,
        double loss) {}
