package org.renkei.identity.passkey;

/// Where passkeys are made and used.
///
/// @param origin such as `https://renkei.example:8443`
/// @param domain its host
public record Place(String origin, String domain) {}
