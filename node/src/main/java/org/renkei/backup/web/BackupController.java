package org.renkei.backup.web;

import java.io.IOException;
import java.security.Principal;
import org.renkei.backup.Backups;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/backups")
class BackupController {
    private final Backups backups;

    BackupController(Backups backups) {
        this.backups = backups;
    }

    @GetMapping
    Backups.State state() throws IOException {
        return backups.state();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Backups.State begin(Principal caller) throws IOException {
        backups.begin(caller.getName());
        return backups.state();
    }
}
