package org.renkei.kernel.track;

/// A place where an object was: degrees, and epoch milliseconds.
public record Whereabouts(long at, double latitude, double longitude) {}
