package org.renkei.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import picocli.CommandLine;

/// What `renkei verify` says at a terminal.
class VerifyCommandTests {
    @TempDir
    Path folder;

    record Ran(int code, String out, String err) {}

    @Test
    void namesTheChangedRowOfARunningAndOfAStoppedNode() throws IOException {
        try (var federation = new TestFederation(folder, "JPN", "USA")) {
            var node = federation.node("JPN");
            node.post("/api/v1/records", """
                    {"kind":"note","label":"UNCLASSIFIED//PUBLIC","body":{"title":"x"}}""");
            var sound = at(node, "en");
            assertThat(sound.out())
                    .contains("audit log: ", "ledger for USA: 1 rows – as written", "Everything is as it was");
            assertThat(sound.code()).isZero();
            assertThat(run("--config", federation.file("JPN").toString(), "--lang", "en"))
                    .matches(ran -> ran.code() == 2 && ran.err().contains("JPN/test runs"));

            node.database()
                    .sql("update audit.entry set details = details || ' ' where position = 2")
                    .update();
            node.database()
                    .sql(
                            "update ledger.entry set bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1) where position = 1")
                    .update();
            var changed = at(node, "en");
            assertThat(changed.code()).isEqualTo(1);
            assertThat(changed.out())
                    .contains("audit.entry, row 2, time 20", ": details was changed after it was written")
                    .contains("ledger.entry (USA), row 1, time 20")
                    .contains("No checkpoint is signed over it");
            assertThat(at(node, "ja").out()).contains("audit.entry", "行 2", "details が書き込み後に改変");

            federation.stop("JPN");
            var stopped = run("--config", federation.file("JPN").toString(), "--lang", "en");
            assertThat(stopped.err()).isEmpty();
            assertThat(stopped.code()).isEqualTo(1);
            assertThat(stopped.out()).contains("audit.entry, row 2, time 20", "ledger.entry (USA), row 1, time 20");
        }
    }

    /// The inspector has the file and the card, and no node.
    @Test
    void checksAnExportWithoutTheNode() throws IOException {
        try (var federation = new TestFederation(folder, "JPN", "USA")) {
            var node = federation.node("JPN");
            for (var count = 0; count < 3; count++) {
                node.post("/api/v1/records", """
                        {"kind":"note","label":"UNCLASSIFIED//PUBLIC","body":{"title":"x"}}""");
            }
            var file = folder.resolve("audit.jsonl");
            var from = node.get("/api/v1/audit?limit=500").json().path("entries");
            Files.writeString(
                    file,
                    node.get("/api/v1/audit/export?from="
                                    + from.get(from.size() - 2).path("time").asString())
                            .text());
            federation.stop("JPN");
            var card = folder.resolve("JPN.card").toString();
            var lines = Files.readAllLines(file);
            assertThat(lines).hasSizeGreaterThan(2);
            var sound = run(file.toString(), "--card", card, "--lang", "en");
            assertThat(sound.err()).isEmpty();
            assertThat(sound.out()).contains("JPN/test: entries ", "are as they were written, without a gap");
            assertThat(sound.code()).isZero();
            assertThat(run(file.toString(), "--card", folder.resolve("USA.card").toString(), "--lang", "en"))
                    .matches(ran -> ran.code() == 2 && ran.err().contains("the card is that of USA/test"));

            var changed = new ArrayList<>(lines);
            changed.set(1, lines.get(1).replace("\"actor\":\"", "\"actor\":\"X"));
            Files.write(file, changed);
            assertThat(run(file.toString(), "--card", card, "--lang", "en"))
                    .matches(ran -> ran.code() == 1 && ran.out().contains("CHANGED entries ["));
            changed.remove(1);
            Files.write(file, changed);
            assertThat(run(file.toString(), "--card", card, "--lang", "en"))
                    .matches(ran -> ran.code() == 1 && ran.out().contains("NOT PROVEN"));
            var unsigned = new ArrayList<>(lines);
            unsigned.set(0, lines.getFirst().replaceFirst("(\\\\n)([0-9]+)(\\\\n)", "$19$2$3"));
            Files.write(file, unsigned);
            assertThat(run(file.toString(), "--card", card, "--lang", "en"))
                    .matches(ran -> ran.code() == 2 && ran.err().contains("cannot be relied on"));
        }
    }

    @Test
    void saysWhatItNeeds() {
        assertThat(run("--lang", "en")).isEqualTo(new Ran(2, "", ImportText.VERIFY_WHAT.in(Locale.ENGLISH) + "\n"));
    }

    private static Ran at(RunningNode node, String language) {
        return run(
                "--url",
                node.url(),
                "--token-file",
                node.settings().data().resolve("admin.token").toString(),
                "--lang",
                language);
    }

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }
}
