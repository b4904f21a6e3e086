package org.renkei.relief.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import org.renkei.identity.Caller;
import org.renkei.relief.HxlDesk;
import org.renkei.relief.HxlView;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class HxlController {
    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);

    private final HxlDesk desk;

    HxlController(HxlDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/relief/hxl")
    ResponseEntity<byte[]> write(@RequestParam Optional<Boolean> exercise, @AuthenticationPrincipal Caller caller) {
        var file = ContentDisposition.attachment().filename("relief-hxl.csv").build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(desk.write(exercise, caller).getBytes(UTF_8));
    }

    @PostMapping("/api/v1/relief/hxl")
    HxlView take(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.take(request, caller, language);
    }
}
