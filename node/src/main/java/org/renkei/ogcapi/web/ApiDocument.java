package org.renkei.ogcapi.web;

import java.util.List;
import org.renkei.ogcapi.FeatureCollections;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI 3.0 document of the features, with a path for each collection, as clients and test suites look for it.
final class ApiDocument {
    private final ObjectNode document;
    private final ObjectNode paths;

    private ApiDocument(JsonMapper json, String server) {
        document = json.createObjectNode().put("openapi", "3.0.3");
        document.putObject("info")
                .put("title", "Renkei: OGC API - Features")
                .put("version", "1.0.0")
                .put("description", "What moves and located records, as far as the caller may see them.");
        document.putArray("servers").addObject().put("url", server);
        paths = document.putObject("paths");
    }

    static ObjectNode write(JsonMapper json, String server, List<FeatureCollections.Collection> collections) {
        var api = new ApiDocument(json, server);
        api.path("/", "getLandingPage", "Landing page", "application/json");
        api.path("/conformance", "getConformance", "Conformance classes", "application/json");
        api.path("/api", "getApi", "This document", "application/vnd.oai.openapi+json;version=3.0");
        api.path("/collections", "listCollections", "Collections", "application/json");
        var each = api.path("/collections/{collectionId}", "getCollection", "One collection", "application/json");
        api.inPath(each, "collectionId", collections);
        var items = api.path("/collections/{collectionId}/items", "listItems", "Features", "application/geo+json");
        api.inPath(items, "collectionId", collections);
        api.questions(items);
        var item = api.path(
                "/collections/{collectionId}/items/{featureId}", "getItem", "One feature", "application/geo+json");
        api.inPath(item, "collectionId", collections);
        item.addObject()
                .put("name", "featureId")
                .put("in", "path")
                .put("required", true)
                .putObject("schema")
                .put("type", "string")
                .put("format", "uuid");
        api.text(item, "crs", "The system of the coordinates that are given");
        api.text(item, "at", "Only of tracks: the picture of that time");
        return api.document;
    }

    /// @return its parameters
    private ArrayNode path(String path, String id, String summary, String mediaType) {
        var get = paths.putObject(path).putObject("get").put("operationId", id).put("summary", summary);
        var parameters = get.putArray("parameters");
        text(parameters, "f", "The form: json, of items also csv, kml and gpkg");
        var responses = get.putObject("responses");
        responses
                .putObject("200")
                .put("description", summary)
                .putObject("content")
                .putObject(mediaType)
                .putObject("schema")
                .put("type", "object");
        responses.putObject("400").put("description", "A parameter that is not there, or not readable");
        responses.putObject("401").put("description", "Nobody is signed in");
        return parameters;
    }

    private void inPath(ArrayNode parameters, String name, List<FeatureCollections.Collection> collections) {
        var schema = parameters
                .addObject()
                .put("name", name)
                .put("in", "path")
                .put("required", true)
                .putObject("schema")
                .put("type", "string");
        var values = schema.putArray("enum");
        collections.forEach(one -> values.add(one.id()));
    }

    private void questions(ArrayNode parameters) {
        var limit = query(parameters, "limit", "How many features at most").putObject("schema");
        limit.put("type", "integer")
                .put("minimum", 1)
                .put("maximum", QueryReader.MOST)
                .put("default", QueryReader.USUAL);
        var box = query(parameters, "bbox", "Lower left and upper right corner")
                .put("style", "form")
                .put("explode", false)
                .putObject("schema");
        box.put("type", "array")
                .put("minItems", 4)
                .put("maxItems", 6)
                .putObject("items")
                .put("type", "number");
        text(parameters, "bbox-crs", "The system of bbox");
        text(parameters, "crs", "The system of the coordinates that are given");
        text(parameters, "datetime", "A time, or two with a slash between, .. for an open end");
        text(parameters, "at", "Only of tracks: the picture of that time");
        text(parameters, "after", "The last feature of the page before; taken from the link to the next page");
    }

    private void text(ArrayNode parameters, String name, String description) {
        query(parameters, name, description).putObject("schema").put("type", "string");
    }

    private ObjectNode query(ArrayNode parameters, String name, String description) {
        return parameters
                .addObject()
                .put("name", name)
                .put("in", "query")
                .put("required", false)
                .put("description", description);
    }
}
