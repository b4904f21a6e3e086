package org.renkei.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.Fetching;
import org.renkei.kernel.record.NodeId;

/// One node: its disk, its clock, and the sessions of its present process.
final class SimNode {
    private final int index;
    private final Cast cast;
    private final LongSupplier trueMicros;
    private final Flaws flaws;
    private final Desk desk;
    private final Keys keys;
    private final Map<Integer, Talk> talks = new TreeMap<>();
    private final List<Store> backups = new ArrayList<>();
    /// Contents that this node asks a partner for although nobody told it of them.
    private final Map<Integer, Fetching.Wanted> curiosity = new TreeMap<>();
    private Store store;
    private boolean up = true;
    private boolean restored;
    private boolean copied;
    private long offsetMicros;

    SimNode(int index, Cast cast, Words words, Flaws flaws, LongSupplier trueMicros) {
        this.index = index;
        this.cast = cast;
        this.flaws = flaws;
        this.trueMicros = trueMicros;
        var partners = new TreeSet<Integer>();
        for (var other = 0; other < cast.nodes().size(); other++) {
            if (other != index && cast.speak(index, other)) {
                partners.add(other);
            }
        }
        this.store = new Store(cast.agreements().get(index), partners);
        this.keys = new Keys(id(), Signing.of(cast));
        this.desk = new Desk(this, cast, words, flaws);
    }

    int index() {
        return index;
    }

    NodeId id() {
        return cast.nodes().get(index);
    }

    Store store() {
        return store;
    }

    Desk desk() {
        return desk;
    }

    Keys keys() {
        return keys;
    }

    /// New keys; every connection ends.
    void exchangeKeys() {
        keys.exchange(store);
        store.parcels.values().removeIf(one -> one.target() >= 0);
        talks().forEach(Talk::broke);
    }

    boolean isUp() {
        return up;
    }

    boolean wasRestored() {
        return restored;
    }

    /// Whether copies of this node have run without knowing of one another.
    boolean wasCopied() {
        return copied;
    }

    /// What the node's own clock says.
    Instant now() {
        return Instant.EPOCH.plus(micros(), ChronoUnit.MICROS);
    }

    long micros() {
        return trueMicros.getAsLong() + offsetMicros;
    }

    void jump(long micros) {
        offsetMicros += micros;
    }

    void setClock(long micros) {
        offsetMicros = micros - trueMicros.getAsLong();
    }

    @Nullable
    Talk talk(int partner) {
        return talks.get(partner);
    }

    List<Talk> talks() {
        return List.copyOf(talks.values());
    }

    void converse(int partner, @Nullable Talk talk) {
        if (talk == null) {
            talks.remove(partner);
        } else {
            talks.put(partner, talk);
        }
    }

    void beCurious(int partner, Fetching.Wanted about) {
        curiosity.put(partner, about);
        var talk = talks.get(partner);
        if (talk != null) {
            talk.attachmentsWanted();
        }
    }

    Fetching.@Nullable Wanted takeCuriosity(int partner) {
        return curiosity.remove(partner);
    }

    /// The node's minute: what has ended goes, and what is to be decided on a new day is.
    void tick() {
        if (up) {
            desk.facts();
            desk.ends();
            if (!flaws.have(Mutant.END_IGNORED)) {
                store.copies.values().forEach(copy -> copy.removeEnded(now()));
            }
            talks().forEach(Talk::tick);
            noEndedRelease();
        }
    }

    private void noEndedRelease() {
        for (var copy : store.copies.values()) {
            for (var state : copy.states.values()) {
                Divergence.unless(
                        state.form() == null || !Copy.hasEnded(state.form(), now()),
                        "ended releases are gone",
                        id() + " still holds what was released until "
                                + (state.form() == null ? "" : state.form().until()));
            }
        }
    }

    void crash() {
        up = false;
        talks().forEach(Talk::die);
        talks.clear();
        desk.forget();
    }

    /// Its own parcels that have not left are made anew.
    void restart() {
        up = true;
        store.parcels.values().removeIf(one -> one.target() >= 0);
        desk.restarted();
    }

    void backup() {
        backups.add(store.copy());
    }

    /// The disk is as it was at the time of a backup; answers false when there is none.
    ///
    /// @param told whether the node learns of it
    boolean restore(int which, boolean told) {
        if (backups.isEmpty()) {
            return false;
        }
        crash();
        store = backups.get(Math.floorMod(which, backups.size())).copy();
        store.ledgers.values().forEach(ledger -> ledger.mustHear |= told);
        restored = true;
        copied |= !told;
        restart();
        return true;
    }
}
