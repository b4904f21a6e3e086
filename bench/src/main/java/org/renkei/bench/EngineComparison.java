package org.renkei.bench;

import java.util.List;
import java.util.Set;
import org.renkei.kernel.release.ReleaseDecision;

/// Whether all engines answer every request alike, and how many they permit.
record EngineComparison(int requests, int permits, int differences) {

    static EngineComparison of(ReleaseWorkload workload) {
        var accumulo = new AccumuloPeer(workload);
        var authzForce = new AuthzForcePeer(workload);
        var decision = new ReleaseDecision(workload.rulebook);
        int permits = 0;
        int differences = 0;
        for (int i = 0; i < ReleaseWorkload.REQUESTS; i++) {
            boolean ours = workload.failures(i) == 0;
            boolean explained = decision.decide(
                            workload.labels.get(workload.label[i]),
                            List.of(),
                            ReleaseWorkload.ORIGIN,
                            workload.compiledRecipients[workload.recipient[i]],
                            ReleaseWorkload.DAYS.get(workload.day[i]),
                            Set.of())
                    .leaves();
            boolean same = ours == explained
                    && ours == accumulo.permitsText(i)
                    && ours == accumulo.permitsParsed(i)
                    && ours == authzForce.permits(i);
            permits += ours ? 1 : 0;
            differences += same ? 0 : 1;
        }
        return new EngineComparison(ReleaseWorkload.REQUESTS, permits, differences);
    }

    double permitted() {
        return (double) permits / requests;
    }
}
