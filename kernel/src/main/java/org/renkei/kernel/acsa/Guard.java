package org.renkei.kernel.acsa;

import java.util.ArrayList;
import java.util.List;

/// Collects all that speaks against one statement.
final class Guard {
    private final List<Objection> objections = new ArrayList<>();

    /// @return whether it holds
    boolean must(boolean holds, String at, String english, String japanese) {
        if (!holds) {
            objections.add(new Objection(at, english, japanese));
        }
        return holds;
    }

    boolean passed() {
        return objections.isEmpty();
    }

    List<Objection> objections() {
        return List.copyOf(objections);
    }
}
