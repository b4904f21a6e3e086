package org.renkei.release.web;

import org.renkei.identity.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Who a draft is by: a person writes under their own name, whatever the draft says. Only the service account
/// speaks for the office that the draft names.
final class Authorship {
    private Authorship() {}

    static JsonNode of(JsonNode draft, Caller caller) {
        var person = caller.person();
        return person != null && draft instanceof ObjectNode object
                ? object.deepCopy().put("author", person.author())
                : draft;
    }
}
