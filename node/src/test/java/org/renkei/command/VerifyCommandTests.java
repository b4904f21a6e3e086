package org.renkei.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
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

    @Test
    void saysWhatItNeeds() {
        assertThat(run("--lang", "en"))
                .isEqualTo(new Ran(2, "", ImportText.VERIFY_WHAT.in(java.util.Locale.ENGLISH) + "\n"));
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
