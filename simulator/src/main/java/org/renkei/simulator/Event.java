package org.renkei.simulator;

/// One thing that happens in a history. Each brings its own dice, so that one can be left out without changing what
/// the others draw. Nodes are numbers of the [Cast].
sealed interface Event {

    /// Nodes and the net between them work for so many steps.
    record Run(int steps, long dice) implements Event {}

    /// Nobody does anything for so many hours.
    record Outage(int hours) implements Event {}

    record Write(int node, long dice) implements Event {}

    record Revise(int node, long dice) implements Event {}

    record Recall(int node, long dice) implements Event {}

    enum Change {
        SIGN,
        SUSPEND,
        RESUME,
        END
    }

    record AgreementChange(int node, int partner, Change change, long dice) implements Event {}

    /// From now on nothing passes in these directions.
    record Cut(Pair pair, boolean forth, boolean back) implements Event {}

    record Heal(Pair pair) implements Event {}

    /// The connection is lost, at any byte; each side may or may not notice.
    record Break(Pair pair, long dice) implements Event {}

    /// The bytes of an attempt that was given up arrive after all, as a new call.
    record LateAttempt(Pair pair, long dice) implements Event {}

    record Flip(Pair pair, long dice) implements Event {}

    record ClockJump(int node, int minutes) implements Event {}

    record Crash(int node, long dice) implements Event {}

    record Restart(int node) implements Event {}

    record Backup(int node) implements Event {}

    record Restore(int node, long dice) implements Event {}

    /// An earlier copy of the node's disk runs in its place, and nobody has told it.
    record Copy(int node, long dice) implements Event {}

    record Export(int from, int to) implements Event {}

    /// One of the media made for this node so far, whichever, is imported.
    record Import(int node, long dice) implements Event {}

    /// A parcel is laid out for the first node on the way.
    record Post(int from, int to) implements Event {}

    /// A relay drops, doubles or alters one of the parcels that it carries, or the next one.
    record Tamper(int node, long dice) implements Event {}

    /// Somebody without the origin's keys makes a medium in its name.
    record Forge(int from, int to, long dice) implements Event {}

    /// A node gets new keys, and its old ones sign nothing more.
    record Rekey(int node) implements Event {}

    /// A byte of the content of an attachment goes bad on a disk.
    record Rot(int node, long dice) implements Event {}

    /// A node asks a partner for one of its contents, whether it was told of it or not.
    record Curiosity(int node, int partner, long dice) implements Event {}

    /// One leaf of a stored copy goes bad on its disk.
    record Damage(int node, int partner, long dice) implements Event {}
}
