package org.renkei.ogcapi.web;

import java.util.UUID;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Links of a page, to addresses as the caller knows this node.
final class Links {
    private final ArrayNode links;

    Links(ObjectNode page) {
        this.links = page.putArray("links");
    }

    static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + path;
    }

    Links add(String relation, String path, String mediaType) {
        return put(relation, address(path), mediaType);
    }

    /// To what was asked for.
    Links addThis(String relation, String mediaType) {
        return put(
                relation,
                ServletUriComponentsBuilder.fromCurrentRequest().build().toUriString(),
                mediaType);
    }

    /// The same question, from behind this feature on.
    Links addAfter(UUID last, String mediaType) {
        var next = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("after", last)
                .build()
                .toUriString();
        return put("next", next, mediaType);
    }

    private Links put(String relation, String address, String mediaType) {
        links.addObject().put("rel", relation).put("href", address).put("type", mediaType);
        return this;
    }
}
