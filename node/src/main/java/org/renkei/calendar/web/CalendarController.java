package org.renkei.calendar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.renkei.calendar.CalendarDesk;
import org.renkei.identity.Caller;
import org.renkei.kernel.ledger.Hash;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CalendarController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", UTF_8);
    private static final String SUFFIX = ".ics";

    private final CalendarDesk desk;

    CalendarController(CalendarDesk desk) {
        this.desk = desk;
    }

    /// @param name the code of a body or `all`, with or without `.ics`
    @GetMapping("/calendar/{language}/{name}")
    ResponseEntity<byte[]> fetch(
            @PathVariable String language, @PathVariable String name, @AuthenticationPrincipal Caller caller) {
        var body = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        var text = desk.fetch(language, body, caller).getBytes(UTF_8);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .eTag("\"" + Hash.ofContent(text).hex() + "\"")
                .body(text);
    }
}
