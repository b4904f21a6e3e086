package org.renkei.folds;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The records of one kind, by subject, that a person has not opened; whether they may be seen at all is not
/// asked here.
public record Unseen(Map<UUID, Set<UUID>> bySubject) {
    public Set<UUID> in(UUID subject) {
        return bySubject.getOrDefault(subject, Set.of());
    }
}
