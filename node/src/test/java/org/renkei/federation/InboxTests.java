package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// What a partner's entries leave here, in whatever order and form they come.
class InboxTests {
    @TempDir
    static Path folder;

    static final MovableClock CLOCK = new MovableClock();
    static TestFederation federation;
    static RunningNode node;
    static int nodes;

    NodeId partner = NodeId.parse("AUS/test");
    UUID id = UUID.randomUUID();
    Inbox inbox = node.bean(Inbox.class);

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, CLOCK, "USA");
        node = federation.node("USA");
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @BeforeEach
    void aPartnerOfItsOwn() {
        partner = NodeId.parse("AUS" + "/test" + nodes++);
        node.database().sql("delete from federation.inbox").update();
    }

    @Test
    void inOrderAloneTheNewestStands() {
        order(1, release(1, 1, "FIRST-A"), release(2, 2, "SECOND-A"));
        assertThat(title()).isEqualTo("SECOND-A");
        assertThat(here("FIRST-A")).isTrue();
    }

    @ParameterizedTest(name = "held: {0}")
    @ValueSource(booleans = {true, false})
    void aheadThenInOrderConvergesAndStoresNothingTwice(boolean held) {
        var entries = List.of(release(1, 1, "ONE-B"), release(2, 2, "TWO-B"), release(3, 3, "THREE-B"));
        inbox.storeAdvanced(partner, List.of(entries.get(1)));
        inbox.storeAdvanced(partner, List.of(entries.get(1)));
        assertThat(title()).isEqualTo("TWO-B");
        assertThat(inbox.advanced(partner))
                .containsExactly(Map.entry(2L, entries.get(1).leaf()));
        order(1, entries.get(0), held ? held(entries.get(1)) : entries.get(1));
        assertThat(title()).isEqualTo("TWO-B");
        assertThat(inbox.advanced(partner)).isEmpty();
        assertThat(bytesOf(2)).isEqualTo(entries.get(1).bytes());
        order(3, entries.get(2));
        assertThat(title()).isEqualTo("THREE-B");
        inbox.storeAdvanced(partner, List.of(entries.get(1), entries.get(2)));
        assertThat(inbox.advanced(partner)).isEmpty();
        assertThat(audited("record-received")).isEqualTo(3);
        assertThat(inbox.tree(partner).size()).isEqualTo(3);
        assertThat(revisions()).isEqualTo(3);
    }

    @Test
    void aRecallLeavesNothingBehindInWhateverOrderItComes() {
        var one = release(1, 1, "WORD-C-ONE");
        var two = release(3, 2, "WORD-C-TWO");
        inbox.storeAdvanced(partner, List.of(two));
        order(1, one);
        assertThat(here("WORD-C-ONE")).isTrue();
        inbox.storeAdvanced(partner, List.of(recall(4)));
        assertThat(here("WORD-C-ONE")).isFalse();
        assertThat(here("WORD-C-TWO")).isFalse();
        assertThat(state()).isEqualTo("recalled");
        order(2, release(2, 7, "WORD-C-LATE"), held(two), held(recall(4)));
        assertThat(here("WORD-C")).isFalse();
        assertThat(state()).isEqualTo("recalled");
        assertThat(bytesOf(3)).isNull();
        order(5, release(5, 8, "WORD-C-AGAIN"));
        assertThat(title()).isEqualTo("WORD-C-AGAIN");
        assertThat(here("WORD-C-TWO")).isFalse();
    }

    @Test
    void aRecallBelowTheNewestTakesOnlyWhatWasBefore() {
        inbox.storeAdvanced(partner, List.of(release(3, 2, "WORD-D-NEW")));
        order(1, release(1, 1, "WORD-D-OLD"), recall(2), held(release(3, 2, "WORD-D-NEW")));
        assertThat(title()).isEqualTo("WORD-D-NEW");
        assertThat(here("WORD-D-OLD")).isFalse();
    }

    @Test
    void recalledBeforeItCameItIsNeverStored() {
        inbox.storeAdvanced(partner, List.of(recall(2)));
        order(1, release(1, 1, "WORD-E"));
        assertThat(here("WORD-E")).isFalse();
        var leaf = Hash.ofContent(new byte[] {1});
        order(2, held(recall(2)), new LinkEffect.Received(3, leaf, null, null));
        assertThat(inbox.tree(partner).leaf(2)).isEqualTo(leaf);
        assertThat(inbox.find(partner).orElseThrow().size()).isEqualTo(3);
    }

    @Test
    void anotherEntryThanCameAheadIsRefusedWhole() {
        inbox.storeAdvanced(partner, List.of(release(1, 1, "WORD-F")));
        assertThatThrownBy(() -> order(1, release(1, 1, "WORD-F-FORGED"))).hasMessageContaining("another one");
        assertThat(inbox.find(partner)).isEmpty();
        assertThat(inbox.advanced(partner)).hasSize(1);
    }

    @Test
    void anotherNodesRecordIsNotTouched() {
        order(1, release(1, 1, "WORD-G"));
        var owner = partner;
        partner = NodeId.parse("GBR/test" + nodes);
        order(1, release(1, 9, "WORD-G-STOLEN"), recall(2));
        assertThat(title()).isEqualTo("WORD-G");
        assertThat(audited("record-refused")).isEqualTo(1);
        partner = owner;
    }

    @Test
    void endedReleasesVanishByOurOwnClockAndLaterOnesStillCome() {
        var until = CLOCK.instant().plusSeconds(3600).truncatedTo(ChronoUnit.MICROS);
        order(1, release(1, 1, "WORD-H-ONE"), release(2, 2, "WORD-H-TWO", until));
        inbox.storeAdvanced(partner, List.of(release(4, 4, "WORD-H-THREE", until)));
        inbox.removeEnded();
        assertThat(title()).isEqualTo("WORD-H-THREE");
        CLOCK.advance(Duration.ofHours(2));
        inbox.removeEnded();
        assertThat(here("WORD-H")).isFalse();
        assertThat(state()).isEqualTo("recalled");
        order(3, release(3, 3, "WORD-H-LATE"), held(release(4, 4, "WORD-H-THREE", until)));
        assertThat(here("WORD-H")).isFalse();
        order(5, release(5, 5, "WORD-H-ENDED", until));
        assertThat(here("WORD-H")).isFalse();
        order(6, release(6, 6, "WORD-H-NEW"));
        assertThat(title()).isEqualTo("WORD-H-NEW");
    }

    @Test
    void aThousandEntriesAreDurableInAnInstant() {
        var best = Long.MAX_VALUE;
        for (var round = 0; round < 8; round++) {
            var first = round * 1_000L + 1;
            var batch = new ArrayList<LinkEffect.Received>();
            for (var n = 0; n < 1_000; n++) {
                id = UUID.randomUUID();
                batch.add(release(first + n, 1, "a title of some length for entry " + n + " and more ".repeat(30)));
            }
            var began = System.nanoTime();
            order(first, batch.toArray(LinkEffect.Received[]::new));
            best = Math.min(best, System.nanoTime() - began);
        }
        System.out.printf("SPEED a batch of 1,000 entries stored in %.1f ms%n", best / 1e6);
        assertThat(best).isLessThan(Duration.ofSeconds(2).toNanos());
    }

    private void order(long first, LinkEffect.Received... entries) {
        var size = first + entries.length - 1;
        inbox.store(partner, new LinkEffect.Store(List.of(entries), size, Hash.ofEmptyTree(), "checkpoint"));
    }

    private LinkEffect.Received release(long position, int revision, String title) {
        return release(position, revision, title, null);
    }

    private LinkEffect.Received release(long position, int revision, String title, Instant until) {
        var form = new SharedRecord(
                id,
                partner,
                "note",
                revision,
                "office",
                HybridTime.ZERO,
                Precedence.ROUTINE,
                Label.parse("UNCLASSIFIED//PUBLIC"),
                List.of(),
                List.of(),
                new CborMap(Map.of("title", new CborText(title))),
                false,
                until,
                Map.of());
        return whole(new LedgerEntry.Release(position, form));
    }

    private LinkEffect.Received recall(long position) {
        return whole(new LedgerEntry.Recall(position, id));
    }

    private static LinkEffect.Received whole(LedgerEntry entry) {
        var bytes = entry.encode();
        return new LinkEffect.Received(entry.position(), Hash.ofLeaf(bytes), entry, bytes);
    }

    private static LinkEffect.Received held(LinkEffect.Received entry) {
        return new LinkEffect.Received(entry.position(), entry.leaf(), null, null);
    }

    private String title() {
        var record = node.get("/api/v1/records/" + id).json();
        assertThat(record.path("state").asString()).isEqualTo("current");
        return record.path("body").path("title").asString();
    }

    private String state() {
        return node.get("/api/v1/records/" + id).json().path("state").asString();
    }

    private long audited(String event) {
        return node.get("/api/v1/audit?event=" + event + "&record=" + id)
                .json()
                .path("entries")
                .size();
    }

    private long revisions() {
        return node.database()
                .sql("select count(*) from records.revision where record = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private byte[] bytesOf(long position) {
        return node.database()
                .sql("select bytes from federation.received where node = ? and position = ?")
                .param(partner.toString())
                .param(position)
                .query((row, number) -> row.getBytes("bytes"))
                .list()
                .getFirst();
    }

    /// Whether a word is anywhere in the database, as text or as bytes.
    private static boolean here(String word) {
        var hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        return node
                .database()
                .sql("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in"
                        + " ('pg_catalog', 'information_schema')")
                .query(String.class)
                .list()
                .stream()
                .anyMatch(table -> node.database()
                        .sql("select exists (select 1 from " + table
                                + " t where lower(t::text) like :word or t::text like :hex)")
                        .param("word", "%" + word.toLowerCase(java.util.Locale.ROOT) + "%")
                        .param("hex", "%" + hex + "%")
                        .query(Boolean.class)
                        .single());
    }
}
