package org.renkei.kernel.watch;

/// From which figures on something is a finding. Times are milliseconds, distances metres, speeds metres a second.
///
/// The defaults are those that public reports on ships' behavior and public maps of interference use for a first
/// look; they are meant to be set for the waters that are watched.
public record WatchLimits(
        Gap gap, Jump jump, Loitering loitering, Drift drift, Stop stop, Meeting meeting, Interference interference) {
    public static final WatchLimits DEFAULTS = new WatchLimits(
            new Gap(30 * 60_000, 10, knots(3), 2, 40_000),
            new Jump(knots(60), knots(1_400), knots(200), 3_000),
            new Loitering(4 * 3_600_000L, 4_000, knots(0.5), knots(5)),
            new Drift(10 * 60_000, 500, knots(1), knots(5), 45),
            new Stop(knots(7), knots(1), 60_000, 60_000),
            new Meeting(30 * 60_000, 500, knots(2)),
            new Interference(3_600_000, 7, 8, 5, 0.1));

    private static double knots(double knots) {
        return knots * 1_852 / 3_600;
    }

    /// @param silence at least
    /// @param intervals and at least so many times as long as usual between two messages of the ship
    /// @param speed the ship's last one, at least
    /// @param others so many others must have been heard by the same feed meanwhile
    /// @param coverage within so many metres
    public record Gap(long silence, int intervals, double speed, int others, double coverage) {
        public Gap {
            demand(silence > 0 && intervals > 0 && speed >= 0 && others > 0 && coverage > 0, "gap");
        }
    }

    /// @param sea what no ship is faster than
    /// @param air what no aircraft is faster than
    /// @param other what nothing else is faster than
    /// @param distance shorter jumps are left to measurement errors
    public record Jump(double sea, double air, double other, double distance) {
        public Jump {
            demand(sea > 0 && air > 0 && other > 0 && distance > 0, "jump");
        }
    }

    /// @param least slower on average is lying still
    /// @param most faster on average is going to and fro
    public record Loitering(long duration, double radius, double least, double most) {
        public Loitering {
            demand(duration > 0 && radius > 0 && least >= 0 && most > least, "loitering");
        }
    }

    /// @param offBow degrees between course and heading, at least
    public record Drift(long duration, double distance, double least, double most, double offBow) {
        public Drift {
            demand(duration > 0 && distance > 0 && most > least && offBow > 0 && offBow < 180, "drift");
        }
    }

    /// @param before a speed at least so high
    /// @param after then one at most so high
    /// @param within so much later at most
    /// @param lasting for so long at least
    public record Stop(double before, double after, long within, long lasting) {
        public Stop {
            demand(before > after && after >= 0 && within > 0 && lasting >= 0, "stop");
        }
    }

    /// @param speed of both, at most
    public record Meeting(long duration, double distance, double speed) {
        public Meeting {
            demand(duration > 0 && distance > 0 && speed > 0, "meeting");
        }
    }

    /// @param window aircraft are counted over so long
    /// @param nic a navigation integrity category below this counts as affected
    /// @param nacp so does a navigation accuracy category below this
    /// @param aircraft so many must have been in the cell
    /// @param share affected ones less one, of all of them, at least; one alone may have a broken receiver
    public record Interference(long window, int nic, int nacp, int aircraft, double share) {
        public Interference {
            demand(window > 0 && nic > 0 && nacp > 0 && aircraft > 1 && share > 0 && share <= 1, "interference");
        }
    }

    private static void demand(boolean holds, String of) {
        if (!holds) {
            throw new IllegalArgumentException("these limits of '" + of + "' can never or always be passed");
        }
    }
}
