package org.renkei.witness;

/// Somebody wants partners to look at this node's audit log now.
public record CosigningWanted() {}
