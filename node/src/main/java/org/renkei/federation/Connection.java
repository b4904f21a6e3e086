package org.renkei.federation;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;
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

    /// Calls back with the urgent lane when the transport has it within this connection: at once, or when the other
    /// side opens it.
    void onUrgent(Consumer<LaneStream> added);

    /// Share of packets lost, 0 to 1; negative where the transport does not tell.
    double loss();

    @Override
    void close() throws IOException;
}
