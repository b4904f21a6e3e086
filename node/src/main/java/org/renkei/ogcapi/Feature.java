package org.renkei.ogcapi;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One thing on the earth as one caller may see it.
///
/// @param label of what is told here; it stands in every form in which the feature leaves
/// @param longitude degrees of WGS 84, of the place that stands for the whole
/// @param geometry GeoJSON in degrees of WGS 84, longitude first
/// @param time when it was so; null where it does not say
/// @param properties values are text, numbers, booleans, or JSON of its own
public record Feature(
        UUID id,
        String label,
        double longitude,
        double latitude,
        JsonNode geometry,
        @Nullable Instant time,
        Map<String, Object> properties) {}
