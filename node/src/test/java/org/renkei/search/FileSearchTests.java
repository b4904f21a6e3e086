package org.renkei.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.attachments.Uploading.becomes;
import static org.renkei.attachments.Uploading.note;
import static org.renkei.attachments.Uploading.sha256;
import static org.renkei.attachments.Uploading.upload;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;

/// Search in what attached files say, by who may see which of them.
class FileSearchTests {
    private static final String SHARED = "UNCLASSIFIED//REL TO JPN, USA";
    private static final String FIRST_IS_SECRET = """
            ,"portions":[{"at":"/attachments/0","label":"SECRET"}]""";

    @TempDir
    static Path folder;

    static final MovableClock CLOCK = new MovableClock();
    static TestFederation federation;
    static RunningNode japan;
    static RunningNode states;
    static Visitor officer;
    static Visitor clerk;
    static Visitor liaison;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, CLOCK, "JPN", "USA");
        japan = federation.node("JPN");
        states = federation.node("USA");
        var residents = new Residents(japan, CLOCK);
        officer = residents.settle("officer", "watch-officer").signedIn();
        clerk = residents
                .settleAs(
                        "clerk",
                        Residents.draft("clerk", "JPN", "desk-officer").replace("\"SECRET\"", "\"CONFIDENTIAL\""))
                .signedIn();
        liaison = residents
                .settleAs("liaison", Residents.draft("liaison", "USA", "liaison"))
                .signedIn();
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @ParameterizedTest
    @CsvSource({
        "report.txt, text/plain, 給水車, 給水車は三台です。",
        "sjis.csv, text/csv, 毛布, '品目,毛布,200'",
        "report.pdf, application/pdf, 阿蘇大橋, 阿蘇大橋は崩落した",
        "report.docx, application/octet-stream, 南阿蘇村, 南阿蘇村の避難所",
        "stock.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, 発電機, 発電機"
    })
    void findsARecordByWhatItsFileSaysAndNamesTheFile(String name, String type, String word, String says)
            throws IOException {
        var content = switch (name) {
            case "report.txt" -> says.getBytes(UTF_8);
            case "sjis.csv" -> says.getBytes(Charset.forName("windows-31j"));
            case "report.pdf" -> Paperwork.paper("First page", says);
            case "report.docx" -> Paperwork.word("Title", says);
            default -> Paperwork.sheet("在庫", "Mashiki", says);
        };
        var file = upload(japan, name, type, content);
        var record = note(japan, SHARED, "", file);
        eventually("it is found", () -> ids(search(officer, word)).equals(List.of(record)));
        var hit = search(officer, word).path("hits").path(0);
        var found = hit.path("files");
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("name").asString()).isEqualTo(name);
        var passage = found.path(0).path("passages").path(0);
        assertThat(marked(passage)).contains(word);
        assertThat(passage.path("page").asInt(0)).isEqualTo(name.endsWith(".pdf") ? 2 : 0);
        assertThat(ids(search(liaison, word))).containsExactly(record);
        assertThat(ids(search(officer, "\"" + word + "\"", "order=best"))).containsExactly(record);
    }

    @Test
    void aFileThatACallerDoesNotSeeFindsNothingForThem() {
        var kept = upload(japan, "plan.txt", "text/plain", "word KUROSHIO of plan".getBytes(UTF_8));
        var open = upload(japan, "map.txt", "text/plain", "word OYASHIO of map".getBytes(UTF_8));
        var record = note(japan, SHARED, FIRST_IS_SECRET, kept, open);
        eventually(
                "both are read",
                () -> files(search(officer, "kuroshio | oyashio")).equals(List.of("plan.txt", "map.txt")));
        for (var reader : List.of(clerk, liaison)) {
            assertThat(search(reader, "kuroshio")).isEqualTo(search(reader, "nobodysaidthis"));
            assertThat(files(search(reader, "oyashio"))).containsExactly("map.txt");
            assertThat(files(search(reader, "kuroshio | oyashio"))).containsExactly("map.txt");
            assertThat(ids(search(reader, "oyashio -kuroshio")))
                    .as("what is left out must not tell of what is not seen")
                    .containsExactly(record);
            assertThat(ids(search(reader, "with files -kuroshio"))).contains(record);
            assertThat(ids(search(reader, "kuro*"))).isEmpty();
            assertThat(search(reader, "oyashio", "order=best").toString()).doesNotContain("KUROSHIO");
        }
    }

    @Test
    void whatIsLeftOutMustNotStandInTheRecordEither() {
        var file = upload(japan, "tide.txt", "text/plain", "word NAGISA".getBytes(UTF_8));
        var record = note(japan, SHARED, "", file);
        eventually("it is read", () -> ids(search(officer, "nagisa")).equals(List.of(record)));
        assertThat(ids(search(officer, "nagisa -files"))).isEmpty();
        assertThat(ids(search(officer, "nagisa -\"with nothing\""))).containsExactly(record);
    }

    @Test
    void atThePartnerAFileIsFoundOnceItIsThereAndNoLongerWhenItsRecordGoes() {
        var file = upload(japan, "list.txt", "text/plain", "word HAYATE".getBytes(UTF_8));
        var record = note(japan, SHARED, "", file);
        federation.confirmed("JPN", "USA");
        eventually("the record is found", () -> ids(atStates("list.txt")).contains(record));
        assertThat(ids(atStates("hayate"))).isEmpty();
        states.post("/api/v1/attachments/" + sha256(file) + "/fetch", "");
        becomes(states, sha256(file), "here");
        eventually("its file is found", () -> ids(atStates("hayate")).equals(List.of(record)));
        states.restart();
        eventually("and after a restart", () -> ids(atStates("hayate")).equals(List.of(record)));
        japan.post("/api/v1/records/" + record + "/recall", "{\"reason\":\"over\"}");
        eventually("it is gone", () -> ids(atStates("hayate")).isEmpty());
    }

    /// The process that reads it has little memory and little time; the index goes on.
    @Test
    void aFileThatIsMadeToDoHarmStopsNothing() throws IOException {
        var bomb = upload(japan, "bomb.pdf", "application/pdf", Paperwork.bomb(600L << 20));
        var broken = upload(japan, "broken.xlsx", "application/octet-stream", "PK\3\4 nothing".getBytes(UTF_8));
        note(japan, SHARED, "", bomb, broken);
        var file = upload(japan, "after.txt", "text/plain", "word TSUBASA".getBytes(UTF_8));
        var after = note(japan, SHARED, "", file);
        assertThat(ids(search(officer, "with files")))
                .as("records do not wait for files")
                .contains(after);
        eventually(
                "files after it are read", () -> ids(search(officer, "tsubasa")).equals(List.of(after)));
        assertThat(ids(search(officer, "bomb.pdf"))).hasSize(1);
    }

    private static JsonNode atStates(String text) {
        return states.get("/api/v1/search?text=" + text).json();
    }

    private static JsonNode search(Visitor reader, String text, String... more) {
        var answer = reader.get("/api/v1/search?text=" + URLEncoder.encode(text, UTF_8) + "&" + String.join("&", more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(JsonNode result) {
        return result.path("hits")
                .valueStream()
                .map(one -> one.path("record").path("id").asString())
                .toList();
    }

    private static List<String> files(JsonNode result) {
        return result.path("hits")
                .valueStream()
                .flatMap(one -> one.path("files").valueStream())
                .map(one -> one.path("name").asString())
                .toList();
    }

    private static String marked(JsonNode passage) {
        var text = passage.path("text").asString();
        var mark = passage.path("marks").path(0);
        return text.substring(
                mark.path(0).asInt(),
                passage.path("marks")
                        .valueStream()
                        .reduce((a, b) -> b)
                        .orElse(mark)
                        .path(1)
                        .asInt());
    }
}
