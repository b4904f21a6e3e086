package org.renkei.federation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.renkei.federation.MediumDesk;
import org.renkei.keys.Partners;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
class MediumController {
    private final MediumDesk media;

    MediumController(MediumDesk media) {
        this.media = media;
    }

    @PostMapping(path = "/api/v1/media/{party}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String party,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(defaultValue = "false") boolean attachments,
            Principal caller) {
        var recipient = media.recipient(Partners.keyInPath(party));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"for-" + party + ".renkei\"")
                .body(out -> media.export(recipient, since, attachments, out, caller.getName()));
    }

    @PostMapping("/api/v1/media")
    MediumDesk.Imported importFrom(HttpServletRequest request, Principal caller) throws IOException {
        return media.importFrom(request.getInputStream(), caller.getName());
    }
}
