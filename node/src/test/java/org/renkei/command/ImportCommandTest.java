package org.renkei.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {
    private static final String HEADER = "time,latitude,longitude,depth,mag,magType,id,place\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private BatchNode node;
    private Path token;

    @BeforeEach
    void startNode() throws IOException {
        node = new BatchNode(500);
        token = Files.writeString(folder.resolve("token"), "right\n");
    }

    @AfterEach
    void stopNode() {
        node.close();
    }

    @Test
    void storesOnceAndKnowsItTheSecondTime() throws IOException {
        Path file = quakes("quakes.csv", 3, 5.0);
        assertThat(run(file.toString())).isZero();
        assertThat(out.toString())
                .contains("read                   3", "stored                 3", "refused                0");
        assertThat(run(file.toString())).isZero();
        assertThat(out.toString()).contains("already known          3");
        assertThat(run(quakes("quakes.csv", 3, 5.1).toString())).isZero();
        assertThat(out.toString()).contains("revised                3");
    }

    @Test
    void sendsBatchesOfFiveHundred() throws IOException {
        assertThat(run(quakes("quakes.csv", 1201, 5.0).toString())).isZero();
        assertThat(node.batches).containsExactly(500, 500, 201);
    }

    @Test
    void halvesABatchThatIsTooLarge() throws IOException {
        node.close();
        node = new BatchNode(200);
        assertThat(run(quakes("quakes.csv", 400, 5.0).toString())).isZero();
        assertThat(node.batches).containsExactly(200, 200);
        assertThat(out.toString()).contains("stored               400");
    }

    @Test
    void tellsWhatWasRefusedAndWhere() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), HEADER + "x,1,2,3,4,mb,a,b\n");
        assertThat(run(file.toString(), quakes("good.csv", 2, 5.0).toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("stored                 2", file + ":2: time is not a time with a zone: \"x\"");
    }

    @Test
    void tellsWhatTheNodeRefused() throws IOException {
        Path file = quakes("quakes.csv", 1, 5.0);
        assertThat(run("--label", "SECRET//REL TO JPN, USA", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(file + ":2: /label nobody may write this");
    }

    @Test
    void opensFoldersInTheOrderOfNames() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        quakes("data/2.csv", 1, 2.0);
        quakes("data/1.csv", 1, 1.0);
        Files.writeString(folder.resolve("data/.hidden"), "x");
        assertThat(run(folder.resolve("data").toString())).isZero();
        assertThat(out.toString())
                .contains("stored                 1", "revised                1")
                .containsSubsequence("1.csv", "2.csv");
    }

    @Test
    void speaksJapanese() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), HEADER + "x,1,2,3,4,mb,a,b\n1\n");
        Path good = quakes("quakes.csv", 1, 5.0);
        assertThat(run("--lang", "ja", file.toString(), good.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("拒否                   2", "列の数が 1 で");
        assertThat(node.language).isEqualTo("ja");
    }

    @Test
    void saysWhenTheTokenIsWrong() throws IOException {
        Files.writeString(token, "wrong");
        assertThat(run(quakes("quakes.csv", 1, 5.0).toString())).isEqualTo(2);
        assertThat(err.toString()).contains("does not accept the token in " + token);
    }

    @Test
    void saysWhenNoNodeAnswers() throws IOException {
        node.close();
        assertThat(run(quakes("quakes.csv", 1, 5.0).toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no node answers at " + node.url());
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(run(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file");
        Path file = quakes("quakes.csv", 1, 5.0);
        assertThat(execute(
                        "--url",
                        node.url(),
                        "--token-file",
                        folder.resolve("none").toString(),
                        file.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--token-file");
        assertThat(execute("--url", "nonsense", "--token-file", token.toString(), file.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nonsense is no address");
    }

    @Test
    void keepsTheTokenOffTheOpenNetwork() throws IOException {
        Path file = quakes("quakes.csv", 1, 5.0);
        assertThat(execute("--url", "http://192.0.2.1:8081", "--token-file", token.toString(), file.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("unprotected");
    }

    private Path quakes(String name, int count, double magnitude) throws IOException {
        List<String> rows = IntStream.range(0, count)
                .mapToObj(i -> "2016-04-15T16:25:06Z,32.8,130.8,10," + magnitude + ",mb,tt" + i + ",here")
                .toList();
        return Files.writeString(folder.resolve(name), HEADER + String.join("\n", rows) + "\n");
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of("--url", node.url(), "--token-file", token.toString()));
        if (!List.of(arguments).contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        all.addAll(List.of(arguments));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(new ImportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
