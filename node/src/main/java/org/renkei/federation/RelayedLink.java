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

    private final Link link;
    private final String key;
    private final Ledgers ledgers;
    private final ParcelWriter parcels;
    private final ParcelMaker maker;
    private final Clock clock;
    private final Consumer<Boolean> metChanged;
    private final long startedAt;
    private RelayPace pace;
    private final RelayRecovery recovery = new RelayRecovery();
    private final BulkParcels bulk;
    private final UrgentParcels urgent;
    private final RelayedContents contents;
    private boolean met;
    private boolean atRest;
    private int unanswered;
    private volatile @Nullable Instant lastSent;
    private volatile @Nullable Refusal refusal;

    /// Somebody on the way does not take our parcels.
    record Refusal(String hop, ParcelCode code) {}

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
        this.parcels = new ParcelWriter(frames, maker, clock);
        this.contents = contents;
        this.maker = maker;
        this.clock = clock;
        this.metChanged = metChanged;
        this.startedAt = clock.millis();
        var confirmed = ledgers.state(key).acknowledged();
        this.pace = new RelayPace(confirmed, startedAt);
        this.bulk = new BulkParcels(key, ledgers, marks, frames);
        this.urgent = new UrgentParcels(key, ledgers, marks, frames, confirmed);
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
        pace.confirm(confirmed());
        var asks = pace.isDue(now) || atRest;
        atRest = false;
        if (asks) {
            ask(now);
        }
        var wrote = false;
        if (met) {
            urgent.send(parcels);
            wrote = bulk.send(pace, parcels, now);
        }
        var questions = met ? contents.questions(now) : List.<LinkFrame>of();
        if (asks && !wrote || parcels.owes() || !questions.isEmpty()) {
            parcels.post(questions, asks ? parcels.token(false) : -1, false, null);
        }
        if (met) {
            contents.give(parcels, maker, () -> bulk.isSent(pace), now);
        }
    }

    private long confirmed() {
        return recovery.confirmed(ledgers.state(key).acknowledged());
    }

    /// What the partner has given back of our ledger, after this node was restored from an older copy.
    List<LinkFrame> cameBack() {
        return recovery.cameBack();
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
        urgent.anew(confirmed());
    }

    /// Parcels that had not left were taken back, because something was recalled or is held.
    synchronized void withdrawn() {
        pace.doubt(clock.millis());
        contents.withdrawn();
        sendUrgentAnew();
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
        var recovering = taken.recovering();
        if (taken.problem() != null || recovering.older() && !recovering.possible()) {
            recovery.reset();
            quarrel(taken, now);
        } else if (recovering.older()) {
            recover(taken, now);
        } else {
            meet(taken, now);
            taken.answers().forEach(token -> answered(token, now));
            contents.heard(taken, pace.roundTrip(), now);
        }
        if (!recovering.givenBack().isEmpty()) {
            parcels.post(recovering.givenBack(), -1, false, null);
        }
        if (taken.questions().isEmpty()) {
            step();
        }
    }

    /// The partner holds more of our ledger than this node: nothing of it leaves until that has come back.
    private void recover(ParcelIntake.Taken taken, long now) throws IOException {
        lose();
        pace.doubt(now);
        link.failed(LinkProblem.BEHIND, "the partner holds more of our ledger and gives it back");
        var questions = recovery.ask(taken);
        if (!questions.isEmpty()) {
            parcels.post(questions, -1, false, null);
        }
    }

    /// One of the two may have been restored from an older copy: what it lost goes again.
    private void meet(ParcelIntake.Taken taken, long now) {
        var held = taken.recovering().held();
        var acknowledged = ledgers.state(key).acknowledged();
        if (taken.recovering().adopted()) {
            recovery.reset();
            beginAnew(now);
        } else if (recovery.setsBack(held, acknowledged, !taken.answers().isEmpty())) {
            beginAnew(now);
        } else if (held < acknowledged && pace.underWay() == 0) {
            pace.doubt(now);
        }
    }

    private void beginAnew(long now) {
        pace = new RelayPace(confirmed(), now);
        sendUrgentAnew();
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
            pace.answered(token, confirmed(), took, now);
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
