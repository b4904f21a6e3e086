package org.renkei.bench;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;
import org.ow2.authzforce.core.pdp.api.DecisionRequest;
import org.renkei.kernel.ledger.LeafHasher;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.release.Explainer;
import org.renkei.kernel.release.Reason;
import org.renkei.kernel.release.ReasonText;
import org.renkei.kernel.release.ReleaseDecision;

/// Each method decides all requests of the workload once, in one thread.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
@OperationsPerInvocation(ReleaseWorkload.REQUESTS)
public class ReleaseBenchmark {
    private static final long MICROS = 1_460_737_506_000_000L;

    /// Our side.
    @State(Scope.Thread)
    public static class Ours {
        final ReleaseWorkload workload = new ReleaseWorkload();
        final ReleaseDecision decision = new ReleaseDecision(workload.rulebook);
        final MerkleTree factLog = new MerkleTree();
        final Explainer explainer = new Explainer(this::enter);

        private long enter(byte[] fact) {
            factLog.append(fact);
            return factLog.size() - 1;
        }
    }

    /// accumulo-access.
    @State(Scope.Thread)
    public static class Accumulo {
        final AccumuloPeer peer = new AccumuloPeer(new ReleaseWorkload());
    }

    /// AuthzForce, with its requests also made beforehand.
    @State(Scope.Thread)
    public static class AuthzForce {
        final AuthzForcePeer peer = new AuthzForcePeer(new ReleaseWorkload());
        final DecisionRequest[] requests = new DecisionRequest[ReleaseWorkload.REQUESTS];

        public AuthzForce() {
            for (int i = 0; i < requests.length; i++) {
                requests[i] = peer.request(i);
            }
        }
    }

    /// The set of all failed rules, the agreement resolved for the day.
    @Benchmark
    public long decision(Ours ours) {
        long all = 0;
        for (int i = 0; i < ReleaseWorkload.REQUESTS; i++) {
            all += ours.workload.failures(i);
        }
        return all;
    }

    /// The same, and the explanation with every rule and the facts used.
    @Benchmark
    public long explained(Ours ours) {
        ReleaseWorkload workload = ours.workload;
        long all = 0;
        for (int i = 0; i < ReleaseWorkload.REQUESTS; i++) {
            var label = workload.compiledLabels[workload.label[i]];
            var recipient = workload.compiledRecipients[workload.recipient[i]];
            int day = workload.epochDay(i);
            all += ours.explainer.explain(label, recipient, day, workload.rulebook.failures(label, recipient, day));
        }
        return all;
    }

    /// The same, and the leaf hash for the audit log.
    @Benchmark
    public void audited(Ours ours, Blackhole blackhole) {
        ReleaseWorkload workload = ours.workload;
        for (int i = 0; i < ReleaseWorkload.REQUESTS; i++) {
            var label = workload.compiledLabels[workload.label[i]];
            var recipient = workload.compiledRecipients[workload.recipient[i]];
            int day = workload.epochDay(i);
            int failures = workload.rulebook.failures(label, recipient, day);
            blackhole.consume(ours.explainer.explain(label, recipient, day, failures));
            blackhole.consume(ours.explainer.leaf(MICROS + i, label, recipient, day, failures));
        }
    }

    /// What the record desk does: one decision object with its list of reasons, each put into words.
    @Benchmark
    public void worded(Ours ours, Blackhole blackhole) {
        ReleaseWorkload workload = ours.workload;
        for (int i = 0; i < ReleaseWorkload.REQUESTS; i++) {
            List<Reason> reasons = ours.decision
                    .decide(
                            workload.labels.get(workload.label[i]),
                            List.of(),
                            ReleaseWorkload.ORIGIN,
                            workload.compiledRecipients[workload.recipient[i]],
                            ReleaseWorkload.DAYS.get(workload.day[i]),
                            Set.of())
                    .reasons();
            for (Reason reason : reasons) {
                blackhole.consume(ReasonText.of(reason, Locale.ENGLISH));
            }
        }
    }

    /// SHA-256 alone, of as many bytes as a leaf has: the floor under every audited figure.
    @Benchmark
    public void leafHashAlone(Blackhole blackhole) {
        byte[] bytes = new byte[32];
        var hasher = new LeafHasher();
        for (int i = 0; i < ReleaseWorkload.REQUESTS; i++) {
            bytes[i & 31]++;
            blackhole.consume(hasher.hash(bytes, bytes.length));
        }
    }

    @Benchmark
    public int accumuloText(Accumulo accumulo) {
        int permits = 0;
        for (int i = 0; i < ReleaseWorkload.REQUESTS; i++) {
            permits += accumulo.peer.permitsText(i) ? 1 : 0;
        }
        return permits;
    }

    @Benchmark
    public int accumuloExpression(Accumulo accumulo) {
        int permits = 0;
        for (int i = 0; i < ReleaseWorkload.REQUESTS; i++) {
            permits += accumulo.peer.permitsParsed(i) ? 1 : 0;
        }
        return permits;
    }

    @Benchmark
    public int authzForce(AuthzForce authzForce) {
        int permits = 0;
        for (int i = 0; i < ReleaseWorkload.REQUESTS; i++) {
            permits += authzForce.peer.permits(i) ? 1 : 0;
        }
        return permits;
    }

    @Benchmark
    public int authzForceRequestsMade(AuthzForce authzForce) {
        int permits = 0;
        for (DecisionRequest request : authzForce.requests) {
            permits += authzForce.peer.permits(request) ? 1 : 0;
        }
        return permits;
    }
}
