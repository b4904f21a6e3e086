package org.renkei.publication.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.publication.Published;
import org.renkei.publication.Published.Document;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The same public alerts for who signed in, whether the public view is open or not.
@RestController
class CapController {
    static final MediaType ATOM = new MediaType("application", "atom+xml", UTF_8);
    static final MediaType CAP = new MediaType("application", "cap+xml", UTF_8);

    private final Published published;

    CapController(Published published) {
        this.published = published;
    }

    @GetMapping("/cap")
    ResponseEntity<byte[]> alerts() {
        return answer(published.alerts(), ATOM);
    }

    @GetMapping("/cap/{id}")
    ResponseEntity<byte[]> alert(@PathVariable String id) {
        return answer(published.alert(id).orElseThrow(CapController::nothing), CAP);
    }

    private static ResponseEntity<byte[]> answer(Document document, MediaType type) {
        return ResponseEntity.ok().contentType(type).eTag(document.tag()).body(document.content());
    }

    /// As the door says it of what is in no table.
    static Problem nothing() {
        return new Problem(Category.NOT_FOUND, "Nothing of that name here", "その名のものはありません");
    }
}
