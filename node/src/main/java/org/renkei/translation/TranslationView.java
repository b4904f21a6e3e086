package org.renkei.translation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether there is machine translation here, and who would read what is given to it.
///
/// @param on whether a text may be given to it today
/// @param service name of its host; null where there is none, as all that follows
/// @param party as whose part it counts
/// @param clearance the highest classification that it is given
/// @param until the last day on which it is given anything
/// @param characters the longest text, in UTF-16 units
public record TranslationView(
        boolean on,
        @Nullable String service,
        @Nullable String model,
        @Nullable String party,
        @Nullable String clearance,
        @Nullable LocalDate until,
        int characters) {}
