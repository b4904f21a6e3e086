package org.renkei.settings;

import org.jspecify.annotations.Nullable;
import org.renkei.settings.NodeSettings.Endpoint;
import org.renkei.settings.NodeSettings.Tls;

/// Where TAK clients connect: always by TLS, always with a certificate.
///
/// @param tls certificate chain and key that the node shows
/// @param feed the feed that takes what clients send; null where nothing is taken
/// @param clients how many may be connected at once
public record TakSettings(
        Endpoint endpoint, Tls tls, @Nullable String feed, int clients) {}
