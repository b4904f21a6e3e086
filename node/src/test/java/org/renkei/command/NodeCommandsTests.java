package org.renkei.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import picocli.CommandLine;

/// What `renkei people`, `links` and `jobs` do at a running node.
class NodeCommandsTests {
    @TempDir
    static Path folder;

    static TestFederation federation;

    record Ran(int code, String out, String err) {}

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        federation.node("USA");
        Files.writeString(folder.resolve("token"), japan().token());
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void addsChangesInvitesAndSignsOutPeople() {
        var added = run(
                new PeopleCommand(),
                "add",
                "fuel",
                "--name-en",
                "Fuel officer",
                "--name-ja",
                "燃料担当",
                "--bodies",
                "acg-director,bocc",
                "--roles",
                "acsa-officer",
                "--clearance",
                "SECRET",
                "--caveats",
                "RELIEF-OPS");
        assertThat(added.err()).isEmpty();
        assertThat(added.out()).contains("acsa-officer", "SECRET RELIEF-OPS", "/#invitation=");

        assertThat(run(new PeopleCommand(), "change", "fuel", "--clearance", "CONFIDENTIAL")
                        .out())
                .contains("CONFIDENTIAL RELIEF-OPS", "acsa-officer");
        var person = japan().get("/api/v1/people")
                .json()
                .path("people")
                .valueStream()
                .filter(one -> one.path("signInName").asString().equals("fuel"))
                .findFirst()
                .orElseThrow();
        assertThat(person.path("name").path("ja").asString()).isEqualTo("燃料担当");
        assertThat(person.path("bodies")).hasSize(2);

        assertThat(run(new PeopleCommand(), "invite", "fuel").out()).contains("/#invitation=");
        assertThat(run(new PeopleCommand(), "end-sessions", "fuel").out()).contains("signed out");
        run(new PeopleCommand(), "change", "fuel", "--active", "false");
        assertThat(run(new PeopleCommand(), "list").out()).contains("fuel", "inactive");
    }

    @Test
    void saysEverythingThatIsWrongWithAPerson() {
        var refused = run(new PeopleCommand(), "add", "X", "--roles", "emperor", "--lang", "ja");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("/signInName", "/nameEn", "/roles: その役割はありません");
        assertThat(run(new PeopleCommand(), "invite", "nobody-here").err()).contains("there is no nobody-here");
    }

    @Test
    void pausesAndResumesALink() {
        eventually("the link is up", () -> run(new LinksCommand(), "list").out().matches("(?s).*USA/test +up .*"));
        assertThat(run(new LinksCommand(), "pause", "USA").out()).contains("paused");
        eventually("it is paused", () -> run(new LinksCommand(), "list").out().matches("(?s).*USA/test +paused .*"));
        assertThat(run(new LinksCommand(), "resume", "USA").out()).contains("resumed");
        assertThat(run(new LinksCommand(), "pause", "XXX").code()).isEqualTo(2);
        assertThat(run(new LinksCommand(), "new-epoch", "USA", "--reason", "no fork")
                        .code())
                .as("without a fork there is nothing to mend")
                .isEqualTo(2);
    }

    @Test
    void saysWhatRunsRegularlyAndRunsItNow() {
        assertThat(run(new JobsCommand(), "list").out()).contains("overdue-reviews", "last");
        assertThat(run(new JobsCommand(), "run", "overdue-reviews").out()).contains("was begun");
        assertThat(run(new JobsCommand(), "run", "no-such-job").code()).isEqualTo(2);
    }

    private static Ran run(Object command, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--url", japan().url(), "--token-file", folder.resolve("token").toString()));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        var out = new StringWriter();
        var err = new StringWriter();
        var code = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }
}
