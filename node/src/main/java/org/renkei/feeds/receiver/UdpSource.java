package org.renkei.feeds.receiver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.renkei.settings.NodeSettings.Endpoint;

/// A port that others send datagrams to, each of one or more lines.
final class UdpSource implements LineSource {
    private static final int LARGEST = 65_535;
    private static final int BUFFER = 1 << 20;

    private final Endpoint endpoint;
    private final Cutting cutting;

    UdpSource(Endpoint endpoint, Cutting cutting) {
        this.endpoint = endpoint;
        this.cutting = cutting;
    }

    @Override
    public void run(Intake intake) throws IOException, SourceFault, InterruptedException {
        try (var socket = listening()) {
            intake.open();
            var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
            while (true) {
                packet.setLength(LARGEST);
                socket.receive(packet);
                cutting.cut(new ByteArrayInputStream(packet.getData(), packet.getOffset(), packet.getLength()), intake);
            }
        }
    }

    private DatagramSocket listening() throws SourceFault {
        try {
            var socket = new DatagramSocket(new InetSocketAddress(endpoint.host(), endpoint.port()));
            socket.setReceiveBufferSize(BUFFER);
            return socket;
        } catch (SocketException taken) {
            throw new SourceFault(FeedFault.CANNOT_LISTEN, endpoint + ": " + taken.getMessage());
        }
    }
}
