package org.renkei.federation;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.link.ParcelCode;
import org.renkei.kernel.link.RelayPace;
import org.renkei.ledger.LedgerMarks;
import org.renkei.ledger.Ledgers;

/// The link to a partner that others carry parcels to. It first asks how far the partner is; only then entries leave,
/// so that a node that was restored from an older copy gives nothing out twice. Urgent entries go in parcels of their
/// own, ahead of their turn.
final class RelayedLink {
    private static final int SILENT_AFTER = 2;
    /// While so many parcels have not left, no contents of attachments are laid behind them.
    private static final int MOST_LYING = 2;

    private final Link link;
    private final String key;
    private final Ledgers ledgers;
    private final LedgerMarks marks;
    private final ParcelFrames frames;
    private final ParcelWriter parcels;
    private final ParcelMaker maker;
    private final Clock clock;
    private final Consumer<Boolean> metChanged;
    private final long startedAt;
    private final RelayPace pace;
    private final UrgentParcels urgent;
    private final RelayedContents contents;
    private boolean met;
    private boolean atRest;
    private int unanswered;
    private volatile @Nullable Instant lastSent;
    private volatile @Nullable Refusal refusal;

    /// Somebody on the way does not take our parcels.
    record Refusal(String hop, ParcelCode code) {}

    /// Makes parcels of frames and lays them out for the first hop.
    interface ParcelMaker {
        /// Whether there is a link to the first hop.
        boolean isOpen();

        /// Drops what has not left; false when there is nothing.
        boolean withdraw();

        /// How many have not left.
        long waiting();

        /// Lays a parcel out; false, and nothing is done, when something was recalled or held since the mark.
        boolean post(byte[] frames, boolean urgent, LedgerMarks.@Nullable Mark mark);
    }

    /// @param metChanged told when the partner is met, and when it is lost
    RelayedLink(
            Link link,
            Ledgers ledgers,
            LedgerMarks marks,
            ParcelFrames frames,
            RelayedContents contents,
            ParcelMaker maker,
            Clock clock,
            Consumer<Boolean> metChanged) {
        this.link = link;
        this.key = link.partner().key();
        this.ledgers = ledgers;
        this.marks = marks;
        this.frames = frames;
        this.parcels = new ParcelWriter(frames, maker, clock);
        this.contents = contents;
        this.maker = maker;
        this.clock = clock;
        this.metChanged = metChanged;
        this.startedAt = clock.millis();
        var confirmed = ledgers.state(key).acknowledged();
        this.pace = new RelayPace(confirmed, startedAt);
        this.urgent = new UrgentParcels(confirmed);
    }

    Link link() {
        return link;
    }

    @Nullable
    Instant lastSent() {
        return lastSent;
    }

    @Nullable
    Refusal refusal() {
        return refusal;
    }

    synchronized int underWay() {
        return pace.underWay();
    }

    synchronized long lost() {
        return pace.lost();
    }

    /// Sends what may be sent now.
    synchronized void step() throws IOException {
        var now = clock.millis();
        if (link.isPaused() || !maker.isOpen()) {
            rest(now);
            return;
        }
        pace.confirm(ledgers.state(key).acknowledged());
        var asks = pace.isDue(now) || atRest;
        atRest = false;
        if (asks) {
            ask(now);
        }
        var wrote = false;
        if (met) {
            sendUrgent();
            wrote = sendEntries(now);
        }
        var questions = met ? contents.questions(now) : List.<LinkFrame>of();
        if (asks && !wrote || parcels.owes() || !questions.isEmpty()) {
            parcels.post(questions, asks ? parcels.token(false) : -1, false, null);
        }
        if (met) {
            give(now);
        }
    }

    /// Nothing is made while it cannot leave: by then it may have been recalled. What was made and has not left is
    /// made anew.
    private void rest(long now) {
        if (!atRest && maker.withdraw()) {
            pace.doubt(now);
            contents.withdrawn();
        }
        atRest = true;
        if (!link.isPaused() && link.status().phase() != LinkStatus.Phase.DOWN) {
            link.failed(
                    LinkProblem.LOST,
                    "no link to " + link.partner().settings().via().getFirst() + ", which carries what is for it");
        }
    }

    private void ask(long now) {
        pace.asked(now);
        if (urgent.isUnderWay()) {
            sendUrgentAnew();
        }
        unanswered++;
        if (unanswered > SILENT_AFTER && refusal == null) {
            link.failed(
                    LinkProblem.LOST,
                    "no answer by way of " + link.partner().settings().via());
        }
    }

    private void sendUrgentAnew() {
        urgent.anew(ledgers.state(key).acknowledged());
    }

    /// Parcels that had not left were taken back, because something was recalled or is held.
    synchronized void withdrawn() {
        pace.doubt(clock.millis());
        contents.withdrawn();
        sendUrgentAnew();
    }

    private void sendUrgent() throws IOException {
        while (urgent.hasRoom()) {
            var mark = marks.mark(key);
            var entries = urgent.read(ledgers, key);
            if (entries.isEmpty()) {
                return;
            }
            var token = parcels.token(true);
            if (!parcels.post(List.of(frames.advance(entries)), token, true, mark)) {
                return;
            }
            urgent.sent(entries, token);
        }
    }

    private boolean sendEntries(long now) throws IOException {
        var wrote = false;
        while (pace.hasRoom() && pace.sentUpTo() < ledgers.state(key).size()) {
            var from = pace.sentUpTo() + 1;
            var mark = marks.mark(key);
            var columns = frames.read(from);
            if (columns == null) {
                return wrote;
            }
            var token = parcels.token(false);
            if (!parcels.post(List.of(columns.frame()), token, false, mark)) {
                return wrote;
            }
            pace.sent(columns.last(), token, now);
            wrote = true;
        }
        return wrote;
    }

    /// Contents of attachments go only while no entry waits to be sent, and a few parcels at a time.
    private void give(long now) throws IOException {
        while (contents.owes(now) && pace.sentUpTo() >= ledgers.state(key).size() && maker.waiting() < MOST_LYING) {
            var mark = marks.mark(key);
            if (!parcels.post(contents.next(), -1, false, mark)) {
                return;
            }
            contents.given();
        }
    }

    /// There is something to fetch from the partner.
    synchronized void contentsWanted() {
        contents.grew(clock.millis());
    }

    /// A parcel has come from the partner; its frames have been taken in.
    synchronized void heard(int bytes, ParcelIntake.Taken taken) throws IOException {
        var now = clock.millis();
        link.heard(bytes, pace.roundTrip());
        unanswered = 0;
        parcels.owe(taken.questions());
        if (taken.problem() != null || taken.older()) {
            quarrel(taken, now);
        } else {
            taken.answers().forEach(token -> answered(token, now));
            contents.heard(taken, pace.roundTrip(), now);
        }
        if (taken.questions().isEmpty()) {
            step();
        }
    }

    private void answered(long token, long now) {
        var took = now - token / 2;
        if (token > parcels.lastToken() || token / 2 < startedAt) {
            return;
        }
        refusal = null;
        if (token % 2 == 1) {
            urgent.answered(token);
        } else {
            pace.answered(token, ledgers.state(key).acknowledged(), took, now);
        }
        if (!met) {
            met = true;
            ledgers.met(key);
            metChanged.accept(true);
        }
        link.up();
    }

    private void quarrel(ParcelIntake.Taken taken, long now) {
        var problem = taken.problem() == null ? LinkProblem.BEHIND : taken.problem();
        var detail = taken.detail() == null ? "the partner holds more of our ledger" : taken.detail();
        pace.doubt(now);
        if (!detail.startsWith(LinkSession.BY_PARTNER)) {
            parcels.bidFarewell(problem);
        }
        lose();
        link.failed(problem, detail);
    }

    /// Until the partner answers again only a question goes, ever more rarely.
    private void lose() {
        if (met) {
            met = false;
            metChanged.accept(false);
        }
    }

    /// Whether the partner waits for an answer.
    synchronized boolean owes() {
        return parcels.owes();
    }

    /// Whether the partner waits for contents of attachments.
    synchronized boolean gives() {
        return contents.owes(clock.millis());
    }

    /// What became of a parcel of ours at the first hop.
    synchronized void told(String hop, ParcelCode code) {
        switch (code) {
            case STORED -> {
                lastSent = clock.instant();
                refusal = null;
            }
            case LATER -> refusal = new Refusal(hop, code);
            case NOT_CARRIED, NO_SUCH_HOP, MALFORMED -> {
                refusal = new Refusal(hop, code);
                pace.doubt(clock.millis());
                lose();
                link.failed(LinkProblem.NOT_CARRIED, hop + ": " + code.code());
            }
        }
    }
}
