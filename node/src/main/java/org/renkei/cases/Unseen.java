package org.renkei.cases;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The statements, by case, that a person has not seen; of others as well as of the own nation.
record Unseen(Map<UUID, Set<UUID>> byCase) {
    Set<UUID> in(UUID id) {
        return byCase.getOrDefault(id, Set.of());
    }
}
