package org.renkei.federation;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.renkei.keys.Partners;

/// An authenticated connection to one partner's node, over whatever transport.
interface Connection extends Closeable {

    Partners.Partner partner();

    /// `tls-tcp` or `quic`.
    String transport();

    /// The cipher suite by its IANA name.
    String cipher();

    /// The group of the key agreement by its IANA name.
    String keyAgreement();

    LaneStream bulk();

    /// The urgent lane, where the transport has it from the start.
    Optional<LaneStream> urgent();

    /// Share of packets lost, 0 to 1; negative where the transport does not tell.
    double loss();

    @Override
    void close() throws IOException;
}
