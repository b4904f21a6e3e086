package org.renkei.folds;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that was taken back.
///
/// @param at when that became known here
/// @param part what it said; null where nothing of it is left, as it is with what another nation took back
public record Gone<S>(
        UUID record, String party, Instant at, @Nullable Part<S> part) {}
