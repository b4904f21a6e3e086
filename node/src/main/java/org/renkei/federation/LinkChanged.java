package org.renkei.federation;

/// The state of the link to a party has changed, or what it has confirmed.
public record LinkChanged(String party) {}
