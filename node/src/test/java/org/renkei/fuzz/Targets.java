package org.renkei.fuzz;

import java.util.ArrayList;
import java.util.List;

/// Every parser of what comes from outside.
final class Targets {
    private Targets() {}

    static List<Target> all() {
        var all = new ArrayList<Target>();
        all.addAll(KernelTargets.all());
        all.addAll(FeedTargets.all());
        all.addAll(ReceiverTargets.all());
        all.addAll(NodeTargets.all());
        all.addAll(DoorTargets.all());
        return all;
    }
}
