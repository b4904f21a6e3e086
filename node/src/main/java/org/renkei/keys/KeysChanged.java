package org.renkei.keys;

/// This node has new keys: what was copied before does not hold them.
public record KeysChanged(String actor) {}
