package org.renkei.release;

import java.util.List;
import java.util.UUID;

/// What was stored and who gets what of it; decisions of linked partners first, then every other party's.
public record Stored(UUID id, int revision, String banner, List<DecisionView> decisions) {}
