package org.renkei.federation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.renkei.keys.Partners;
import org.renkei.settings.NodeSettings.Transport;

/// TLS 1.3 over TCP. Each lane is a connection of its own, so the urgent one comes later.
final class TcpConnection implements Connection {
    private static final int CONNECT_MILLIS = 30_000;
    private static final int HANDSHAKE_MILLIS = 60_000;

    private final SSLSocket socket;
    private final Partners.Partner partner;
    private final LaneStream lane;

    private TcpConnection(SSLSocket socket, Partners.Partner partner) throws IOException {
        this.socket = socket;
        this.partner = partner;
        this.lane = new LaneStream(socket.getInputStream(), socket.getOutputStream(), socket);
    }

    static TcpConnection dial(Partners.Partner partner, LinkTls tls) throws IOException {
        var address = partner.address();
        var plain = new Socket();
        plain.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS);
        var socket =
                (SSLSocket) tls.context().getSocketFactory().createSocket(plain, address.host(), address.port(), true);
        socket.setSSLParameters(LinkTls.parameters());
        var connection = handshake(socket, tls);
        if (!connection.partner().node().equals(partner.node())) {
            connection.close();
            throw new SSLException(
                    "the node at " + address + " is " + connection.partner().node() + ", not " + partner.node());
        }
        return connection;
    }

    static TcpConnection handshake(SSLSocket socket, LinkTls tls) throws IOException {
        socket.setSoTimeout(HANDSHAKE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.startHandshake();
        var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
        socket.setSoTimeout(0);
        var partner = tls.partnerOf(certificate)
                .orElseThrow(() -> new SSLException("the certificate stands in no partner's card"));
        return new TcpConnection(socket, partner);
    }

    @Override
    public void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    @Override
    public Partners.Partner partner() {
        return partner;
    }

    @Override
    public Transport transport() {
        return Transport.TCP;
    }

    @Override
    public String cipher() {
        return socket.getSession().getCipherSuite();
    }

    @Override
    public String keyAgreement() {
        return LinkTls.KEY_AGREEMENT;
    }

    @Override
    public LaneStream stream() {
        return lane;
    }

    @Override
    public double loss() {
        return -1;
    }

    @Override
    public @Nullable Connection beside() {
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
