package org.renkei.party.web;

import java.security.Principal;
import org.renkei.party.RegisterDesk;
import org.renkei.party.RegisterView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/bodies/register")
class RegisterController {
    private final RegisterDesk desk;

    RegisterController(RegisterDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    RegisterView get() {
        return desk.get();
    }

    @PostMapping("/check")
    RegisterView.Effect check(@RequestBody JsonNode request) {
        return desk.check(yaml(request));
    }

    @PutMapping
    RegisterView take(@RequestBody JsonNode request, Principal caller) {
        return desk.take(yaml(request), request.path("basedOn").asInt(0), caller.getName());
    }

    private static String yaml(JsonNode request) {
        return request.path("yaml").asString("");
    }
}
