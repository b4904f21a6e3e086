package org.renkei.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.keys.NodeCard;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.TestSuccessions;
import org.renkei.settings.SettingsFile;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import picocli.CommandLine;

/// What `renkei keys` and its subcommands say at a terminal. The node of AUS is away; its card is known.
class KeysCommandTests {
    @TempDir
    Path folder;

    private TestFederation federation;

    record Ran(int code, String out, String err) {}

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, "AUS", "JPN");
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void writesTheCardAndItsWordsInBothLanguagesWithoutANode() throws IOException {
        var card = folder.resolve("my.card");
        var ran = run("--config", federation.file("JPN").toString(), "--card", card.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        var made = NodeCard.parse(Files.readString(card));
        assertThat(ran.out())
                .contains("JPN/test", card.toString(), made.fingerprint())
                .contains(made.words().text(Locale.ENGLISH))
                .contains(made.words().text(Locale.JAPANESE));
        assertThat(run())
                .matches(refused -> refused.code() == 2 && refused.err().contains("--config is needed"));
        assertThat(run("--config", folder.resolve("none.yaml").toString()))
                .matches(refused -> refused.code() == 2 && refused.err().contains("cannot be read"));
    }

    @Test
    void listsOwnAndPartnersKeysWithTheWordsToCompare() throws IOException {
        var english = at("en", "list");
        assertThat(english.code()).as(english.err()).isZero();
        assertThat(english.out())
                .contains(
                        "JPN/test",
                        own().fingerprint(),
                        "made 20",
                        "AUS/test",
                        cardOf("AUS").fingerprint())
                .contains(own().words().english().getFirst());
        var japanese = at("ja", "list");
        assertThat(japanese.out()).contains("作成 20", own().words().japanese().getFirst());
        var stranger = run("list", "--url", node().url(), "--token-file", write("token", "wrong"), "--lang", "en");
        assertThat(stranger)
                .matches(refused -> refused.code() == 2 && refused.err().contains("renkei keys: "));
        assertThat(stranger.out()).isEmpty();
        assertThat(run("list", "--url", "http://example.org", "--token-file", write("token", "x"), "--lang", "en"))
                .matches(refused -> refused.code() == 2 && !refused.err().isEmpty());
    }

    @Test
    void rotatesForAReasonAndSaysWhoIsToldHow() {
        var before = own().fingerprint();
        assertThat(at("en", "rotate"))
                .matches(refused -> refused.code() == 2 && refused.err().contains("--reason"));
        assertThat(at("en", "rotate", "--reason", ""))
                .matches(refused -> refused.code() == 2 && refused.err().contains("renkei keys: "));
        assertThat(own().fingerprint()).isEqualTo(before);
        var ran = at("en", "rotate", "--reason", "the year is over");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(own().fingerprint()).isNotEqualTo(before);
        assertThat(ran.out()).contains(own().fingerprint(), "is told of our new keys when it is linked");
        assertThat(at("ja", "list").out()).contains("次の接続で通知します");
        assertThat(node().get("/api/v1/audit?event=keys-rotated").text()).contains("the year is over");
    }

    @Test
    void givesUpTheOwnKeysAndSaysThatTheCardHasToBeBrought() {
        var before = own().fingerprint();
        var ran = at("en", "revoke", "--reason", "broken in");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(own().fingerprint()).isNotEqualTo(before);
        assertThat(ran.out()).contains(own().fingerprint(), "has to be brought our new card");
        assertThat(at("ja", "list").out()).contains("新しいカードを手渡してください");
    }

    @Test
    void revokesAPartnersCardAndTakesANewOneOnlyByItsFingerprint() throws IOException {
        assertThat(at("en", "revoke", "--partner", "XXX", "--reason", "x"))
                .matches(refused -> refused.code() == 2 && refused.err().contains("renkei keys: "));
        var revoked = at("en", "revoke", "--partner", "AUS", "--reason", "a laptop was lost");
        assertThat(revoked.code()).as(revoked.err()).isZero();
        assertThat(revoked.out()).contains("  revoked");
        assertThat(at("ja", "list").out()).contains("  失効");
        var next = nextCardOf("AUS");
        var file = write("next.card", next.text());
        var wrong = at(
                "en",
                "accept",
                "--partner",
                "AUS",
                "--card",
                file,
                "--fingerprint",
                cardOf("AUS").fingerprint());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("fingerprint");
        assertThat(at("en", "list").out()).contains("  revoked");
        assertThat(at("en", "accept", "--partner", "AUS", "--card", "none.card", "--fingerprint", "x"))
                .matches(refused -> refused.code() == 2 && refused.err().contains("none.card"));
        var taken = at("en", "accept", "--partner", "AUS", "--card", file, "--fingerprint", next.fingerprint());
        assertThat(taken.code()).as(taken.err()).isZero();
        assertThat(taken.out()).contains(next.fingerprint()).doesNotContain("  revoked");
    }

    private NodeCard own() {
        return node().bean(OwnKeys.class).card();
    }

    private NodeCard cardOf(String party) throws IOException {
        return NodeCard.parse(Files.readString(folder.resolve(party + ".card")));
    }

    /// Another one of the same node.
    private NodeCard nextCardOf(String party) {
        return TestSuccessions.card(folder.resolve("next-keys"), SettingsFile.read(federation.file(party)));
    }

    private String write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Ran at(String language, String command, String... more) {
        var arguments = new ArrayList<>(List.of(
                command,
                "--url",
                node().url(),
                "--token-file",
                federation.data("JPN").resolve("admin.token").toString(),
                "--lang",
                language));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = new CommandLine(new KeysCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    private RunningNode node() {
        return federation.node("JPN");
    }
}
