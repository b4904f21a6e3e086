package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.Renkei;
import org.renkei.attachments.Uploading;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import picocli.CommandLine;

/// Export to a file, carry it, import it on an isolated node: the same result as by the link. The two nodes
/// cannot reach each other here.
class MediumTests {
    @TempDir
    Path folder;

    private TestFederation federation;
    private Path medium;
    private String said = "";

    @BeforeEach
    void isolate() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        var file = federation.file("JPN");
        Files.writeString(
                file,
                Files.readString(file).replace("clearance: SECRET", "dial: 127.0.0.1:1\n      clearance: SECRET"));
        medium = folder.resolve("for-usa.renkei");
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void aMediumBringsWhatTheLinkWouldAndTheConfirmationComesBack() throws IOException {
        var open = note("UNCLASSIFIED//REL TO USA", "word KATSURA-1");
        var secret = note("SECRET//REL TO AUS", "word KATSURA-2");
        var recalled = note("UNCLASSIFIED//REL TO USA", "word KATSURA-3");
        japan().post("/api/v1/records/" + recalled + "/recall", "{\"reason\":\"not yet\"}");

        assertThat(run("export", japan(), "--to", "USA", medium.toString())).isZero();
        var bytes = Files.readAllBytes(medium);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .startsWith("RENKEI MEDIUM 1\nto: USA/test\n\n")
                .doesNotContain("KATSURA")
                .doesNotContain("JPN");
        assertThat(run("import", states(), medium.toString())).isZero();

        assertThat(title(states(), open)).isEqualTo("word KATSURA-1");
        assertThat(states().get("/api/v1/records/" + secret).status()).isEqualTo(404);
        assertThat(dump(states())).contains("KATSURA-1").doesNotContain("KATSURA-2", "KATSURA-3");
        assertSameRoots();

        assertThat(run("import", states(), medium.toString())).isZero();
        assertThat(said).contains("0 of them new");

        var back = folder.resolve("for-jpn.renkei");
        assertThat(run("export", states(), "--to", "JPN", back.toString())).isZero();
        assertThat(run("import", japan(), back.toString())).isZero();
        assertThat(ledger(japan(), "USA").path("acknowledged").path("size").asLong())
                .isEqualTo(ledger(japan(), "USA").path("size").asLong());
        assertThat(japan().get("/api/v1/audit?event=medium-exported").text()).contains("USA");
        assertThat(states().get("/api/v1/audit?event=medium-imported").text()).contains("JPN");
    }

    @Test
    void aMediumThatGoesOnFurtherOnAddsToTheOneBefore() throws IOException {
        note("UNCLASSIFIED//REL TO USA", "one");
        run("export", japan(), "--to", "USA", medium.toString());
        var later = note("UNCLASSIFIED//REL TO USA", "two");
        var second = folder.resolve("second.renkei");
        run("export", japan(), "--to", "USA", "--since", "1", second.toString());
        assertThat(run("import", states(), second.toString())).isEqualTo(1);
        assertThat(said).contains("holds only 0").contains("ask for one since 0");
        assertThat(run("import", states(), medium.toString(), second.toString()))
                .isZero();
        assertThat(title(states(), later)).isEqualTo("two");
        assertSameRoots();
    }

    @Test
    void aMediumBringsAttachmentsWhenItIsToldToAndPreviewsAlways() throws IOException {
        var photo = Uploading.photo(800, 600);
        var attachment = Uploading.upload(japan(), "bridge.png", "image/png", photo);
        var withheld = Uploading.upload(japan(), "plan.png", "image/png", Uploading.photo(801, 600));
        var preview = attachment.path("preview").path("sha256").asString();
        Uploading.note(japan(), "UNCLASSIFIED//REL TO USA", "", attachment);
        Uploading.note(japan(), "SECRET//REL TO AUS", "", withheld);

        run("export", japan(), "--to", "USA", medium.toString());
        assertThat(run("import", states(), medium.toString())).isZero();
        assertThat(Uploading.content(states(), preview)).isEqualTo(Uploading.content(japan(), preview));
        var digest = Uploading.sha256(attachment);
        assertThat(Uploading.state(states(), digest).path("state").asString()).isEqualTo("offered");

        run("export", japan(), "--to", "USA", "--since", "0", "--attachments", medium.toString());
        assertThat(run("import", states(), medium.toString())).isZero();
        assertThat(Uploading.content(states(), digest)).isEqualTo(photo);
        assertThat(states().get("/api/v1/attachments/" + Uploading.sha256(withheld) + "/state")
                        .status())
                .isEqualTo(404);
        assertThat(japan().get("/api/v1/audit?event=attachment-sent").text()).contains("medium", digest);
        assertThat(run("import", states(), medium.toString())).isZero();
    }

    @Test
    void aMediumThatWasChangedOrIsForSomebodyElseIsRefusedAndSaysSo() throws IOException {
        note("UNCLASSIFIED//REL TO USA", "one");
        run("export", japan(), "--to", "USA", medium.toString());
        assertThat(run("import", japan(), medium.toString())).isEqualTo(1);
        assertThat(said).contains("is for USA/test");

        var bytes = Files.readAllBytes(medium);
        bytes[bytes.length - 100] ^= 1;
        Files.write(medium, bytes);
        assertThat(run("import", states(), medium.toString())).isEqualTo(1);
        assertThat(said).contains("Nothing was taken");
        assertThat(ledger(states(), "JPN").path("received").path("size").asLong())
                .isZero();
        assertThat(run("export", japan(), "--to", "XYZ", medium.toString())).isEqualTo(2);
        assertThat(said).contains("no partner");
    }

    private String note(String label, String title) {
        return japan().post("/api/v1/records", """
                {"kind":"note","label":"%s","body":{"title":"%s"}}""".formatted(label, title)).id();
    }

    private int run(String command, RunningNode node, String... more) throws IOException {
        var token = Files.writeString(folder.resolve("token"), node.token());
        var arguments = new java.util.ArrayList<>(
                java.util.List.of(command, "--url", node.url(), "--token-file", token.toString(), "--lang", "en"));
        arguments.addAll(java.util.List.of(more));
        var out = new StringWriter();
        var code = new CommandLine(new Renkei())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
        said = out.toString();
        return code;
    }

    private void assertSameRoots() {
        assertThat(ledger(states(), "JPN").path("received").path("root").asString())
                .isEqualTo(ledger(japan(), "USA").path("root").asString());
    }

    private static String title(RunningNode node, String id) {
        return node.get("/api/v1/records/" + id)
                .json()
                .path("body")
                .path("title")
                .asString();
    }

    private static tools.jackson.databind.JsonNode ledger(RunningNode node, String party) {
        return node.get("/api/v1/ledgers/" + party).json();
    }

    private static String dump(RunningNode node) {
        return node.database()
                .sql("select string_agg(encode(bytes, 'escape'), ' ') from federation.received")
                .query(String.class)
                .single();
    }

    private RunningNode japan() {
        return federation.node("JPN");
    }

    private RunningNode states() {
        return federation.node("USA");
    }
}
