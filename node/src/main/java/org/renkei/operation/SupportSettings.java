package org.renkei.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renkei.settings.NodeSettings;

/// Of the settings what may leave the node: whether something is set and how much, no address, path, name
/// or secret.
final class SupportSettings {
    private SupportSettings() {}

    static Map<String, Object> of(NodeSettings settings) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("node", settings.node().toString());
        shown.put("exercise", settings.exercise());
        shown.put("api.port", settings.api().port());
        shown.put("api.tls", settings.apiTls() != null);
        var tls = settings.apiTls();
        shown.put("api.tls.client-certificates", tls != null && tls.clientCertificates());
        shown.put("api.url", settings.apiUrl() != null);
        shown.put("review.author-approves", settings.authorApproves());
        shown.put("sign-in.passwords", settings.signIn().passwords());
        shown.put("sign-in.provider", settings.signIn().provider() != null);
        shown.put("link.port", settings.link().port());
        shown.put("link.transports", settings.transports().stream().sorted().toList());
        shown.put("attachments.max-bytes", settings.attachmentBytes());
        shown.put("picture.kept-days", settings.picture().keptDays());
        shown.put("agreements", settings.agreements() != null);
        shown.put("database", settings.database() == null ? "own" : "external");
        var backup = settings.backup();
        shown.put("backup", backup == null ? "none" : Map.of("hours", backup.hours(), "keep", backup.keep()));
        shown.put(
                "feeds",
                settings.feeds().stream()
                        .map(feed -> feed.kind().text())
                        .sorted()
                        .toList());
        shown.put("translation", settings.translation() != null);
        shown.put(
                "partners",
                settings.partners().stream().map(SupportSettings::partner).toList());
        return shown;
    }

    private static Map<String, Object> partner(NodeSettings.Partner partner) {
        var transports = partner.transports();
        return Map.of(
                "dial",
                partner.dial() != null,
                "transports",
                transports == null ? List.of() : transports.stream().sorted().toList(),
                "via",
                partner.via().size(),
                "relay",
                partner.carries() != null);
    }
}
