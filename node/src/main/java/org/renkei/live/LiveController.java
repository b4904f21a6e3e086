package org.renkei.live;

import java.util.Locale;
import org.renkei.identity.Caller;
import org.renkei.identity.Callers;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class LiveController {
    private final LiveStream stream;
    private final Callers callers;

    LiveController(LiveStream stream, Callers callers) {
        this.stream = stream;
        this.callers = callers;
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter open(Locale language, @AuthenticationPrincipal Caller caller) {
        return stream.open(
                language,
                caller,
                () -> callers.again(caller).filter(caller::equals).isPresent());
    }
}
