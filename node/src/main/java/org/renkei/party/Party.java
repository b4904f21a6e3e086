package org.renkei.party;

/// A nation (ISO 3166-1 alpha-3) or an organisation, with its names; or one node of it that is decided for by itself,
/// such as a site of the own nation: then the code is the node's name.
public record Party(String code, String nameEn, String nameJa, boolean organisation) {
    public boolean isSite() {
        return code.contains("/");
    }
}
