package org.renkei.identity;

import java.util.List;
import org.springframework.http.HttpMethod;

/// Every endpoint and who may call it. A method and path without a row is refused for everybody.
public final class AuthorizationTable {
    public static final List<Row> ROWS = List.of(
            new Row(HttpMethod.GET, "/health", Role.ANYBODY),
            new Row(HttpMethod.GET, "/", Role.ANYBODY),
            new Row(HttpMethod.GET, "/index.html", Role.ANYBODY),
            new Row(HttpMethod.GET, "/renkei.svg", Role.ANYBODY),
            new Row(HttpMethod.GET, "/assets/**", Role.ANYBODY),
            new Row(HttpMethod.GET, "/openapi.json", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/node", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/stream", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/parties", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/policies", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/kinds", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/records", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/records", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/records/batch", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/records/{id}", Role.ADMINISTRATOR),
            new Row(HttpMethod.PUT, "/api/v1/records/{id}", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/records/{id}/revisions", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/records/{id}/recall", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/records/{id}/release", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/release/preview", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/agreements", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/agreements/{id}/suspend", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/agreements/{id}/resume", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/agreements/{id}/end", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/ledgers/{party}", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/ledgers/{party}/proof", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/links/{party}/pause", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/links/{party}/resume", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/media", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/media/{party}", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/attachments", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/attachments/{sha256}", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/attachments/{sha256}/state", Role.ADMINISTRATOR),
            new Row(HttpMethod.POST, "/api/v1/attachments/{sha256}/fetch", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/audit", Role.ADMINISTRATOR),
            new Row(HttpMethod.GET, "/api/v1/audit/checkpoint", Role.ADMINISTRATOR));

    private AuthorizationTable() {}

    public enum Role {
        /// Without a token.
        ANYBODY,
        /// With the node's administrator token.
        ADMINISTRATOR
    }

    /// One endpoint; `path` is a pattern of Spring's.
    public record Row(HttpMethod method, String path, Role role) {}
}
