package org.renkei.acsa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;

/// Spreadsheets out of the desk, and past orders out of spreadsheets, good and bad.
class AcsaSheetTests {
    private static final String NATIONAL = "CONFIDENTIAL//REL TO JPN";
    private static final String HEAD = "番号,国名,区分,種別,品名,単位,数量,決済方法,通貨,金額,引渡日,備考\n";
    private static final String LINE = "R4-1,USA,受領,燃料,F-76,リットル,1000,金銭決済,JPY,112500,2025/10/1,\"=注意, \"\"引用\"\"\"\n";

    @RegisterExtension
    static final Nations NATIONS = Nations.apart("JPN", "USA");

    static final MovableClock CLOCK = NATIONS.clock();

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }

    private static List<String> values(RunningNode node) {
        return PastSheets.list(node)
                .path("orders")
                .valueStream()
                .map(one -> one.path("values").toString())
                .sorted()
                .toList();
    }

    @Test
    void aSheetIsLookedAtCheckedAndOnlyThenStoredAndComesBackWhole() throws Exception {
        var text = HEAD + LINE + "R4-2,USA,提供,食料,\"rations\nset A\",食,20,現物返還,,,2026/2/28,#7\n"
                + "R4-3,USA,提供,食料,糧食,食,-20,現物返還,,1e40,2026/2/31,\n";
        var file = text.getBytes(Charset.forName("windows-31j"));
        var before = PastSheets.list(japan()).path("orders").size();
        var look = PastSheets.look(japan(), file);
        assertThat(look.path("form").asString()).isEqualTo("Shift_JIS");
        assertThat(look.path("lines").asInt()).isEqualTo(3);
        var report = PastSheets.check(japan(), file);
        assertThat(report.path("fresh").asInt()).isEqualTo(2);
        assertThat(report.path("wrong").asInt()).isEqualTo(1);
        var wrong = report.path("shown").path(0);
        assertThat(wrong.path("line").asInt()).isEqualTo(5);
        assertThat(wrong.path("wrong")
                        .valueStream()
                        .map(one -> one.path("field").asString()))
                .containsExactlyInAnyOrder("quantity", "amount", "deliveredOn");
        assertThat(PastSheets.list(japan()).path("orders").size())
                .as("nothing is stored")
                .isEqualTo(before);
        var other = (HEAD + LINE).getBytes(UTF_8);
        assertThat(PastSheets.bringIn(japan(), other, report, NATIONAL).statusCode())
                .as("not what was checked")
                .isEqualTo(409);
        assertThat(PastSheets.bringIn(japan(), file, report, NATIONAL).statusCode())
                .isEqualTo(201);
        assertThat(PastSheets.list(japan()).path("orders").size()).isEqualTo(before + 2);
        assertThat(PastSheets.list(japan()).path("label").asString()).isEqualTo(NATIONAL);
        assertThat(PastSheets.check(japan(), file).path("known").asInt()).isEqualTo(2);
        assertThat(PastSheets.look(japan(), file)
                        .path("columns")
                        .path(2)
                        .path("field")
                        .asString())
                .isEqualTo("direction");
        NATIONS.confirmed("JPN", "USA");
        assertThat(values(NATIONS.node("USA"))).isEmpty();
        for (var form : List.of("csv", "xlsx")) {
            for (var language : List.of("ja", "en")) {
                comesBackWhole(form, language);
            }
        }
    }

    /// When the day has begun in Japan, it has not yet in the zone that a node counts in.
    @Test
    void whatIsDeliveredThisMorningInJapanIsNotInTheFuture() {
        var now = CLOCK.instant().atOffset(ZoneOffset.UTC);
        var evening = now.with(LocalTime.of(20, 0));
        CLOCK.advance(Duration.between(now, evening.isAfter(now) ? evening : evening.plusDays(1)));
        var today = LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("Asia/Tokyo"));
        var lines = Stream.of(today, today.plusDays(1))
                .map(day -> LINE.replace("R4-1", "R8-" + day.getDayOfMonth()).replace("2025/10/1", day.toString()))
                .collect(Collectors.joining());
        var report = PastSheets.check(japan(), (HEAD + lines).getBytes(UTF_8));
        assertThat(report.path("wrong").asInt()).as(report.toString()).isEqualTo(1);
        assertThat(report.path("shown").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(PastSheets.bringIn(japan(), (HEAD + lines).getBytes(UTF_8), report, NATIONAL)
                        .statusCode())
                .isEqualTo(201);
    }

    /// What one node gives as a sheet another takes in without any help, and has the same.
    private static void comesBackWhole(String form, String language) {
        var sheet = japan().raw(
                        "GET",
                        "/api/v1/acsa/sheets/past-orders?form=" + form,
                        new byte[0],
                        "Accept-Language",
                        language);
        assertThat(sheet.statusCode()).isEqualTo(200);
        var usa = NATIONS.node("USA");
        var look = PastSheets.look(usa, sheet.body());
        assertThat(look.path("marking").asString()).isEqualTo(NATIONAL);
        var report = PastSheets.check(usa, sheet.body());
        assertThat(report.path("wrong").asInt()).as(report.toString()).isZero();
        var stored = PastSheets.bringIn(usa, sheet.body(), report, "CONFIDENTIAL//REL TO USA");
        assertThat(stored.statusCode()).as(new String(stored.body(), UTF_8)).isEqualTo(201);
        assertThat(values(usa)).isEqualTo(values(japan()));
    }

    @Test
    void aFormulaIsNamedAndItsValueNotTaken() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0");
                var sheet = book.newWorksheet("orders")) {
            var head = HEAD.strip().split(",");
            for (var column = 0; column < head.length; column++) {
                sheet.value(0, column, head[column]);
            }
            var cells = List.of("R4-9", "USA", "受領", "燃料", "F-76", "リットル", "", "金銭決済", "JPY", "", "2025-10-01", "");
            for (var column = 0; column < cells.size(); column++) {
                sheet.value(1, column, cells.get(column));
            }
            sheet.formula(1, 6, "500+500");
            sheet.value(1, 9, 112500);
        }
        var report = PastSheets.check(japan(), out.toByteArray());
        assertThat(report.path("wrong").asInt()).isEqualTo(1);
        var wrong = report.path("shown").path(0).path("wrong");
        assertThat(wrong).hasSize(1);
        assertThat(wrong.path(0).path("field").asString()).isEqualTo("quantity");
        assertThat(wrong.path(0).path("text").asString()).contains("数式");
    }

    @Test
    void whatIsNoTableIsRefusedWithItsReason() throws IOException {
        assertThat(PastSheets.send(japan(), "/look", new byte[0]).statusCode()).isEqualTo(400);
        assertRefused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0}, "XLSX で保存");
        assertRefused(new byte[] {'a', ',', (byte) 0x81, (byte) 0xff, (byte) 0xfd, '\n'}, "Shift_JIS");
        assertRefused(zip("xl/workbook.xml", new byte[80 << 20]), "64 MiB");
        assertRefused(zip("notes.txt", new byte[10]), "XLSX ブックではありません");
        assertRefused(
                zip("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a/>".getBytes(UTF_8)),
                "文書型宣言");
        assertRefused(zip("xl/workbook.xml", "<broken".getBytes(UTF_8)), "読み取れる");
        var many = new StringBuilder(HEAD);
        for (var i = 0; i < 20_001; i++) {
            many.append("x\n");
        }
        assertRefused(many.toString().getBytes(UTF_8), "行を超えています");
        assertRefused((HEAD + "x".repeat(5_000) + "\n").getBytes(UTF_8), "文字を超えるセル");
        var huge = new byte[9 << 20];
        Arrays.fill(huge, (byte) 'x');
        assertThat(PastSheets.send(japan(), "/look", huge).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference:0", "reference:0,reference:1", "nothing:1", "reference:99", "reference"})
    void aMappingThatIsNoneIsRefused(String mapping) {
        var answer = PastSheets.send(japan(), "/check?mapping=" + mapping, (HEAD + LINE).getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(PastSheets.json(answer).path("errors").path(0).path("at").asString())
                .startsWith("/mapping");
    }

    @Test
    void twiceTheSameLineIsOneMistakeAndNoneOfItIsDoubled() {
        var report =
                PastSheets.check(japan(), (HEAD + LINE.replace("R4-1", "R4-7").repeat(2)).getBytes(UTF_8));
        assertThat(report.path("fresh").asInt()).isEqualTo(1);
        assertThat(report.path("shown")
                        .path(0)
                        .path("wrong")
                        .path(0)
                        .path("text")
                        .asString())
                .contains("2 行目");
    }

    @Test
    void whatIsSavedIsWhatIsSeenMarkedAndOnRecord() {
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        var fields = AcsaTalk.fuel(japan(), "USA", "reimbursement");
        var secret = AcsaTalk.request(japan(), "SECRET//REL TO JPN, USA", fields);
        var csv = japan().get("/api/v1/acsa/sheets/queue?form=csv").text();
        assertThat(csv.lines().findFirst().orElseThrow()).contains("# SECRET//REL TO JPN, USA");
        assertThat(csv).contains(talk.id).contains(secret.id());
        var residents = new Residents(japan(), CLOCK);
        var draft = Residents.draft("sheet.low", "JPN", "desk-officer").replace("SECRET", "UNCLASSIFIED");
        var low = residents.settleAs("sheet.low", draft).signedIn();
        var seen = low.get("/api/v1/acsa/sheets/queue?form=csv").text();
        assertThat(seen).contains(talk.id).doesNotContain(secret.id()).contains("# UNCLASSIFIED//REL TO JPN, USA");
        var period = "?from=2026-01-01&to=" + AcsaTalk.today().plusYears(1);
        assertThat(low.get("/api/v1/acsa/sheets/accounts/USA" + period + "&form=csv")
                        .text())
                .contains("# UNCLASSIFIED//REL TO JPN, USA");
        assertThat(low.get("/api/v1/acsa/sheets/accounts/GBR" + period + "&form=csv")
                        .status())
                .isEqualTo(404);
        assertThat(low.get("/api/v1/acsa/sheets/queue?form=pdf").status()).isEqualTo(422);
        var told = japan().get("/api/v1/audit?event=acsa-sheet-made").json().toString();
        assertThat(told).contains("sheet.low").contains("\"what\":\"queue\"");
        var auditor = residents
                .settleAs(
                        "sheet.auditor",
                        Residents.draft("sheet.auditor", "JPN", "auditor").replace("SECRET", "UNCLASSIFIED"))
                .signedIn();
        assertThat(auditor.get("/api/v1/audit?event=acsa-sheet-made").text())
                .contains("sheet.low", "UNCLASSIFIED//REL TO JPN, USA")
                .doesNotContain("SECRET//REL TO JPN, USA");
    }

    private static void assertRefused(byte[] file, String reason) {
        var answer = PastSheets.send(japan(), "/look", file);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new String(answer.body(), UTF_8)).contains(reason);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
