package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.link.FrameReader;
import org.renkei.kernel.link.LinkFrame;

class UrgentLanesTest {
    private static final LinkFrame ADVANCE =
            new LinkFrame.Advance(List.of(new LinkFrame.Sealed(new byte[] {1, 2, 3}, new byte[] {9})));

    private final ConcurrentLinkedQueue<Exception> broken = new ConcurrentLinkedQueue<>();
    private final UrgentLanes lanes = new UrgentLanes("USA", new ZstdCompressions(), new AtomicLong(), broken::add);

    @Test
    void withoutALaneNothingIsWritten() {
        assertThat(lanes.write(ADVANCE, false)).isFalse();
        assertThat(lanes.isOpen()).isFalse();
    }

    @Test
    void whatIsUrgentGoesOnBothAndTheRestOnOne() throws InterruptedException, IOException {
        var first = new Recorded();
        var second = new Recorded();
        lanes.add(first.stream());
        lanes.add(second.stream());
        lanes.write(new LinkFrame.Ping(7), false);
        lanes.write(ADVANCE, false);
        Thread.sleep(200);
        lanes.finish(1_000);
        assertThat(first.frames()).hasSize(2);
        assertThat(second.frames()).singleElement().isInstanceOf(LinkFrame.Advance.class);
    }

    @Test
    void withoutTheSpareLaneLifeGoesOnAndANewOneTakesItsPlace() throws InterruptedException, IOException {
        var first = new Recorded();
        var dead = new Recorded();
        var third = new Recorded();
        dead.fails = true;
        lanes.add(first.stream());
        lanes.add(dead.stream());
        lanes.write(ADVANCE, false);
        assertThat(lanes.awaitMissing()).isTrue();
        assertThat(dead.closed.get()).isTrue();
        assertThat(broken).isEmpty();
        lanes.add(third.stream());
        lanes.write(ADVANCE, false);
        Thread.sleep(200);
        lanes.finish(1_000);
        assertThat(first.frames()).hasSize(2);
        assertThat(third.frames()).hasSize(1);
        assertThat(lanes.awaitMissing()).isFalse();
        assertThat(lanes.add(new Recorded().stream())).isFalse();
    }

    /// What its reader then says must not end the conversation.
    @Test
    void aSpareLaneThatWasReplacedIsNobody() throws InterruptedException {
        var first = new Recorded().stream();
        var old = new Recorded();
        var oldStream = old.stream();
        lanes.add(first);
        lanes.add(oldStream);
        lanes.add(new Recorded().stream());
        assertThat(old.closed.get()).isTrue();
        assertThat(lanes.isUrgent(first)).isTrue();
        assertThat(lanes.isUrgent(oldStream)).isFalse();
        lanes.lost(oldStream);
        lanes.write(ADVANCE, false);
        lanes.finish(1_000);
        assertThat(broken).isEmpty();
    }

    @Test
    void withoutTheUrgentLaneTheConversationIsToldSo() throws InterruptedException {
        var dead = new Recorded();
        dead.fails = true;
        lanes.add(dead.stream());
        lanes.write(ADVANCE, false);
        lanes.finish(1_000);
        assertThat(broken).hasSize(1);
    }

    private static final class Recorded extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final AtomicBoolean closed = new AtomicBoolean();
        private volatile boolean fails;

        LaneStream stream() {
            return new LaneStream(InputStream.nullInputStream(), this, () -> closed.set(true));
        }

        @Override
        public void write(int one) throws IOException {
            if (fails) {
                throw new IOException("broken pipe");
            }
            bytes.write(one);
        }

        List<LinkFrame> frames() throws IOException {
            try (var reader = new FrameReader(null)) {
                return new ArrayList<>(reader.read(bytes.toByteArray()));
            }
        }
    }
}
