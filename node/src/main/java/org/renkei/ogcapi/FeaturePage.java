package org.renkei.ogcapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some features of a collection.
///
/// @param matched how many there are in all; null where counting them would mean reading them all
/// @param more whether there are more behind the last
public record FeaturePage(List<Feature> features, @Nullable Long matched, boolean more) {}
