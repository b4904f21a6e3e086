package org.renkei.door;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The contract of this API, written by hand and tested against what is really mapped.
@RestController
class OpenApiController {
    private final JsonNode document;

    OpenApiController() throws IOException {
        try (InputStream in = OpenApiController.class.getResourceAsStream("/openapi/openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the node lacks its own contract");
            }
            document = YAMLMapper.shared().readTree(in);
        }
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode document() {
        return document;
    }
}
