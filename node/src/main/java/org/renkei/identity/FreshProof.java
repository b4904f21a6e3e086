package org.renkei.identity;

import java.time.Clock;
import java.time.Duration;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.stereotype.Component;

/// What a session may do only shortly after its person has proven who they are: change who may come in, and with what.
/// Signing in is such a proof.
@Component
public class FreshProof {
    static final Duration HOLDS = Duration.ofMinutes(10);

    private final Sessions sessions;
    private final Clock clock;

    FreshProof(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /// @throws Problem when the caller has to prove it again
    public void demand(Caller caller) {
        if (caller.means() instanceof Caller.Signed(var id)) {
            var now = clock.instant();
            var proven = sessions.find(id, now)
                    .filter(session -> session.proven().plus(HOLDS).isAfter(now));
            if (proven.isEmpty()) {
                throw new Problem(
                        Category.PROOF_NEEDED,
                        "Prove again who you are: the last time was more than 10 minutes ago",
                        "本人確認をもう一度行ってください（前回から 10 分以上たっています）");
            }
        }
    }
}
