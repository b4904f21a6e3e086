package org.renkei.party;

/// An agreement has a new version.
public record AgreementChanged(String id) {}
