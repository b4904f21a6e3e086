package org.renkei.kernel.ais;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Where a ship is and how it moves, in all reports that say so.
///
/// @param accurate better than 10 m
/// @param speed knots over ground; 102.2 (of an aircraft 1022) stands for that or more
/// @param course degrees over ground, 0 to less than 360
/// @param heading degrees, true, 0 to 359
/// @param second of the minute; 60 not available, 61 to 63 how the position was made
public record AisMovement(
        Optional<AisPosition> position,
        boolean accurate,
        boolean raim,
        OptionalDouble speed,
        OptionalDouble course,
        OptionalInt heading,
        int second) {}
