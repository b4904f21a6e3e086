package org.renkei.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.folds.Subjects;
import org.renkei.testing.Nations;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReadAheadTests {
    @RegisterExtension
    static final Nations NATIONS = Nations.apart("JPN", "USA");

    @Test
    void afterAStartEverythingIsReadBeforeSomebodyAsks() {
        var talk = new CaseTalk(NATIONS.federation()).opened("disaster", "JPN", "USA");
        talk.say("JPN", "report", Map.of("text", "Route 57 is cut"), "JPN", "USA");
        var japan = NATIONS.node("JPN");
        japan.restart();
        var statements = japan.bean(JdbcClient.class)
                .sql("select count(*) from folds.said")
                .query(Long.class)
                .single();
        assertThat(statements).isEqualTo(2);
        eventually("all are in memory", () -> japan.bean(Subjects.class).remembered() == statements);
        assertThat(CaseTalk.records(talk.page("JPN"))).hasSize(2);
    }
}
