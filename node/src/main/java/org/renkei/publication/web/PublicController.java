package org.renkei.publication.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.publication.Crowd;
import org.renkei.publication.Published;
import org.renkei.publication.Published.Document;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What is given to whoever asks. The door lets nobody come here while the public view is closed.
@RestController
class PublicController {
    /// These pages have no script, no form, and nothing of anybody else's.
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic();

    private final Published published;
    private final Crowd crowd;
    private final Document style;

    PublicController(Published published, Crowd crowd) throws IOException {
        this.published = published;
        this.crowd = crowd;
        try (InputStream in = PublicController.class.getResourceAsStream("/publication/page.css")) {
            if (in == null) {
                throw new IllegalStateException("the node lacks the style of its public page");
            }
            this.style = Document.of(in.readAllBytes());
        }
    }

    /// To the page in the language of the browser.
    @GetMapping("/public")
    ResponseEntity<Void> choose(Locale language, HttpServletRequest request, HttpServletResponse response) {
        admit(request, response);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/public/" + (language.getLanguage().equals("ja") ? "ja" : "en")))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(CACHED)
                .build();
    }

    @GetMapping("/public/{language}")
    ResponseEntity<byte[]> page(
            @PathVariable String language, HttpServletRequest request, HttpServletResponse response) {
        admit(request, response);
        if (!language.equals("ja") && !language.equals("en")) {
            throw CapController.nothing();
        }
        return answer(published.page(language), new MediaType("text", "html", UTF_8));
    }

    @GetMapping("/public/page.css")
    ResponseEntity<byte[]> style(HttpServletRequest request, HttpServletResponse response) {
        admit(request, response);
        return answer(style, new MediaType("text", "css", UTF_8));
    }

    @GetMapping("/public/features.geojson")
    ResponseEntity<byte[]> features(HttpServletRequest request, HttpServletResponse response) {
        admit(request, response);
        return answer(published.features(), new MediaType("application", "geo+json"));
    }

    @GetMapping("/public/cap")
    ResponseEntity<byte[]> alerts(HttpServletRequest request, HttpServletResponse response) {
        admit(request, response);
        return answer(published.alerts(), CapController.ATOM);
    }

    @GetMapping("/public/cap/{id}")
    ResponseEntity<byte[]> alert(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        admit(request, response);
        return answer(published.alert(id).orElseThrow(CapController::nothing), CapController.CAP);
    }

    private static ResponseEntity<byte[]> answer(Document document, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(document.tag())
                .cacheControl(CACHED)
                .header("Content-Security-Policy", CONTENT_POLICY)
                .body(document.content());
    }

    private void admit(HttpServletRequest request, HttpServletResponse response) {
        if (!crowd.admits(request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Crowd.WINDOW_SECONDS));
            throw new Problem(
                    Category.TOO_MANY,
                    "Too many requests from this address: wait " + Crowd.WINDOW_SECONDS + " seconds",
                    "このアドレスからの要求が多すぎます。" + Crowd.WINDOW_SECONDS + " 秒待ってください");
        }
    }
}
