package org.renkei.feeds;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A JSON parser that fails with our reasons and builds no tree larger than a feature may be.
final class JsonTreeReader {
    private static final int MAX_NODES = 500_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private int nodes;

    JsonTreeReader(JsonParser parser) {
        this.parser = parser;
    }

    long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    String name() {
        return parser.currentName();
    }

    JsonToken next() throws FeedException {
        @Nullable JsonToken token;
        try {
            token = parser.nextToken();
        } catch (JacksonException e) {
            throw broken(e);
        }
        if (token == null) {
            throw new FeedException(FeedProblem.BROKEN_JSON, "end of file");
        }
        return token;
    }

    /// The value that begins at the current token.
    JsonNode tree() throws FeedException {
        nodes = 0;
        return value(parser.currentToken());
    }

    private JsonNode value(JsonToken token) throws FeedException {
        if (++nodes > MAX_NODES) {
            throw new FeedException(FeedProblem.TOO_MANY_PARTS, Integer.toString(MAX_NODES));
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> scalar(token);
        };
    }

    private ObjectNode object() throws FeedException {
        ObjectNode object = NODES.objectNode();
        while (next() == JsonToken.PROPERTY_NAME) {
            String field = name();
            object.set(field, value(next()));
        }
        return object;
    }

    private ArrayNode array() throws FeedException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            array.add(value(token));
        }
        return array;
    }

    private JsonNode scalar(JsonToken token) throws FeedException {
        try {
            return switch (token) {
                case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
                case VALUE_NUMBER_INT -> integer();
                default -> NODES.stringNode(parser.getString());
            };
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    private JsonNode integer() {
        return switch (parser.getNumberType()) {
            case INT, LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getDoubleValue());
        };
    }

    private static FeedException broken(JacksonException e) {
        return new FeedException(FeedException.reasonOf(e, FeedProblem.BROKEN_JSON));
    }
}
