package org.renkei.search.web;

import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.search.SearchDesk;
import org.renkei.search.SearchView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {
    private final SearchDesk desk;

    SearchController(SearchDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/search")
    SearchView search(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "newest") String order,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String party,
            @RequestParam(defaultValue = "0") int offset,
            @AuthenticationPrincipal Caller caller) {
        return desk.search(new SearchDesk.Wish(text, order, kind, party, offset), caller);
    }
}
