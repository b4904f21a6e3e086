package org.renkei.sight;

import java.util.List;

/// The routes whose answer about what is hidden must take no other time than about what is not there: every GET of the
/// table that names one thing of records, and what searches for words.
final class TimingRoutes {
    private TimingRoutes() {}

    /// @param name as it is printed
    /// @param path as the table has it
    /// @param query what follows it, with `%s` where it names the thing
    /// @param thing what [Planted] calls the thing that is named, or `content` of a file, a `word` in
    /// it or a `party`
    record Kind(String name, String path, String query, String thing) {
        /// With a place for the id, the digest, the party or the word.
        String format() {
            return path.replace("{collection}", "place-status").replaceAll("\\{(id|sha256|party)}", "%s") + query;
        }
    }

    /// Asked for by somebody of the own nation who is not cleared for it.
    static final List<Kind> OF_A_CLERK = List.of(
            new Kind("record", "/api/v1/records/{id}", "", "record"),
            new Kind("revisions", "/api/v1/records/{id}/revisions", "", "record"),
            new Kind("release", "/api/v1/records/{id}/release", "", "record"),
            new Kind("rulings", "/api/v1/records/{id}/rulings", "", "record"),
            new Kind("trail", "/api/v1/audit/records/{id}", "", "record"),
            new Kind("audit", "/api/v1/audit", "?record=%s", "record"),
            new Kind("attachment", "/api/v1/attachments/{sha256}", "", "content"),
            new Kind("attachment state", "/api/v1/attachments/{sha256}/state", "", "content"),
            new Kind("list", "/api/v1/records", "?text=%s", "word"),
            new Kind("search", "/api/v1/search", "?text=%s", "word"),
            new Kind("watch log", "/api/v1/watch-log", "?words=%s", "word"));

    /// Asked for by a liaison of a nation that it was not told to.
    static final List<Kind> OF_A_LIAISON = List.of(
            new Kind("order", "/api/v1/acsa/orders/{id}", "", "order"),
            new Kind("order on paper", "/api/v1/acsa/documents/orders/{id}", "", "order"),
            new Kind("order as sheet", "/api/v1/acsa/sheets/orders/{id}", "?form=csv", "order"),
            new Kind("letters of order", "/api/v1/acsa/orders/{id}/drafts", "", "order"),
            new Kind("stock of order", "/api/v1/acsa/stock/orders/{id}", "", "order"),
            new Kind("account", "/api/v1/acsa/accounts/{party}", "PERIOD", "party"),
            new Kind("comparison", "/api/v1/acsa/accounts/{party}/comparison", "PERIOD", "party"),
            new Kind("account on paper", "/api/v1/acsa/documents/accounts/{party}", "PERIOD", "party"),
            new Kind("account as sheet", "/api/v1/acsa/sheets/accounts/{party}", "PERIOD&form=csv", "party"),
            new Kind("case", "/api/v1/cases/{id}", "", "case"),
            new Kind("case as told", "/api/v1/cases/{id}/told", "?to=USA&until=NOW", "case"),
            new Kind("replay", "/api/v1/cases/{id}/replay", "", "case"),
            new Kind("after-action", "/api/v1/cases/{id}/replay/pdf", "", "case"),
            new Kind("difference", "/api/v1/differences/{party}", "", "party"),
            new Kind("commitment", "/api/v1/commitments/{id}", "", "commitment"),
            new Kind("meeting", "/api/v1/meetings/{id}", "", "meeting"),
            new Kind("agenda", "/api/v1/meetings/{id}/agenda", "", "meeting"),
            new Kind("move", "/api/v1/relief/moves/{id}", "", "move"),
            new Kind("place", "/api/v1/relief/places/{id}", "", "from"),
            new Kind("damage", "/api/v1/records/{id}", "", "damage"),
            new Kind("feature", "/ogc/collections/{collection}/items/{id}", "", "from"),
            new Kind("alert as CAP", "/cap/{id}", "", "alert"));
}
