package org.renkei.kernel.adsb;

/// Degrees WGS 84, north and east positive.
public record AircraftPosition(double latitude, double longitude) {}
