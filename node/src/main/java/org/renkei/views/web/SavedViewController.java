package org.renkei.views.web;

import java.util.List;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.views.SavedView;
import org.renkei.views.SavedViewDesk;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class SavedViewController {
    private final SavedViewDesk desk;

    SavedViewController(SavedViewDesk desk) {
        this.desk = desk;
    }

    /// @param most how many a person may keep
    record SavedViewList(int most, List<SavedView> views) {}

    @GetMapping("/api/v1/account/views")
    SavedViewList list(@AuthenticationPrincipal Caller caller) {
        return new SavedViewList(SavedViewDesk.MOST, desk.list(caller));
    }

    @PostMapping("/api/v1/account/views")
    @ResponseStatus(HttpStatus.CREATED)
    SavedView save(@RequestBody JsonNode json, @AuthenticationPrincipal Caller caller) {
        return desk.save(json, caller);
    }

    @PutMapping("/api/v1/account/views/{id}")
    SavedView change(@PathVariable UUID id, @RequestBody JsonNode json, @AuthenticationPrincipal Caller caller) {
        return desk.change(id, json, caller);
    }

    @DeleteMapping("/api/v1/account/views/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        desk.remove(id, caller);
    }
}
