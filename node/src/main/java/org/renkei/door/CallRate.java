package org.renkei.door;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.renkei.identity.Caller;
import org.springframework.stereotype.Component;

/// How often one may call: many times at once, and a steady number a second after that; a person in all browsers
/// together, each token and each certificate by itself. The service account and the node's own parts are not counted.
@Component
class CallRate {
    /// More than any screen asks for, or a script that waits for one answer after the other.
    static final int AT_ONCE = 2_000;
    static final int A_SECOND = 250;

    private final Map<String, Bucket> callers = new ConcurrentHashMap<>();

    /// @return seconds until the next call may be made; empty when this one may
    OptionalLong take(Caller caller) {
        return switch (caller.means()) {
            case Caller.ServiceToken service -> OptionalLong.empty();
            case Caller.Part part -> OptionalLong.empty();
            case Caller.Signed signed -> take(caller.getName());
            case Caller.Token(var token, var scopes) -> take(token.toString());
            case Caller.Certificate(var certificate, var scopes) -> take(certificate.toString());
        };
    }

    /// @param caller known here already, so that there are no more counters than ways in
    OptionalLong take(String caller) {
        var taken = callers.computeIfAbsent(caller, name -> bucket()).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Duration.ofNanos(taken.getNanosToWaitForRefill()).toSeconds() + 1);
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
                .build();
    }
}
