package org.renkei.kernel.track;

/// Whether two states may be of one object, at the later of their two times.
enum Likeness {
    /// Places and velocities agree within [#DEVIATIONS] standard deviations.
    AGREES,
    /// Neither one nor the other, or too uncertain to say.
    SILENT,
    /// Places or velocities are apart by more than twice what would still agree.
    DIFFERS;

    static final double DEVIATIONS = 3;

    /// Clocks and stations of two sources may differ by so many seconds.
    static final double LATENCY = 2;

    /// Heights of aircraft, barometric and geometric, may differ by so many metres.
    static final double HEIGHTS = 500;

    static Likeness of(TrackSource a, TrackSource b) {
        if (a.state() == null || b.state() == null) {
            return SILENT;
        }
        if (a.domain() != b.domain() && a.domain() != TrackDomain.UNKNOWN && b.domain() != TrackDomain.UNKNOWN) {
            return DIFFERS;
        }
        var limits = TrackLimits.of(a.domain() == TrackDomain.UNKNOWN ? b.domain() : a.domain());
        var time = Math.max(a.state().at(), b.state().at());
        var one = a.state().predict(time, limits);
        var other = b.state().predict(time, limits);
        var place = places(one, other, limits);
        var velocity = velocities(one, other, limits);
        if (place == DIFFERS || velocity == DIFFERS) {
            return DIFFERS;
        }
        return place == AGREES && velocity == AGREES && heightsAgree(a, b) ? AGREES : SILENT;
    }

    private static Likeness places(Kinematics one, Kinematics other, TrackLimits limits) {
        var gate = DEVIATIONS * Math.sqrt(one.positionVariance() + other.positionVariance())
                + LATENCY * Math.max(one.speed(), other.speed());
        var apart = one.distanceTo(other);
        if (gate > limits.widestGate()) {
            return apart > 2 * gate ? DIFFERS : SILENT;
        }
        return compare(apart, gate);
    }

    private static Likeness velocities(Kinematics one, Kinematics other, TrackLimits limits) {
        var deviation = Math.sqrt(one.velocityVariance() + other.velocityVariance());
        if (deviation > 6 * limits.speedAccuracy()) {
            return SILENT;
        }
        return compare(Math.hypot(one.east() - other.east(), one.north() - other.north()), DEVIATIONS * deviation);
    }

    private static Likeness compare(double apart, double gate) {
        if (apart <= gate) {
            return AGREES;
        }
        return apart > 2 * gate ? DIFFERS : SILENT;
    }

    private static boolean heightsAgree(TrackSource a, TrackSource b) {
        var one = a.motion().altitude();
        var other = b.motion().altitude();
        return one.isEmpty() || other.isEmpty() || Math.abs(one.getAsDouble() - other.getAsDouble()) <= HEIGHTS;
    }
}
