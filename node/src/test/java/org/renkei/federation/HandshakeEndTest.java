package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The last packet of a handshake comes twice where the way is long, and nothing is kept of it afterwards.
class HandshakeEndTest {
    private final Promise<Void> connecting = ImmediateEventExecutor.INSTANCE.newPromise();
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @AfterEach
    void nothingIsKept() {
        assertThat(channel.finishAndReleaseAll()).isFalse();
    }

    @Test
    void showsTheLastPacketOnceMore() {
        channel.pipeline().addFirst(new HandshakeEnd(connecting, -1));
        arrives(1);
        arrives(2);
        assertThat(read()).isEqualTo("01");
        assertThat(read()).isEqualTo("02");
        pass();
        assertThat(read()).isEqualTo("02");
        pass();
        assertThat(read()).isEqualTo("nothing");
    }

    @Test
    void goesWhenTheEndWasNoticed() {
        channel.pipeline().addFirst(new HandshakeEnd(connecting, -1));
        arrives(1);
        read();
        connecting.setSuccess(null);
        pass();
        assertThat(read()).isEqualTo("nothing");
        arrives(2);
        assertThat(read()).isEqualTo("02");
        assertThat(channel.pipeline().get(HandshakeEnd.class)).isNull();
    }

    @Test
    void doesNothingOnAShortWay() {
        channel.pipeline().addFirst(new HandshakeEnd(connecting, TimeUnit.HOURS.toNanos(1)));
        arrives(1);
        assertThat(read()).isEqualTo("01");
        pass();
        assertThat(read()).isEqualTo("nothing");
    }

    private void arrives(int content) {
        var from = new InetSocketAddress("127.0.0.1", 1);
        channel.writeInbound(new DatagramPacket(Unpooled.buffer(1).writeByte(content), from, from));
    }

    private void pass() {
        channel.advanceTimeBy(10, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private String read() {
        DatagramPacket packet = channel.readInbound();
        if (packet == null) {
            return "nothing";
        }
        var content = ByteBufUtil.hexDump(packet.content());
        packet.release();
        return content;
    }
}
