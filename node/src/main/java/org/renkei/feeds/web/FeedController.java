package org.renkei.feeds.web;

import java.util.List;
import org.renkei.feeds.FeedDesk;
import org.renkei.feeds.FeedView;
import org.renkei.identity.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FeedController {
    private final FeedDesk desk;

    FeedController(FeedDesk desk) {
        this.desk = desk;
    }

    record FeedList(List<FeedView> feeds) {}

    @GetMapping("/api/v1/feeds")
    FeedList list(@AuthenticationPrincipal Caller caller) {
        return new FeedList(desk.list(caller));
    }

    /// What became of a document that was brought.
    record Brought(int taken, int known, List<String> refused) {}

    @PostMapping("/api/v1/feeds/{id}/messages")
    Brought push(@PathVariable String id, @RequestBody byte[] content, @AuthenticationPrincipal Caller caller) {
        var account = desk.push(id, content, caller);
        return new Brought(account.taken(), account.known(), account.refused());
    }

    @PostMapping("/api/v1/feeds/{id}/start")
    FeedView start(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return desk.start(id, caller);
    }

    @PostMapping("/api/v1/feeds/{id}/stop")
    FeedView stop(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return desk.stop(id, caller);
    }
}
