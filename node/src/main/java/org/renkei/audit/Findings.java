package org.renkei.audit;

import java.util.ArrayList;
import java.util.List;

/// What a check has found so far. The first hundred of each log are kept, of the others only how many.
public final class Findings {
    private static final int KEPT = 100;

    private final List<Finding> kept = new ArrayList<>();
    private long more;

    public void add(Finding finding) {
        if (kept.size() < KEPT) {
            kept.add(finding);
        } else {
            more++;
        }
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }

    public List<Finding> list() {
        return List.copyOf(kept);
    }

    /// How many there are beyond those of the list.
    public long more() {
        return more;
    }
}
