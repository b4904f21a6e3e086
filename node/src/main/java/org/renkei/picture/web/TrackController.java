package org.renkei.picture.web;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.identity.Callers;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.picture.TrackDesk;
import org.renkei.picture.TrackDetail;
import org.renkei.picture.TrackFilter;
import org.renkei.picture.TrackStream;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class TrackController {
    private static final int MOST_HOURS = 30 * 24;
    private static final long MOST_SECONDS = MOST_HOURS * 3_600L;

    private final TrackDesk desk;
    private final TrackStream stream;
    private final Callers callers;

    TrackController(TrackDesk desk, TrackStream stream, Callers callers) {
        this.desk = desk;
        this.stream = stream;
        this.callers = callers;
    }

    @GetMapping("/api/v1/tracks")
    TrackDesk.Tracks list(
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable List<String> domain,
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable Long age,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String origin,
            @RequestParam(required = false) @Nullable Instant at,
            @AuthenticationPrincipal Caller caller) {
        var filter = new TrackFilter(
                box(bbox),
                domains(domain),
                feed,
                age == null ? null : Duration.ofSeconds(within("age", age, MOST_SECONDS)),
                text == null || text.isBlank() ? null : text.strip(),
                origin);
        return desk.list(caller, filter, at);
    }

    @GetMapping("/api/v1/tracks/{id}")
    TrackDetail get(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(defaultValue = "6") long hours,
            @AuthenticationPrincipal Caller caller) {
        return desk.get(caller, id, at, Duration.ofHours(within("hours", hours, MOST_HOURS)));
    }

    @GetMapping(path = "/api/v1/tracks/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter open(
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable List<String> domain,
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable String origin,
            @AuthenticationPrincipal Caller caller) {
        var filter = new TrackFilter(box(bbox), domains(domain), feed, null, null, origin);
        return stream.open(
                caller,
                filter,
                () -> callers.again(caller).filter(caller::equals).isPresent());
    }

    private static TrackFilter.@Nullable Box box(@Nullable String text) {
        return text == null ? null : TrackFilter.Box.parse(text);
    }

    private static EnumSet<TrackDomain> domains(@Nullable List<String> words) {
        var domains = EnumSet.noneOf(TrackDomain.class);
        for (var word : words == null ? List.<String>of() : words) {
            try {
                domains.add(TrackDomain.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new Problem(
                        Category.BAD_REQUEST,
                        "domain is sea, air, land or unknown, not '" + word + "'",
                        "domain は sea、air、land、unknown のいずれかです: " + word);
            }
        }
        return domains;
    }

    private static long within(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new Problem(Category.BAD_REQUEST, name + " is 1 to " + most, name + " は 1 から " + most + " までです");
        }
        return value;
    }
}
