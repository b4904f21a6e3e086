package org.renkei.door;

import static org.renkei.identity.Role.ACSA_OFFICER;
import static org.renkei.identity.Role.ADMINISTRATOR;
import static org.renkei.identity.Role.AUDITOR;
import static org.renkei.identity.Role.COORDINATION_OFFICER;
import static org.renkei.identity.Role.DESK_OFFICER;
import static org.renkei.identity.Role.FEED;
import static org.renkei.identity.Role.LIAISON;
import static org.renkei.identity.Role.OBSERVER;
import static org.renkei.identity.Role.PLANNER;
import static org.renkei.identity.Role.RELEASE_OFFICER;
import static org.renkei.identity.Role.RELIEF_OFFICER;
import static org.renkei.identity.Role.SECURITY_OFFICER;
import static org.renkei.identity.Role.WATCH_OFFICER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.renkei.door.Access.Everybody;
import org.renkei.door.Access.Having;
import org.renkei.door.Access.Recognized;
import org.renkei.door.Access.SignedIn;
import org.renkei.door.Access.WhilePublic;
import org.renkei.identity.Role;
import org.renkei.identity.Scope;
import org.springframework.http.HttpMethod;

/// Every endpoint and who may call it. A method and path without a row is refused for everybody. The same
/// table stands in docs/authorization.md.
public final class AuthorizationTable {
    private static final Set<Scope> NO_TOKEN = Set.of();
    private static final Set<Scope> READ = Set.of(Scope.READ);
    private static final Set<Scope> WRITE = Set.of(Scope.WRITE);
    private static final Set<Scope> BRING_IN = Set.of(Scope.WRITE, Scope.FEED);

    /// Those who work with records: each at the desks that are theirs, and reading at all.
    private static final Set<Role> OFFICERS = Set.of(
            WATCH_OFFICER, DESK_OFFICER, COORDINATION_OFFICER, RELIEF_OFFICER, ACSA_OFFICER, PLANNER, RELEASE_OFFICER);

    /// What tells nothing of any record.
    private static final Access GENERAL =
            new Having(Set.of(Role.values()), Set.of(Scope.READ, Scope.WRITE, Scope.FEED), false);

    /// Which records these see, and how much of each, is decided for each caller by the release engine.
    private static final Access READERS = new Having(with(SECURITY_OFFICER, LIAISON), READ, true);

    /// The same people, by a token that opens nothing else.
    private static final Access CALENDARS = new Having(with(SECURITY_OFFICER, LIAISON), Set.of(Scope.CALENDAR), true);

    /// What they read may go to a service outside: at somebody's word at a screen, and not by a script.
    private static final Access TRANSLATION = new Having(with(SECURITY_OFFICER, LIAISON), NO_TOKEN, true);

    private static final Access WRITERS = new Having(OFFICERS, WRITE, true);
    private static final Access IMPORTERS = new Having(with(FEED), BRING_IN, true);
    static final Having RELEASE = new Having(Set.of(RELEASE_OFFICER), NO_TOKEN, true);
    private static final Access REVIEWS_READ = new Having(Set.of(RELEASE_OFFICER, SECURITY_OFFICER), NO_TOKEN, true);
    private static final Access EMERGENCY = new Having(Set.of(RELEASE_OFFICER, WATCH_OFFICER), NO_TOKEN, true);
    private static final Access SECURITY = new Having(Set.of(SECURITY_OFFICER), NO_TOKEN, true);
    private static final Access POLICY = new Having(Set.of(RELEASE_OFFICER, SECURITY_OFFICER), NO_TOKEN, true);
    private static final Access POLICY_READ =
            new Having(Set.of(RELEASE_OFFICER, SECURITY_OFFICER, AUDITOR), NO_TOKEN, false);
    private static final Access STATE = new Having(
            with(SECURITY_OFFICER, ADMINISTRATOR, AUDITOR, LIAISON, FEED), Set.of(Scope.READ, Scope.FEED), false);
    private static final Access LEDGERS =
            new Having(Set.of(WATCH_OFFICER, RELEASE_OFFICER, SECURITY_OFFICER, ADMINISTRATOR, AUDITOR), READ, false);

    /// Whoever may hold a document: the answer tells nothing without the hash that stands on it.
    private static final Access PLACES =
            new Having(with(SECURITY_OFFICER, ADMINISTRATOR, AUDITOR, LIAISON), READ, false);
    private static final Access LINKS = new Having(Set.of(ADMINISTRATOR), NO_TOKEN, false);
    private static final Access MEDIA = new Having(Set.of(ADMINISTRATOR, RELEASE_OFFICER), NO_TOKEN, false);
    private static final Access KEYS = new Having(Set.of(ADMINISTRATOR), NO_TOKEN, false);
    private static final Access KEYS_WATCHED = new Having(Set.of(ADMINISTRATOR, SECURITY_OFFICER), NO_TOKEN, false);
    private static final Access WATCHING = new Having(Set.of(WATCH_OFFICER, SECURITY_OFFICER), NO_TOKEN, true);
    private static final Access WATCHING_READ = new Having(with(SECURITY_OFFICER), READ, true);
    static final Having ACSA = new Having(Set.of(WATCH_OFFICER, DESK_OFFICER, ACSA_OFFICER), WRITE, true);
    static final Having CASES =
            new Having(Set.of(WATCH_OFFICER, DESK_OFFICER, COORDINATION_OFFICER, PLANNER), WRITE, true);
    static final Having RELIEF = new Having(Set.of(WATCH_OFFICER, DESK_OFFICER, RELIEF_OFFICER, PLANNER), WRITE, true);
    private static final Access BACKUPS = new Having(Set.of(ADMINISTRATOR), NO_TOKEN, false);
    private static final Access BACKUPS_WATCHED = new Having(Set.of(ADMINISTRATOR, SECURITY_OFFICER), NO_TOKEN, false);
    private static final Access AUDIT = new Having(Set.of(AUDITOR, SECURITY_OFFICER), READ, false);
    private static final Access OPERATION = new Having(Set.of(ADMINISTRATOR), NO_TOKEN, false);
    private static final Access OPERATION_WATCHED =
            new Having(Set.of(ADMINISTRATOR, SECURITY_OFFICER), Set.of(Scope.METRICS), false);
    private static final Access PUBLIC_VIEW = new Having(Set.of(ADMINISTRATOR), NO_TOKEN, false);
    private static final Access PUBLIC_VIEW_WATCHED =
            new Having(Set.of(ADMINISTRATOR, SECURITY_OFFICER), NO_TOKEN, false);
    private static final Access BRINGERS = new Having(Set.of(FEED), Set.of(Scope.FEED), true);
    private static final Access FEEDS = new Having(Set.of(ADMINISTRATOR, WATCH_OFFICER), NO_TOKEN, false);
    private static final Access FEEDS_WATCHED =
            new Having(Set.of(ADMINISTRATOR, WATCH_OFFICER, SECURITY_OFFICER), NO_TOKEN, false);
    private static final Access REGISTER = new Having(Set.of(ADMINISTRATOR), NO_TOKEN, false);
    private static final Access REGISTER_WATCHED = new Having(Set.of(ADMINISTRATOR, SECURITY_OFFICER), NO_TOKEN, false);
    private static final Access METRICS =
            new Having(Set.of(ADMINISTRATOR, SECURITY_OFFICER, OBSERVER), Set.of(Scope.METRICS), false);
    private static final Access WITNESS = new Having(Set.of(SECURITY_OFFICER), NO_TOKEN, false);
    private static final Access PEOPLE = new Having(Set.of(ADMINISTRATOR), NO_TOKEN, false);
    private static final Access PEOPLE_WATCHED = new Having(Set.of(ADMINISTRATOR, SECURITY_OFFICER), NO_TOKEN, false);

    private static Set<Role> with(Role... others) {
        var roles = EnumSet.copyOf(OFFICERS);
        roles.addAll(List.of(others));
        return roles;
    }

    public static final List<Row> ROWS = List.of(
            new Row(GET, "/health", new Everybody()),
            new Row(GET, "/health/live", new Everybody()),
            new Row(GET, "/health/ready", new Everybody()),
            new Row(GET, "/metrics", METRICS),
            new Row(GET, "/", new Everybody()),
            new Row(GET, "/index.html", new Everybody()),
            new Row(GET, "/renkei.svg", new Everybody()),
            new Row(GET, "/assets/**", new Everybody()),
            new Row(GET, "/openapi.json", GENERAL),
            new Row(GET, "/api/v1/sign-in", new Everybody()),
            new Row(POST, "/api/v1/session", new Everybody()),
            new Row(POST, "/api/v1/session/passkey/options", new Everybody()),
            new Row(POST, "/api/v1/session/passkey", new Everybody()),
            new Row(POST, "/api/v1/session/provider", new Everybody()),
            new Row(GET, "/api/v1/session/provider", new Everybody()),
            new Row(POST, "/api/v1/session/provider/logout", new Everybody()),
            new Row(POST, "/api/v1/session/proof/options", new SignedIn()),
            new Row(POST, "/api/v1/session/proof", new SignedIn()),
            new Row(GET, "/api/v1/session", new Recognized()),
            new Row(DELETE, "/api/v1/session", new SignedIn()),
            new Row(POST, "/api/v1/invitation/open", new Everybody()),
            new Row(POST, "/api/v1/invitation", new Everybody()),
            new Row(POST, "/api/v1/invitation/passkey/options", new Everybody()),
            new Row(POST, "/api/v1/invitation/passkey", new Everybody()),
            new Row(GET, "/api/v1/account/passkeys", new SignedIn()),
            new Row(POST, "/api/v1/account/passkeys/options", new SignedIn()),
            new Row(POST, "/api/v1/account/passkeys", new SignedIn()),
            new Row(PUT, "/api/v1/account/passkeys/{id}", new SignedIn()),
            new Row(DELETE, "/api/v1/account/passkeys/{id}", new SignedIn()),
            new Row(GET, "/api/v1/account/sessions", new SignedIn()),
            new Row(DELETE, "/api/v1/account/sessions/{id}", new SignedIn()),
            new Row(GET, "/api/v1/account/tokens", new SignedIn()),
            new Row(POST, "/api/v1/account/tokens", new SignedIn()),
            new Row(DELETE, "/api/v1/account/tokens/{id}", new SignedIn()),
            new Row(GET, "/api/v1/account/certificates", new SignedIn()),
            new Row(DELETE, "/api/v1/account/certificates/{id}", new SignedIn()),
            new Row(GET, "/api/v1/account/views", new SignedIn()),
            new Row(POST, "/api/v1/account/views", new SignedIn()),
            new Row(PUT, "/api/v1/account/views/{id}", new SignedIn()),
            new Row(DELETE, "/api/v1/account/views/{id}", new SignedIn()),
            new Row(PUT, "/api/v1/account/password", new SignedIn()),
            new Row(POST, "/api/v1/account/authenticator", new SignedIn()),
            new Row(PUT, "/api/v1/account/authenticator", new SignedIn()),
            new Row(GET, "/api/v1/people", PEOPLE_WATCHED),
            new Row(POST, "/api/v1/people", PEOPLE),
            new Row(PUT, "/api/v1/people/{id}", PEOPLE),
            new Row(POST, "/api/v1/people/{id}/invitation", PEOPLE),
            new Row(GET, "/api/v1/people/{id}/sessions", PEOPLE_WATCHED),
            new Row(DELETE, "/api/v1/people/{id}/sessions", PEOPLE_WATCHED),
            new Row(DELETE, "/api/v1/people/{id}/sessions/{session}", PEOPLE_WATCHED),
            new Row(GET, "/api/v1/certificates", PEOPLE_WATCHED),
            new Row(POST, "/api/v1/people/{id}/certificates", PEOPLE),
            new Row(DELETE, "/api/v1/certificates/{id}", PEOPLE_WATCHED),
            new Row(GET, "/api/v1/node", STATE),
            new Row(GET, "/api/v1/search", READERS),
            new Row(GET, "/api/v1/stream", READERS),
            new Row(GET, "/api/v1/tracks", READERS),
            new Row(GET, "/api/v1/tracks/stream", READERS),
            new Row(GET, "/api/v1/tracks/{id}", READERS),
            new Row(GET, "/ogc", GENERAL),
            new Row(GET, "/ogc/", GENERAL),
            new Row(GET, "/ogc/conformance", GENERAL),
            new Row(GET, "/ogc/api", GENERAL),
            new Row(GET, "/ogc/collections", GENERAL),
            new Row(GET, "/ogc/collections/{collection}", GENERAL),
            new Row(GET, "/ogc/collections/{collection}/items", READERS),
            new Row(GET, "/ogc/collections/{collection}/items/{id}", READERS),
            new Row(GET, "/calendar/{language}/{name}", CALENDARS),
            new Row(GET, "/cap", READERS),
            new Row(GET, "/cap/{id}", READERS),
            new Row(GET, "/public", new WhilePublic()),
            new Row(GET, "/public/page.css", new WhilePublic()),
            new Row(GET, "/public/features.geojson", new WhilePublic()),
            new Row(GET, "/public/cap", new WhilePublic()),
            new Row(GET, "/public/cap/{id}", new WhilePublic()),
            new Row(GET, "/public/{language}", new WhilePublic()),
            new Row(GET, "/api/v1/public-view", PUBLIC_VIEW_WATCHED),
            new Row(PUT, "/api/v1/public-view", PUBLIC_VIEW),
            new Row(GET, "/api/v1/parties", GENERAL),
            new Row(GET, "/api/v1/policies", GENERAL),
            new Row(GET, "/api/v1/kinds", GENERAL),
            new Row(GET, "/api/v1/records", READERS),
            new Row(POST, "/api/v1/records", IMPORTERS),
            new Row(POST, "/api/v1/records/batch", IMPORTERS),
            new Row(GET, "/api/v1/records/{id}", READERS),
            new Row(PUT, "/api/v1/records/{id}", WRITERS),
            new Row(GET, "/api/v1/records/{id}/revisions", READERS),
            new Row(POST, "/api/v1/records/{id}/recall", WRITERS),
            new Row(GET, "/api/v1/records/{id}/release", READERS),
            new Row(POST, "/api/v1/release/preview", WRITERS),
            new Row(GET, "/api/v1/agreements", GENERAL),
            new Row(POST, "/api/v1/agreements/{id}/suspend", RELEASE),
            new Row(POST, "/api/v1/agreements/{id}/resume", RELEASE),
            new Row(POST, "/api/v1/agreements/{id}/end", RELEASE),
            new Row(GET, "/api/v1/ledgers/{party}", LEDGERS),
            new Row(GET, "/api/v1/ledgers/{party}/proof", LEDGERS),
            new Row(POST, "/api/v1/ledgers/{party}/epochs", LINKS),
            new Row(GET, "/api/v1/ledger-places", PLACES),
            new Row(POST, "/api/v1/links/{party}/pause", LINKS),
            new Row(POST, "/api/v1/links/{party}/resume", LINKS),
            new Row(GET, "/api/v1/keys", KEYS_WATCHED),
            new Row(POST, "/api/v1/keys/rotation", KEYS),
            new Row(POST, "/api/v1/keys/withdrawal", KEYS),
            new Row(POST, "/api/v1/keys/partners/{party}/revocation", KEYS),
            new Row(POST, "/api/v1/keys/partners/{party}/check", KEYS),
            new Row(POST, "/api/v1/keys/partners/{party}/card", KEYS),
            new Row(POST, "/api/v1/keys/partners/{party}/handed-over", KEYS),
            new Row(POST, "/api/v1/media", MEDIA),
            new Row(POST, "/api/v1/media/{party}", MEDIA),
            new Row(POST, "/api/v1/attachments", WRITERS),
            new Row(GET, "/api/v1/attachments/{sha256}", READERS),
            new Row(GET, "/api/v1/attachments/{sha256}/state", READERS),
            new Row(POST, "/api/v1/attachments/{sha256}/fetch", WRITERS),
            new Row(GET, "/api/v1/reviews", REVIEWS_READ),
            new Row(GET, "/api/v1/reviews/waiting", REVIEWS_READ),
            new Row(GET, "/api/v1/reviews/{id}", REVIEWS_READ),
            new Row(POST, "/api/v1/reviews/{id}/preview", REVIEWS_READ),
            new Row(POST, "/api/v1/reviews/{id}/ruling", RELEASE),
            new Row(POST, "/api/v1/reviews/rulings", RELEASE),
            new Row(POST, "/api/v1/records/{id}/emergency-release", EMERGENCY),
            new Row(POST, "/api/v1/reviews/{id}/consent-request", RELEASE),
            new Row(GET, "/api/v1/consents", REVIEWS_READ),
            new Row(POST, "/api/v1/consents/{id}/answer", RELEASE),
            new Row(GET, "/api/v1/emergencies", REVIEWS_READ),
            new Row(POST, "/api/v1/emergencies/{id}", SECURITY),
            new Row(GET, "/api/v1/records/{id}/rulings", READERS),
            new Row(POST, "/api/v1/records/{id}/rulings/{party}/lift", RELEASE),
            new Row(GET, "/api/v1/release-policy", POLICY_READ),
            new Row(POST, "/api/v1/release-policy", POLICY),
            new Row(POST, "/api/v1/release-policy/check", POLICY),
            new Row(POST, "/api/v1/release-policy/yaml", POLICY),
            new Row(POST, "/api/v1/release-policy/{version}/confirm", POLICY),
            new Row(POST, "/api/v1/release-policy/{version}/reject", POLICY),
            new Row(GET, "/api/v1/watching", WATCHING_READ),
            new Row(PUT, "/api/v1/watching", WATCHING),
            new Row(GET, "/api/v1/acsa/options", READERS),
            new Row(GET, "/api/v1/acsa/orders", READERS),
            new Row(POST, "/api/v1/acsa/orders", ACSA),
            new Row(GET, "/api/v1/acsa/orders/{id}", READERS),
            new Row(POST, "/api/v1/acsa/orders/{id}/statements", ACSA),
            new Row(GET, "/api/v1/acsa/accounts/{party}", READERS),
            new Row(GET, "/api/v1/acsa/accounts/{party}/comparison", READERS),
            new Row(POST, "/api/v1/acsa/accounts/{party}/said", ACSA),
            new Row(GET, "/api/v1/acsa/books", READERS),
            new Row(POST, "/api/v1/acsa/authorities", ACSA),
            new Row(POST, "/api/v1/acsa/authorities/{id}/end", ACSA),
            new Row(GET, "/api/v1/acsa/ceilings", READERS),
            new Row(POST, "/api/v1/acsa/ceilings", ACSA),
            new Row(POST, "/api/v1/acsa/ceilings/{id}/end", ACSA),
            new Row(GET, "/api/v1/acsa/conversion", READERS),
            new Row(GET, "/api/v1/acsa/dashboard", READERS),
            new Row(GET, "/api/v1/acsa/documents/accounts/{party}", READERS),
            new Row(GET, "/api/v1/acsa/documents/orders/{id}", READERS),
            new Row(GET, "/api/v1/acsa/measures", READERS),
            new Row(GET, "/api/v1/acsa/nettings", READERS),
            new Row(POST, "/api/v1/acsa/nettings", ACSA),
            new Row(POST, "/api/v1/acsa/nettings/{name}/confirm", ACSA),
            new Row(GET, "/api/v1/acsa/orders/{id}/drafts", READERS),
            new Row(POST, "/api/v1/acsa/orders/{id}/notice", ACSA),
            new Row(POST, "/api/v1/acsa/orders/{id}/what-if", READERS),
            new Row(GET, "/api/v1/acsa/past-orders", READERS),
            new Row(POST, "/api/v1/acsa/past-orders", ACSA),
            new Row(POST, "/api/v1/acsa/past-orders/check", ACSA),
            new Row(POST, "/api/v1/acsa/past-orders/look", ACSA),
            new Row(GET, "/api/v1/acsa/sheets/accounts/{party}", READERS),
            new Row(GET, "/api/v1/acsa/sheets/orders/{id}", READERS),
            new Row(GET, "/api/v1/acsa/sheets/past-orders", READERS),
            new Row(GET, "/api/v1/acsa/sheets/queue", READERS),
            new Row(GET, "/api/v1/acsa/rates", READERS),
            new Row(POST, "/api/v1/acsa/rates", ACSA),
            new Row(GET, "/api/v1/acsa/stock", READERS),
            new Row(POST, "/api/v1/acsa/stock/check", ACSA),
            new Row(POST, "/api/v1/acsa/stock/entries", ACSA),
            new Row(GET, "/api/v1/acsa/stock/offers", READERS),
            new Row(GET, "/api/v1/acsa/stock/orders/{id}", READERS),
            new Row(POST, "/api/v1/acsa/stock/orders/{id}", ACSA),
            new Row(POST, "/api/v1/acsa/stock/points", ACSA),
            new Row(GET, "/api/v1/acsa/unreconciled/csv", READERS),
            new Row(GET, "/api/v1/cases", READERS),
            new Row(POST, "/api/v1/cases", CASES),
            new Row(GET, "/api/v1/cases/options", READERS),
            new Row(GET, "/api/v1/cases/inbox", READERS),
            new Row(PUT, "/api/v1/cases/watch", CASES),
            new Row(GET, "/api/v1/cases/deadline", READERS),
            new Row(GET, "/api/v1/cases/{id}", READERS),
            new Row(GET, "/api/v1/cases/{id}/told", READERS),
            new Row(GET, "/api/v1/cases/{id}/replay", READERS),
            new Row(GET, "/api/v1/cases/{id}/replay/pdf", READERS),
            new Row(POST, "/api/v1/cases/{id}/statements", CASES),
            new Row(POST, "/api/v1/cases/{id}/receipts", CASES),
            new Row(POST, "/api/v1/cases/{id}/seen", READERS),
            new Row(GET, "/api/v1/commitments", READERS),
            new Row(POST, "/api/v1/commitments", CASES),
            new Row(GET, "/api/v1/commitments/options", READERS),
            new Row(GET, "/api/v1/commitments/{id}", READERS),
            new Row(POST, "/api/v1/commitments/{id}/statements", CASES),
            new Row(GET, "/api/v1/meetings", READERS),
            new Row(POST, "/api/v1/meetings", CASES),
            new Row(GET, "/api/v1/meetings/options", READERS),
            new Row(GET, "/api/v1/meetings/{id}", READERS),
            new Row(GET, "/api/v1/meetings/{id}/agenda", READERS),
            new Row(POST, "/api/v1/meetings/{id}/statements", CASES),
            new Row(GET, "/api/v1/bodies", READERS),
            new Row(GET, "/api/v1/bodies/register", REGISTER_WATCHED),
            new Row(PUT, "/api/v1/bodies/register", REGISTER),
            new Row(POST, "/api/v1/bodies/register/check", REGISTER),
            new Row(GET, "/api/v1/glossary", READERS),
            new Row(GET, "/api/v1/translation", READERS),
            new Row(POST, "/api/v1/translation", TRANSLATION),
            new Row(GET, "/api/v1/differences/{party}", READERS),
            new Row(GET, "/api/v1/overview", READERS),
            new Row(GET, "/api/v1/handover-brief", READERS),
            new Row(GET, "/api/v1/handover-brief/pdf", READERS),
            new Row(GET, "/api/v1/watch-log", READERS),
            new Row(POST, "/api/v1/watch-log", CASES),
            new Row(GET, "/api/v1/watch-log/pdf", READERS),
            new Row(GET, "/api/v1/relief/board", READERS),
            new Row(GET, "/api/v1/relief/places/{id}", READERS),
            new Row(POST, "/api/v1/relief/proposals", RELIEF),
            new Row(POST, "/api/v1/relief/assignments", RELIEF),
            new Row(GET, "/api/v1/relief/hxl", READERS),
            new Row(POST, "/api/v1/relief/hxl", RELIEF),
            new Row(GET, "/api/v1/relief/moves", READERS),
            new Row(POST, "/api/v1/relief/moves", RELIEF),
            new Row(GET, "/api/v1/relief/moves/options", READERS),
            new Row(GET, "/api/v1/relief/moves/{id}", READERS),
            new Row(POST, "/api/v1/relief/moves/{id}/statements", RELIEF),
            new Row(GET, "/api/v1/backups", BACKUPS_WATCHED),
            new Row(POST, "/api/v1/backups", BACKUPS),
            new Row(GET, "/api/v1/feeds", FEEDS_WATCHED),
            new Row(POST, "/api/v1/feeds/{id}/start", FEEDS),
            new Row(POST, "/api/v1/feeds/{id}/stop", FEEDS),
            new Row(POST, "/api/v1/feeds/{id}/messages", BRINGERS),
            new Row(GET, "/api/v1/tak", FEEDS_WATCHED),
            new Row(POST, "/api/v1/tak/clients/{id}/disconnect", FEEDS),
            new Row(GET, "/api/v1/operation", OPERATION_WATCHED),
            new Row(POST, "/api/v1/operation/jobs/{name}", OPERATION),
            new Row(GET, "/api/v1/operation/support", OPERATION),
            new Row(POST, "/api/v1/operation/support", OPERATION),
            new Row(GET, "/api/v1/audit", AUDIT),
            new Row(GET, "/api/v1/audit/checkpoint", AUDIT),
            new Row(GET, "/api/v1/audit/checkpoints", AUDIT),
            new Row(GET, "/api/v1/audit/consistency", AUDIT),
            new Row(GET, "/api/v1/audit/export", AUDIT),
            new Row(GET, "/api/v1/audit/proof", AUDIT),
            new Row(GET, "/api/v1/audit/records/{id}", AUDIT),
            new Row(GET, "/api/v1/audit/witnesses", AUDIT),
            new Row(POST, "/api/v1/audit/witnesses", AUDIT),
            new Row(POST, "/api/v1/audit/witnesses/{party}/accept", WITNESS),
            new Row(GET, "/api/v1/verification", AUDIT),
            new Row(POST, "/api/v1/verification", AUDIT));

    private AuthorizationTable() {}

    /// One endpoint; `path` is a pattern of Spring's.
    public record Row(HttpMethod method, String path, Access access) {
        public String name() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
