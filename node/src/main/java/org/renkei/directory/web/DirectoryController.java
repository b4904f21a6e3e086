package org.renkei.directory.web;

import org.renkei.directory.DirectoryDesk;
import org.renkei.directory.DirectoryView;
import org.renkei.identity.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DirectoryController {
    private final DirectoryDesk desk;

    DirectoryController(DirectoryDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/bodies")
    DirectoryView list(@AuthenticationPrincipal Caller caller) {
        return desk.list(caller);
    }
}
