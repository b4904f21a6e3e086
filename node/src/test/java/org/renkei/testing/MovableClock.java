package org.renkei.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The time of the machine, and as far ahead of it as a test wants.
public final class MovableClock extends Clock {
    private volatile Clock machine = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    public void advance(Duration more) {
        ahead = ahead.plus(more);
    }

    /// From here on time goes on only as [#advance] says.
    public void stand() {
        machine = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
