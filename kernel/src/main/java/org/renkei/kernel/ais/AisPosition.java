package org.renkei.kernel.ais;

/// Degrees WGS 84, north and east positive.
public record AisPosition(double latitude, double longitude) {}
