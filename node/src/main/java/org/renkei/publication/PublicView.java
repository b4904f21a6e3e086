package org.renkei.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.door.PublicDoor;
import org.renkei.identity.Caller;
import org.renkei.identity.FreshProof;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.publication.Turns.Turn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// The switch of the public view: who opened it, why, and what is public whether it is open or not.
@Service
public class PublicView {
    private static final int LONGEST_REASON = 500;

    /// How long another process of this node may not know yet that it was closed.
    private static final Duration LOOKS = Duration.ofSeconds(1);

    private final Turns turns;
    private final Published published;
    private final FreshProof proof;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AtomicReference<@Nullable Looked> looked = new AtomicReference<>();

    PublicView(
            Turns turns,
            Published published,
            FreshProof proof,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock,
            PublicDoor door) {
        this.turns = turns;
        this.events = events;
        this.published = published;
        this.proof = proof;
        this.audit = audit;
        this.clock = clock;
        door.follow(this::isOpen);
    }

    private record Looked(boolean open, Instant at) {}

    /// A switch was turned here.
    record Turned() {}

    /// How it stands.
    ///
    /// @param since null where it was never turned
    /// @param counts of what is real; nobody sees it while it is closed
    /// @param exercise the same of exercises
    public record Standing(
            boolean open,
            @Nullable Instant since,
            @Nullable String by,
            @Nullable String reason,
            PublicCounts counts,
            PublicCounts exercise) {}

    /// Answered from memory for a moment, so that a crowd costs nothing. A switch that cannot be read is
    /// closed.
    boolean isOpen() {
        var now = clock.instant();
        var known = looked.get();
        if (known == null || Duration.between(known.at(), now).abs().compareTo(LOOKS) > 0) {
            known = new Looked(readOpen(), now);
            looked.set(known);
        }
        return known.open();
    }

    private boolean readOpen() {
        try {
            return turns.newest().map(Turn::open).orElse(false);
        } catch (DataAccessException e) {
            return false;
        }
    }

    public Standing standing() {
        var counts = published.counts();
        var turn = turns.newest().orElse(null);
        return turn == null
                ? new Standing(false, null, null, null, counts.getFirst(), counts.getLast())
                : new Standing(turn.open(), turn.at(), turn.by(), turn.reason(), counts.getFirst(), counts.getLast());
    }

    /// Opens or closes it for everybody who can reach this node.
    ///
    /// @throws Problem without a reason, when it stands so already, or when who opens has to prove anew who
    /// it is
    @Transactional
    public void turn(boolean open, String reason, Caller caller) {
        if (open) {
            proof.demand(caller);
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.refused(List.of(new FieldError(
                    "/reason",
                    "a reason of 1 to " + LONGEST_REASON + " characters",
                    "1〜" + LONGEST_REASON + " 文字の理由")));
        }
        if (turns.newest().map(Turn::open).orElse(false) == open) {
            throw new Problem(
                    Category.CONFLICT,
                    "the public view is " + (open ? "open" : "closed") + " already",
                    "公開画面は既に" + (open ? "公開中" : "停止中") + "です");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        turns.add(new Turn(open, now, caller.getName(), reason.strip()));
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                open ? "public-view-opened" : "public-view-closed",
                null,
                null,
                Map.of("reason", reason.strip()))));
        events.publishEvent(new Turned());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(Turned turned) {
        looked.set(null);
    }
}
