package org.renkei.attachments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.renkei.attachments.AttachmentDesk;
import org.renkei.attachments.AttachmentView;
import org.renkei.attachments.Upload;
import org.renkei.identity.Caller;
import org.renkei.kernel.ledger.Hash;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Contents are given as bytes to save, never as something to show: whatever they are, no browser runs them
/// here.
@RestController
class AttachmentController {
    private static final String NOTHING_RUNS = "sandbox; default-src 'none'";

    private final AttachmentDesk desk;

    AttachmentController(AttachmentDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/v1/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    AttachmentView.Uploaded upload(
            @RequestParam String name,
            @RequestParam String type,
            @RequestParam(required = false) @Nullable String sha256,
            HttpServletRequest request,
            Principal caller)
            throws IOException {
        var size = request.getContentLengthLong();
        var upload = new Upload(name, type, size < 0 ? null : size, sha256 == null ? null : digest(sha256));
        return desk.upload(upload, request.getInputStream(), caller.getName());
    }

    /// Written on the caller's own thread: a large content on a slow line takes as long as it takes.
    @GetMapping(path = "/api/v1/attachments/{sha256}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    void read(
            @PathVariable String sha256,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response)
            throws IOException {
        var content = desk.open(digest(sha256), caller);
        var size = content.size();
        var part = part(range);
        var from = part == null ? 0 : part.getRangeStart(size);
        var upTo = part == null ? size : part.getRangeEnd(size) + 1;
        if (from >= upTo) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(upTo - from);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        if (part != null) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + (upTo - 1) + "/" + size);
        }
        content.copy(from, upTo, response.getOutputStream());
    }

    @GetMapping("/api/v1/attachments/{sha256}/state")
    AttachmentView state(@PathVariable String sha256, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.view(digest(sha256), caller, language);
    }

    @PostMapping("/api/v1/attachments/{sha256}/fetch")
    AttachmentView fetch(@PathVariable String sha256, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.fetch(digest(sha256), caller, language);
    }

    /// One range is given; of several, or of what is none, the whole.
    private static @Nullable HttpRange part(@Nullable String range) {
        if (range == null) {
            return null;
        }
        try {
            var ranges = HttpRange.parseRanges(range);
            return ranges.size() == 1 ? ranges.getFirst() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Hash digest(String sha256) {
        try {
            return Hash.parse(sha256);
        } catch (IllegalArgumentException e) {
            throw new Problem(Category.BAD_REQUEST, "a SHA-256 has 64 hexadecimal digits", "SHA-256 は 64 桁の 16 進数です");
        }
    }
}
