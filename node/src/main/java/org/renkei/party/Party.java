package org.renkei.party;

/// A nation (ISO 3166-1 alpha-3) or an organisation, with its names.
public record Party(String code, String nameEn, String nameJa, boolean organisation) {}
