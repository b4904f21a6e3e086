package org.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.record.Precedence;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.ledger.Ledgers.Urgent;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What leaves a ledger, and what is known of it. The partner is away all the time.
class LedgersTests {
    private static final int MANY = 1 << 20;

    @TempDir
    static Path folder;

    static TestFederation federation;
    static RunningNode node;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        node = federation.node("JPN");
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void contentRecalledBeforeDeliveryNeverLeaves() {
        var from = size() + 1;
        var gone = write("ROUTINE", "gone");
        write("ROUTINE", "stays");
        assertThat(read(from)).allMatch(LedgerLeaf.Whole.class::isInstance);
        var leaf = ledgers().leaf("USA", from - 1);
        node.post("/api/v1/records/" + gone + "/recall", "{\"reason\":\"test\"}");
        var leaves = read(from);
        assertThat(leaves).hasSize(3);
        assertThat(leaves.getFirst()).isEqualTo(new LedgerLeaf.Blank(leaf));
        assertThat(leaves.subList(1, 3)).allMatch(LedgerLeaf.Whole.class::isInstance);
        assertThat(((LedgerLeaf.Whole) leaves.get(2)).bytes())
                .satisfies(bytes ->
                        assertThat(Hash.ofLeaf(bytes)).isEqualTo(ledgers().leaf("USA", from + 1)));
    }

    @Test
    void aBatchIsBoundedByEntriesAndBytesButNeverEmpty() {
        var from = size() + 1;
        for (var n = 0; n < 5; n++) {
            write("ROUTINE", "bounded " + n);
        }
        assertThat(ledgers().read("USA", from, 3, MANY).leaves()).hasSize(3);
        assertThat(ledgers().read("USA", from, 5, 1).leaves()).hasSize(1);
        var one = ((LedgerLeaf.Whole) read(from).getFirst()).bytes().length;
        assertThat(ledgers().read("USA", from, 5, one * 2 + 10).leaves()).hasSize(2);
        var beyond = ledgers().read("USA", size() + 1, 5, MANY);
        assertThat(beyond.leaves()).isEmpty();
        assertThat(beyond.checkpoint()).isEmpty();
    }

    @Test
    void flashGoesBeforeImmediateAndRecallsOvertakeToo() {
        var after = size();
        write("ROUTINE", "slow");
        write("IMMEDIATE", "second");
        var flash = write("FLASH", "first");
        var routine = write("ROUTINE", "recalled by its officer");
        assertThat(urgent(after)).extracting(Urgent::position).containsExactly(after + 3, after + 2);
        node.post("/api/v1/records/" + routine + "/recall", "{\"reason\":\"test\"}");
        node.post("/api/v1/records/" + flash + "/recall", "{\"reason\":\"test\"}");
        assertThat(urgent(after))
                .extracting(Urgent::position, Urgent::precedence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(after + 6, Precedence.FLASH),
                        org.assertj.core.groups.Tuple.tuple(after + 2, Precedence.IMMEDIATE),
                        org.assertj.core.groups.Tuple.tuple(after + 5, Precedence.IMMEDIATE));
        assertThat(ledgers().readUrgent("USA", after, after, 1)).hasSize(1);
        assertThat(ledgers().readUrgent("USA", after + 6, after + 2, MANY))
                .extracting(Urgent::position)
                .containsExactly(after + 5);
    }

    @Test
    void whatIsHeldIsNotReadAndWhatIsNewIs() {
        var from = size() + 1;
        var held = write("FLASH", "held");
        inTransaction(() -> ledgers().hold("USA"));
        assertThat(read(from)).isEmpty();
        assertThat(urgent(from - 1)).isEmpty();
        write("FLASH", "new");
        assertThat(read(from)).isEmpty();
        assertThat(urgent(from - 1)).extracting(Urgent::position).containsExactly(from + 1);
        node.post("/api/v1/records/" + held + "/recall", "{\"reason\":\"test\"}");
        assertThat(urgent(from - 1)).extracting(Urgent::position).containsExactly(from + 1, from + 2);
        inTransaction(() -> ledgers().letGo("USA"));
        assertThat(read(from)).hasSize(3).first().isInstanceOf(LedgerLeaf.Blank.class);
    }

    @Test
    void whatWasReadBeforeARecallOrAHoldNoLongerStands() {
        var marks = node.bean(LedgerMarks.class);
        var gone = write("ROUTINE", "read and then recalled");
        var mark = marks.mark("USA");
        write("ROUTINE", "one more takes nothing back");
        inTransaction(() -> assertThat(marks.stands(mark)).isTrue());
        node.post("/api/v1/records/" + gone + "/recall", "{\"reason\":\"test\"}");
        inTransaction(() -> assertThat(marks.stands(mark)).isFalse());
        var later = marks.mark("USA");
        inTransaction(() -> assertThat(marks.stands(later)).isTrue());
        inTransaction(() -> ledgers().hold("USA"));
        inTransaction(() -> assertThat(marks.stands(later)).isFalse());
        inTransaction(() -> ledgers().letGo("USA"));
    }

    /// What was released to one node is never offered to another that has come to its key.
    @Test
    void aLedgerThatHoldsSomethingStaysWithItsNode() {
        write("ROUTINE", "for this node alone");
        var owners = node.bean(LedgerOwners.class);
        var rightful = node.bean(Partners.class).find("USA").orElseThrow();
        var other = new Partners.Partner("USA", node.bean(OwnKeys.class).card(), rightful.settings());
        assertThatThrownBy(() -> owners.bind(other))
                .hasMessageContaining("the ledger 'USA' is that of USA/test, not of JPN/test")
                .hasMessageContaining("put USA/test back among the partners");
        var moved = new Partners.Partner("USA/test", rightful.card(), rightful.settings());
        assertThatThrownBy(() -> owners.bind(moved))
                .hasMessageContaining("what was released to USA/test is in the ledger 'USA'")
                .hasMessageContaining("keep the partners in the order they had");
        owners.bind(rightful);
    }

    @Test
    void thatItWasSignedIsDurableBeforeAnybodySeesTheText() {
        write("ROUTINE", "to sign");
        var size = size();
        var before = ledgers().state("USA").signed();
        assertThat(before).isLessThan(size);
        node.database().sql("""
                create function ledger.refuse() returns trigger language plpgsql as
                $$ begin raise exception using errcode = '53100', message = 'No space left on device'; end $$
                """).update();
        node.database()
                .sql("create trigger refuse before update of signed on ledger.ledger execute function ledger.refuse()")
                .update();
        try {
            assertThatThrownBy(() -> ledgers().sign("USA", size)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> ledgers().read("USA", size, 1, MANY)).isInstanceOf(RuntimeException.class);
        } finally {
            node.database().sql("drop trigger refuse on ledger.ledger").update();
        }
        assertThat(ledgers().state("USA").signed()).isEqualTo(before);
        inTransaction(() -> {
            ledgers().sign("USA", size);
            throw new IllegalStateException("whatever happens to the caller");
        });
        assertThat(ledgers().state("USA").signed()).isEqualTo(size);
        ledgers().sign("USA", 1);
        assertThat(ledgers().state("USA").signed()).isEqualTo(size);
    }

    @Test
    void whatMayOvertakeIsDurablyGivenOutBeforeAnybodySeesIt() {
        write("ROUTINE", "slow");
        write("FLASH", "fast");
        write("ROUTINE", "later");
        urgent(size() - 3);
        assertThat(ledgers().state("USA").signed()).isEqualTo(size() - 1);
    }

    @Test
    void lookingAtALedgerGivesOutNothing() {
        write("ROUTINE", "never sent");
        var before = ledgers().state("USA").signed();
        assertThat(node.get("/api/v1/ledgers/USA").json().path("checkpoint").asString())
                .contains("\n" + before + "\n");
        var proof = node.get("/api/v1/ledgers/USA/proof?position=" + size());
        assertThat(proof.status()).isEqualTo(409);
        assertThat(proof.text()).contains("waits for the link");
        assertThat(ledgers().state("USA").signed()).isEqualTo(before);
    }

    private static void inTransaction(Runnable work) {
        try {
            new TransactionTemplate(node.bean(PlatformTransactionManager.class))
                    .executeWithoutResult(status -> work.run());
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("whatever happens");
        }
    }

    private static Ledgers ledgers() {
        return node.bean(Ledgers.class);
    }

    private static List<LedgerLeaf> read(long from) {
        return ledgers().read("USA", from, 1_000, MANY).leaves();
    }

    private static List<Urgent> urgent(long after) {
        return ledgers().readUrgent("USA", after, after, MANY);
    }

    private static long size() {
        return ledgers().state("USA").size();
    }

    private static String write(String precedence, String title) {
        return node.post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","precedence":"%s","body":{"title":"%s"}}
                """.formatted(precedence, title)).id();
    }
}
