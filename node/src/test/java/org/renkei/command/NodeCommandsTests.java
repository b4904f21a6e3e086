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
import org.renkei.testing.Machine;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import picocli.CommandLine;

/// What `renkei people`, `certificates`, `public-view`, `links` and `jobs` do at a running node.
class NodeCommandsTests {
    @TempDir
    static Path folder;

    static TestFederation federation;
    static final MovableClock CLOCK = new MovableClock();

    record Ran(int code, String out, String err) {}

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, CLOCK, "JPN", "USA");
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
    void registersAndRevokesACertificate() throws IOException {
        run(
                new PeopleCommand(),
                "add",
                "jma-feed",
                "--name-en",
                "Weather",
                "--name-ja",
                "気象",
                "--roles",
                "feed",
                "--clearance",
                "RESTRICTED");
        var file = folder.resolve("feed.crt");
        Files.writeString(file, Machine.make().pem());
        var registered = run(
                new CertificatesCommand(),
                "register",
                "jma-feed",
                file.toString(),
                "--name",
                "weather feed",
                "--scopes",
                "feed,read",
                "--days",
                "30");
        assertThat(registered.err()).isEmpty();
        assertThat(registered.out()).contains("jma-feed", "weather feed", "until");
        var id = registered.out().substring(0, 36);
        assertThat(run(new CertificatesCommand(), "list").out()).contains(id, "does not ask for certificates");
        assertThat(run(new CertificatesCommand(), "revoke", id).out()).contains("is revoked");
        assertThat(run(new CertificatesCommand(), "list").out()).contains(id, "ended; until");
        assertThat(run(new CertificatesCommand(), "revoke", "0".repeat(8) + id.substring(8))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void opensAndClosesThePublicView() {
        assertThat(run(new PublicViewCommand(), "show").out()).contains("closed: nobody sees anything");
        assertThat(run(new PublicViewCommand(), "open").code())
                .as("without a reason")
                .isEqualTo(2);
        assertThat(run(new PublicViewCommand(), "open", "--reason", "earthquake")
                        .out())
                .contains("open since", "administrator: earthquake", "alerts 0");
        assertThat(japan().send("GET", "/public/en", "", "", "en").status()).isEqualTo(200);
        assertThat(run(new PublicViewCommand(), "close", "--reason", "over", "--lang", "ja")
                        .out())
                .contains("停止中");
        assertThat(japan().send("GET", "/public/en", "", "", "en").status()).isEqualTo(404);
    }

    @Test
    void saysWhereSomebodyIsSignedIn() throws IOException {
        var person = new Residents(japan(), CLOCK).settle("signed-in", "observer");
        person.signedIn();
        run(new PeopleCommand(), "end-sessions", "signed-in");
        person.signedIn();
        var listed = run(new PeopleCommand(), "sessions", "signed-in").out();
        assertThat(listed).contains("127.0.0.1", "Renkei test");
        assertThat(run(new PeopleCommand(), "end-sessions", "signed-in", "--session", listed.substring(0, 36))
                        .out())
                .contains("signed out");
        assertThat(run(new PeopleCommand(), "sessions", "signed-in").out()).isEmpty();
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
