package org.renkei.federation;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.renkei.keys.Partners;
import org.renkei.settings.NodeSettings.Transport;

/// An authenticated connection to one partner's node, over whatever transport. It carries one lane of a session.
interface Connection extends Closeable {

    Partners.Partner partner();

    Transport transport();

    /// The cipher suite by its IANA name.
    String cipher();

    /// The group of the key agreement by its IANA name.
    String keyAgreement();

    LaneStream stream();

    /// How long a read may take; 0 for ever.
    void patience(int millis) throws IOException;

    /// Share of packets lost, 0 to 1; negative where the transport does not tell.
    double loss();

    /// Another lane within this connection, which needs no handshake; closing it leaves the others.
    ///
    /// @return null where the transport has none
    /// @throws IOException when the partner takes no further one
    @Nullable
    Connection beside() throws IOException;

    @Override
    void close() throws IOException;
}
