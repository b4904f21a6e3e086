package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.database.SealedRows;
import org.renkei.database.SealedTable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.record.NodeId;
import org.renkei.testing.Folders;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// A node that comes back older than what it has released: restored from an old copy of its data, or copied twice. It
/// gets its entries back from its partner before it signs anything.
class RecoveryTests {
    @TempDir
    Path folder;

    private TestFederation federation;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        japan();
        states();
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void aNodeRestoredFromAnOlderCopyGetsBackWhatItReleased() throws Exception {
        var first = note("ROUTINE", "before the copy");
        var recalledLater = note("ROUTINE", "recalled later");
        federation.confirmed("JPN", "USA");
        keep("old");
        var lost = note("ROUTINE", "lost");
        var flash = note("FLASH", "lost and urgent");
        japan().post("/api/v1/records/" + recalledLater + "/recall", "{\"reason\":\"test\"}");
        var redacted = japan().post("/api/v1/records", """
                {"kind":"note","label":"CONFIDENTIAL//REL TO USA","portions":[{"at":"/remarks","label":"SECRET//REL TO AUS"}],
                 "body":{"title":"lost in part","remarks":"word TSUBAME-1"}}""").id();
        var gone = note("ROUTINE", "written and recalled");
        federation.confirmed("JPN", "USA");
        japan().post("/api/v1/records/" + gone + "/recall", "{\"reason\":\"test\"}");
        japan().put("/api/v1/records/" + lost, draft("ROUTINE", "lost, second revision"));
        federation.confirmed("JPN", "USA");
        var released = japan().get("/api/v1/ledgers/USA").json().path("size").asLong();
        assertThat(released).isGreaterThan(8);

        federation.stop("USA");
        federation.stop("JPN");
        putBack("old");
        var fresh = note("ROUTINE", "written before it met anybody");
        var freshFlash = note("FLASH", "urgent before it met anybody");
        japan().put("/api/v1/records/" + first, draft("ROUTINE", "revised before it met anybody"));
        japan().get("/api/v1/ledgers/USA");
        states();
        federation.confirmed("JPN", "USA");

        assertSameLedgers();
        assertThat(japan().get("/api/v1/ledgers/USA").json().path("size").asLong())
                .isGreaterThan(released);
        for (var id : List.of(lost, flash, redacted)) {
            var back = japan().get("/api/v1/records/" + id).json();
            assertThat(back.path("own").asBoolean()).isTrue();
            assertThat(back.path("body"))
                    .isEqualTo(states().get("/api/v1/records/" + id).json().path("body"));
        }
        assertThat(title(japan(), lost)).isEqualTo("lost, second revision");
        assertThat(japan().get("/api/v1/records/" + redacted)
                        .json()
                        .path("redacted")
                        .asBoolean())
                .isTrue();
        assertThat(title(states(), fresh)).isEqualTo("written before it met anybody");
        assertThat(title(states(), freshFlash)).isEqualTo("urgent before it met anybody");
        assertThat(title(states(), first)).isEqualTo("revised before it met anybody");
        assertThat(states().get("/api/v1/records/" + gone).json().path("state").asString())
                .isEqualTo("recalled");
        assertThat(states().get("/api/v1/records/" + recalledLater)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("recalled");
        assertThat(japan().get("/api/v1/audit?event=record-recovered").text()).contains(lost, flash, redacted);
        assertThat(japan().get("/api/v1/audit?event=ledger-recovered").text()).contains("\"to\":" + released);
        assertThat(japan().get("/api/v1/records/" + lost + "/release").text()).contains("gave it back");

        japan().put("/api/v1/records/" + lost, draft("ROUTINE", "third revision"));
        federation.confirmed("JPN", "USA");
        assertThat(title(states(), lost)).isEqualTo("third revision");
        japan().restart();
        eventually("the link is up again", () -> state(japan()).equals("up"));
        assertSameLedgers();
    }

    /// The copy is older than an urgent entry that went ahead of its turn, and whose turn never came.
    @Test
    void whatWentAheadOfItsTurnComesBackInItsPlace() throws Exception {
        note("ROUTINE", "before the copy");
        federation.confirmed("JPN", "USA");
        keep("old");
        assertThat(japan().post("/api/v1/links/USA/pause", "{}").status()).isEqualTo(200);
        note("ROUTINE", "lost for good");
        var flash = note("FLASH", "urgent and under way");
        goAhead(3);
        assertThat(title(states(), flash)).isEqualTo("urgent and under way");

        federation.stop("JPN");
        putBack("old");
        var fresh = note("ROUTINE", "written afterwards");
        federation.confirmed("JPN", "USA");
        assertSameLedgers();
        assertThat(title(japan(), flash)).isEqualTo("urgent and under way");
        assertThat(title(states(), fresh)).isEqualTo("written afterwards");
        assertThat(japan().get("/api/v1/ledgers/USA").json().path("size").asLong())
                .isEqualTo(4);
    }

    @Test
    void aClaimToHoldWhatWasNeverGivenOutIsNotBelieved() throws Exception {
        note("ROUTINE", "before");
        federation.confirmed("JPN", "USA");
        assertThat(japan().post("/api/v1/links/USA/pause", "{}").status()).isEqualTo(200);
        note("ROUTINE", "one more");
        note("FLASH", "urgent");
        goAhead(3);
        states().database()
                .sql("update federation.advanced set seal = decode('00', 'hex')")
                .update();
        japan().database().sql("delete from ledger.entry where position > 1").update();
        japan().database().sql("update ledger.tail set size = 1").update();
        japan().database().sql("update ledger.ledger set signed = 1").update();
        japan().bean(SealedRows.class).sealAll(List.of(SealedTable.values()));
        japan().restart();
        japan().post("/api/v1/links/USA/resume", "{}");
        eventually("it is refused", () -> state(japan()).equals("refused"));
        assertThat(problem(japan())).contains("two histories");
    }

    /// As if the urgent lane had carried this entry and the other one nothing.
    private void goAhead(long position) {
        var bytes = japan().database()
                .sql("select bytes from ledger.entry where party = 'USA' and position = ?")
                .param(position)
                .query((row, number) -> row.getBytes(1))
                .single();
        var leaf = Hash.ofLeaf(bytes);
        var from = NodeId.parse("JPN/test");
        var ledger = LinkSession.ledgerName(from, NodeId.parse("USA/test"));
        var seal = japan().bean(LinkStores.class).seal().over(ledger, position, leaf);
        var entry = LedgerEntry.decode(bytes);
        states().bean(Inbox.class)
                .storeAdvanced(from, List.of(new LinkEffect.Received(position, leaf, entry, bytes, seal)));
    }

    @Test
    void copiesOfOneNodeThatRunOneAfterTheOtherEndWithOneHistory() throws Exception {
        var first = note("ROUTINE", "before the copy");
        federation.confirmed("JPN", "USA");
        keep("second");
        var byFirst = note("IMMEDIATE", "by the first");
        federation.confirmed("JPN", "USA");
        keep("first");

        federation.stop("JPN");
        putBack("second");
        var bySecond = note("ROUTINE", "by the second");
        federation.confirmed("JPN", "USA");
        assertSameLedgers();

        federation.stop("JPN");
        putBack("first");
        var byFirstAgain = note("FLASH", "by the first again");
        federation.confirmed("JPN", "USA");
        assertSameLedgers();
        for (var id : List.of(first, byFirst, bySecond, byFirstAgain)) {
            assertThat(title(japan(), id)).isEqualTo(title(states(), id));
        }
    }

    @Test
    void twoHistoriesAreSaidToBeAForkByBothAndNothingMoreIsAccepted() throws Exception {
        note("ROUTINE", "one");
        note("ROUTINE", "two");
        federation.confirmed("JPN", "USA");
        federation.stop("USA");
        var other = UUID.randomUUID();
        var bytes = new LedgerEntry.Recall(1, other).encode();
        japan().database()
                .sql(
                        "update ledger.entry set record = ?, bytes = ?, leaf_hash = ?, type = 'recall' where party = 'USA' and position = 1")
                .param(other)
                .param(bytes)
                .param(Hash.ofLeaf(bytes).bytes())
                .update();
        // What the partner confirmed would tell at the start that rows were replaced; that is another story.
        japan().database()
                .sql("update ledger.ledger set acknowledged = 0, acknowledged_root = null where party = 'USA'")
                .update();
        japan().bean(SealedRows.class).sealAll(List.of(SealedTable.values()));
        federation.stop("JPN");
        states();
        japan();
        eventually(
                "both say fork",
                () -> problem(japan()).contains("two histories")
                        && problem(states()).contains("two histories"));
        assertThat(state(japan())).isEqualTo("refused");
        assertThat(state(states())).isEqualTo("refused");
        assertThat(states().send("GET", "/api/v1/node", "", "Bearer " + states().token(), "ja")
                        .text())
                .contains("二つの履歴");
        var late = note("FLASH", "after the fork");
        var held = received(states()).path("size").asLong();
        var calls = japan().get("/api/v1/audit?event=link-down")
                .json()
                .path("entries")
                .size();
        eventually(
                "they have met again",
                () -> japan().get("/api/v1/audit?event=link-down")
                                .json()
                                .path("entries")
                                .size()
                        > calls);
        assertThat(received(states()).path("size").asLong()).isEqualTo(held);
        assertThat(states().get("/api/v1/records/" + late).status()).isEqualTo(404);
    }

    /// Two copies ran at once, and each gave out entries that the other does not know.
    @Test
    void aForkEndsWhenAnAdministratorOpensANewEpoch() throws Exception {
        var first = note("ROUTINE", "before the copy");
        federation.confirmed("JPN", "USA");
        keep("second");
        var byFirst = note("ROUTINE", "by the first copy");
        federation.confirmed("JPN", "USA");
        var held = received(states()).path("root").asString();

        federation.stop("USA");
        federation.stop("JPN");
        putBack("second");
        var bySecond = note("ROUTINE", "by the second copy");
        var revised = draft("ROUTINE", "before the copy, revised by the second");
        japan().put("/api/v1/records/" + first, revised);
        assertThat(epoch("nothing is forked yet").status()).isEqualTo(409);
        japan().bean(org.renkei.ledger.Ledgers.class).sign("USA", 3);
        var withdrawn = japan().get("/api/v1/ledgers/USA").json();
        states();
        eventually("they say fork", () -> link(japan()).path("forked").asBoolean());
        assertThat(epoch(" ").status()).isEqualTo(422);
        assertThat(japan().send(
                                "POST",
                                "/api/v1/ledgers/FRA/epochs",
                                "{\"reason\":\"x\"}",
                                "Bearer " + japan().token(),
                                "en")
                        .status())
                .isEqualTo(404);

        var opened = epoch("two copies ran; the first was stopped");
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        federation.confirmed("JPN", "USA");
        assertSameLedgers();
        for (var id : List.of(first, byFirst, bySecond)) {
            assertThat(title(japan(), id)).isEqualTo(title(states(), id));
        }
        assertThat(title(states(), first)).isEqualTo("before the copy, revised by the second");
        assertThat(title(japan(), byFirst)).isEqualTo("by the first copy");
        assertThat(title(states(), bySecond)).isEqualTo("by the second copy");
        var epochs = japan().get("/api/v1/ledgers/USA").json().path("epochs");
        assertThat(epochs).hasSize(1);
        assertThat(epochs.get(0).path("number").asInt()).isEqualTo(2);
        assertThat(epochs.get(0).path("base").asLong()).isEqualTo(1);
        assertThat(epochs.get(0).path("withdrawn").asLong()).isEqualTo(3);
        assertThat(epochs.get(0).path("withdrawnRoot").asString())
                .isEqualTo(withdrawn.path("root").asString());
        assertThat(epochs.get(0).path("settledRoot").asString()).isEqualTo(held);
        assertThat(japan().get("/api/v1/audit?event=ledger-epoch-opened").text())
                .contains("two copies ran; the first was stopped");
        assertThat(epoch("again").status()).isEqualTo(409);

        japan().put("/api/v1/records/" + byFirst, draft("FLASH", "and on it goes"));
        federation.confirmed("JPN", "USA");
        assertThat(title(states(), byFirst)).isEqualTo("and on it goes");
        japan().restart();
        eventually("the link is up again", () -> state(japan()).equals("up"));
        assertSameLedgers();
    }

    private RunningNode.Answer epoch(String reason) {
        return japan().send(
                        "POST",
                        "/api/v1/ledgers/USA/epochs",
                        "{\"reason\":\"" + reason + "\"}",
                        "Bearer " + japan().token(),
                        "en");
    }

    /// The same leaf at every position, and every position once.
    private void assertSameLedgers() {
        var ledger = japan().get("/api/v1/ledgers/USA").json();
        assertThat(received(states()).path("root").asString())
                .isEqualTo(ledger.path("root").asString());
        assertThat(leaves(states(), "federation.received where node = 'JPN/test'"))
                .isEqualTo(leaves(japan(), "ledger.entry where party = 'USA'"));
        assertThat(states().database()
                        .sql("select count(*) from federation.advanced")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static List<String> leaves(RunningNode node, String which) {
        return node.database()
                .sql("select position, leaf_hash from " + which + " order by position")
                .query((row, number) ->
                        row.getLong("position") + " " + HexFormat.of().formatHex(row.getBytes("leaf_hash")))
                .list();
    }

    private void keep(String name) throws Exception {
        federation.stop("JPN");
        Folders.copy(federation.data("JPN"), folder.resolve(name));
        japan();
        federation.confirmed("JPN", "USA");
    }

    private void putBack(String name) throws Exception {
        Files.move(federation.data("JPN"), folder.resolve(name + "-replaced"));
        Folders.copy(folder.resolve(name), federation.data("JPN"));
    }

    private String note(String precedence, String title) {
        return japan().post("/api/v1/records", draft(precedence, title)).id();
    }

    private static String draft(String precedence, String title) {
        return """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","precedence":"%s","body":{"title":"%s"}}
                """.formatted(precedence, title);
    }

    private static String title(RunningNode node, String id) {
        return node.get("/api/v1/records/" + id)
                .json()
                .path("body")
                .path("title")
                .asString();
    }

    private static JsonNode received(RunningNode node) {
        return node.get("/api/v1/ledgers/JPN").json().path("received");
    }

    private static String state(RunningNode node) {
        return link(node).path("state").asString();
    }

    private static String problem(RunningNode node) {
        return link(node).path("problem").asString();
    }

    private static JsonNode link(RunningNode node) {
        return node.get("/api/v1/node").json().path("links").get(0);
    }

    private RunningNode japan() {
        return federation.node("JPN");
    }

    private RunningNode states() {
        return federation.node("USA");
    }
}
