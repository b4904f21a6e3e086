package org.renkei.kernel.ais;

/// Between two corners.
public record AisArea(AisPosition northEast, AisPosition southWest) {}
