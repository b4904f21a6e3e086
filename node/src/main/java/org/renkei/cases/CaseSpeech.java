package org.renkei.cases;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.problem.Problem;
import org.renkei.records.Bodies;
import org.renkei.release.Addressing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Writes what is said in a case: only what the law of cases allows.
@Component
class CaseSpeech {
    private final CaseGuards guards;
    private final Addressing addressing;

    CaseSpeech(CaseGuards guards, Addressing addressing) {
        this.guards = guards;
        this.addressing = addressing;
    }

    /// Says something in a case, for good: a record of this nation.
    ///
    /// @param mark from [Addressing#mark]
    /// @throws Problem naming everything that stands against it
    @Transactional
    public void say(UUID id, String mark, Act act, JsonNode request, Caller caller, Locale language) {
        var body = addressing.body(request, mark, act.code()).put("case", id.toString());
        var brief = id.toString().substring(0, 8);
        body.putObject("title")
                .put("en", "Case " + brief + ": " + act.english())
                .put("ja", "事案 " + brief + "：" + act.japanese());
        Addressing.requireNone(guards.against((CborMap) Bodies.toCbor(body), caller));
        addressing.say(Cases.KIND, body, List.of(), request, caller, language);
    }
}
