package org.renkei.publication;

/// How many of each are public. Nothing else is counted.
public record PublicCounts(int places, int shelters, int alerts, int hazards, int needs) {}
