package org.renkei.acsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderClocks;
import org.renkei.kernel.acsa.OrderFold;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.StatementOfAccount;
import org.renkei.kernel.acsa.followup.Ahead;
import org.renkei.kernel.acsa.followup.Alert;
import org.renkei.kernel.acsa.followup.OpenItem;
import org.renkei.kernel.books.Transfer;
import org.renkei.kernel.label.Label;
import org.renkei.records.RecordFilter;
import org.renkei.sight.Sights;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is kept of orders is what folding all of them comes to, for whoever asks and whatever happens to a record.
class AcsaBooksTests {
    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
    private static final LocalDate TO = LocalDate.of(2090, 1, 1);

    @RegisterExtension
    static final Nations NATIONS = Nations.apart("JPN", "USA");

    static final MovableClock CLOCK = NATIONS.clock();

    @BeforeAll
    static void start() {
        dealings();
    }

    /// One paid in part, one in dispute, one returned in kind, one the other way, and one that came to nothing.
    private static void dealings() {
        var paid = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        paid.fits("USA", "deliver", Map.of("lines", List.of(Map.of("line", 1, "quantity", 400))));
        paid.fits("JPN", "receipt", Map.of());
        paid.fits("USA", "claim", Map.of());
        paid.fits("USA", "invoice", Map.of());
        paid.fits("JPN", "pay", Map.of());
        var disputed = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        disputed.fits("USA", "deliver", Map.of());
        var came = Map.of("line", 1, "quantity", 900, "condition", "good");
        disputed.fits("JPN", "receipt", Map.of("lines", List.of(came)));
        var returned = new AcsaTalk(NATIONS.federation()).agreed("replacement", 300);
        returned.fits("USA", "deliver", Map.of());
        returned.fits("JPN", "receipt", Map.of());
        returned.fits("JPN", "return", Map.of());
        var ours = new AcsaTalk(NATIONS.federation()).agreed("USA", "JPN", "reimbursement", 30);
        ours.fits("JPN", "deliver", Map.of());
        var refused = new AcsaTalk(NATIONS.federation());
        refused.request("reimbursement");
        refused.fits("USA", "refuse", Map.of());
        NATIONS.confirmed("JPN", "USA");
        NATIONS.confirmed("USA", "JPN");
    }

    @Test
    void theAccountAndTheBooksAreThoseOfFoldingEveryOrder() {
        for (var party : List.of("JPN", "USA")) {
            var node = NATIONS.node(party);
            var partner = party.equals("JPN") ? "USA" : "JPN";
            var folded = folded(node);
            var account = StatementOfAccount.of(folded, party, partner, FROM, TO);
            var read = account(node, partner);
            assertThat(read.path("hash").asString()).isEqualTo(account.hash().hex());
            assertThat(read.path("entries")).hasSize(account.entries().size());
            assertThat(account.entries()).hasSizeGreaterThan(2);
            assertThat(account.unmatched()).hasSize(2);
            assertThat(balances(read.path("books"))).isEqualTo(balances(folded, party));
            var books = node.get("/api/v1/acsa/books").json();
            assertThat(books.path("balanced").asBoolean()).isTrue();
            assertThat(balances(books.path("balances"))).isEqualTo(balances(folded, party));
        }
        assertThat(account(NATIONS.node("JPN"), "USA").path("hash"))
                .isEqualTo(account(NATIONS.node("USA"), "JPN").path("hash"));
    }

    @Test
    void onAnyDayOfAMonthTheAccountIsThatOfFoldingEveryOrder() {
        var japan = NATIONS.node("JPN");
        var folded = folded(japan);
        var days = folded.stream()
                .flatMap(order -> order.transfers().stream().map(Transfer::on))
                .flatMap(day -> Stream.of(
                        day.minusDays(1),
                        day,
                        day.withDayOfMonth(1),
                        day.withDayOfMonth(day.lengthOfMonth()),
                        day.plusMonths(1)))
                .distinct()
                .toList();
        assertThat(days).hasSizeGreaterThan(4);
        for (var to : days) {
            var read = japan.get("/api/v1/acsa/accounts/USA?from=" + FROM + "&to=" + to)
                    .json();
            assertThat(read.path("hash").asString())
                    .as("up to " + to)
                    .isEqualTo(StatementOfAccount.of(folded, "JPN", "USA", FROM, to)
                            .hash()
                            .hex());
        }
    }

    @Test
    void theTotalsAreThoseOfThePostings() {
        for (var party : List.of("JPN", "USA")) {
            var database = NATIONS.node(party).database();
            assertThat(database.sql("select count(*) from acsa.total where amount <> 0")
                            .query(Long.class)
                            .single())
                    .isGreaterThan(4);
            assertThat(database.sql("""
                            with added as (
                                select circle, partner, date_trunc('month', day)::date, supplies, asset, unit, debit, credit,
                                    phase, reserved, sum(amount)
                                from acsa.posting group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                            held as (
                                select circle, partner, month, supplies, asset, unit, debit, credit, phase, reserved, amount
                                from acsa.total where amount <> 0)
                            select count(*) from ((table added except table held) union all (table held except table added)) d
                            """).query(Long.class).single()).as(party).isZero();
        }
    }

    @Test
    void onlyStandingOrdersAreListedWhereOnlyThoseAreAskedFor() {
        var all = NATIONS.node("JPN").get("/api/v1/acsa/orders").json().path("orders");
        var standing = NATIONS.node("JPN")
                .get("/api/v1/acsa/orders?standing=true")
                .json()
                .path("orders");
        assertThat(all.valueStream().map(one -> one.path("state").asString())).contains("refused");
        assertThat(standing.valueStream().map(one -> one.path("state").asString()))
                .doesNotContain("refused")
                .hasSize(all.size() - 1);
    }

    @Test
    void theQueueAndTheDashboardAreThoseOfFoldingEveryOrder() {
        for (var party : List.of("JPN", "USA")) {
            var node = NATIONS.node(party);
            var now = CLOCK.instant();
            var json = node.bean(JsonMapper.class);
            var standing = folded(node).stream()
                    .filter(order -> !order.state().isOver())
                    .toList();
            var rows = node.get("/api/v1/acsa/orders?standing=true").json().path("orders");
            assertThat(rows).hasSize(standing.size());
            for (var order : standing) {
                var label = Label.parse(rows.valueStream()
                        .filter(row ->
                                row.path("id").asString().equals(order.id().toString()))
                        .findFirst()
                        .orElseThrow()
                        .path("label")
                        .asString());
                var row = QueueRow.of(Standing.of(new Orders.Folded(order, Map.of(), label)), party, now);
                assertThat(rows.valueStream().map(JsonNode::toString)).contains(json.writeValueAsString(row));
            }
            var on = AcsaTalk.today();
            var open = OpenItem.of(standing, party, on);
            var dashboard = node.get("/api/v1/acsa/dashboard").json();
            assertThat(open).hasSizeGreaterThan(2);
            assertThat(json.<JsonNode>valueToTree(FollowUpView.sums(open, List.of(), OpenItem::settlement))
                            .valueStream()
                            .mapToLong(sum -> sum.path("amount").asLong())
                            .sum())
                    .isEqualTo(dashboard
                            .path("bySettlement")
                            .valueStream()
                            .mapToLong(sum -> sum.path("amount").asLong())
                            .sum());
            assertThat(dashboard.path("alerts")).hasSize((int) standing.stream()
                    .mapToLong(order -> Alert.highest(order, now).size())
                    .sum());
        }
    }

    /// As it is kept, it is the same on every day to come.
    @Test
    void whatCanBecomeDueIsKeptWhole() {
        var japan = NATIONS.node("JPN");
        var json = japan.bean(JsonMapper.class);
        for (var order : folded(japan)) {
            var ahead = Ahead.of(order);
            var kept = json.readValue(json.writeValueAsString(ahead), Ahead.class);
            assertThat(kept).isEqualTo(ahead);
            for (var days : List.of(0, 6, 40, 301, 366, 400, 600)) {
                var now = CLOCK.instant().plusSeconds(days * 86_400L);
                assertThat(kept.clocks(now)).isEqualTo(OrderClocks.of(order, now));
            }
        }
    }

    @Test
    void madeAnewEveryRowIsTheSame() {
        for (var party : List.of("JPN", "USA")) {
            var node = NATIONS.node(party);
            var before = rows(node);
            assertThat(before.get("posting")).hasSizeGreaterThan(6);
            node.bean(TransactionTemplate.class)
                    .executeWithoutResult(status -> node.bean(KeptFolds.class).makeAnew());
            assertThat(rows(node)).isEqualTo(before);
        }
    }

    @Test
    void whoIsNotClearedForAnOrderFindsNothingOfItInAnySum() {
        var japan = NATIONS.node("JPN");
        var fields = AcsaTalk.fuel(japan, "USA", "reimbursement");
        var secret = AcsaTalk.request(japan, "SECRET//REL TO JPN, USA", fields);
        assertThat(secret.status()).as(secret.text()).isEqualTo(201);
        var before = account(japan, "USA");
        assertThat(before.path("label").asString()).startsWith("SECRET");
        var residents = new Residents(japan, CLOCK);
        var draft = Residents.draft("low", "JPN", "desk-officer").replace("SECRET", "UNCLASSIFIED");
        var low = residents.settleAs("low", draft).signedIn();
        assertThat(low.get("/api/v1/acsa/orders/" + secret.id()).status()).isEqualTo(404);
        assertThat(low.get("/api/v1/acsa/orders")
                        .json()
                        .path("orders")
                        .valueStream()
                        .map(one -> one.path("id").asString()))
                .doesNotContain(secret.id())
                .isNotEmpty();
        var seen = low.get("/api/v1/acsa/books").json();
        assertThat(seen.path("label").asString()).startsWith("UNCLASSIFIED");
        assertThat(balances(seen.path("balances"))).isEqualTo(balances(before.path("books")));
        var count = low.get("/api/v1/acsa/dashboard").json().path("orders").asInt();
        assertThat(count)
                .isEqualTo(japan.get("/api/v1/acsa/dashboard")
                                .json()
                                .path("orders")
                                .asInt()
                        - 1);
    }

    @Test
    void aLiaisonComesToTheSameAccountFromFormsAlone() {
        var residents = new Residents(NATIONS.node("JPN"), CLOCK);
        var american = residents
                .settleAs("books.liaison", Residents.draft("books.liaison", "USA", "liaison"))
                .signedIn();
        var query = "/api/v1/acsa/accounts/USA?from=" + FROM + "&to=" + TO;
        assertThat(american.get(query).json().path("hash"))
                .isEqualTo(account(NATIONS.node("USA"), "JPN").path("hash"));
    }

    @Test
    void aRecalledStatementIsGoneFromTheBooksOfBoth() {
        var talk = new AcsaTalk(NATIONS.federation()).agreed("reimbursement", 30);
        eventually("USA has the agreement", () -> postings("USA", talk.id) == 1);
        var agreed = NATIONS.node("JPN").bean(Sights.class).of(Caller.part("test"));
        var record = agreed.list(new RecordFilter(Orders.KIND, "JPN", null, talk.id, null), null, 10)
                .orElseThrow()
                .getFirst();
        var recall = "/api/v1/records/" + record.record().id() + "/recall";
        assertThat(NATIONS.node("JPN")
                        .post(recall, "{\"reason\":\"said by mistake\"}")
                        .status())
                .isEqualTo(200);
        assertThat(postings("JPN", talk.id)).isZero();
        theTotalsAreThoseOfThePostings();
        eventually("USA has given it back", () -> postings("USA", talk.id) == 0);
        assertThat(talk.order("USA").path("state").asString()).isEqualTo("countered");
    }

    private static long postings(String party, String order) {
        return NATIONS.node(party)
                .database()
                .sql("select count(*) from acsa.posting where \"order\" = cast(? as uuid)")
                .param(order)
                .query(Long.class)
                .single();
    }

    private static JsonNode account(RunningNode node, String partner) {
        return node.get("/api/v1/acsa/accounts/" + partner + "?from=" + FROM + "&to=" + TO)
                .json();
    }

    /// Every order, from every record of the kind, with nothing that was kept.
    private static List<Order> folded(RunningNode node) {
        return node.bean(TransactionTemplate.class).execute(status -> {
            var said = new LinkedHashMap<Object, List<Statement>>();
            var filter = new RecordFilter(Orders.KIND, null, null, null, null);
            node.bean(Sights.class).of(Caller.part("test")).list(filter, null, 10_000).orElseThrow().stream()
                    .flatMap(seen -> KeptFolds.read(seen).stream())
                    .forEach(one -> said.computeIfAbsent(one.order(), key -> new ArrayList<>())
                            .add(one));
            return said.values().stream()
                    .map(all -> OrderFold.fold(all.getFirst().order(), all))
                    .toList();
        });
    }

    private static Map<String, Long> balances(List<Order> orders, String self) {
        var sums = new LinkedHashMap<String, Long>();
        orders.forEach(order -> BooksView.balances(BooksView.books(order, self)).forEach(one -> {
            sums.merge(one.asset() + " " + one.account(), one.posted(), Long::sum);
            sums.merge(one.asset() + " " + one.account() + " pending", one.pending(), Long::sum);
        }));
        return sums;
    }

    private static Map<String, Long> balances(JsonNode views) {
        var sums = new LinkedHashMap<String, Long>();
        views.forEach(one -> {
            var name = one.path("asset").asString() + " " + one.path("account").asString();
            sums.merge(name, one.path("posted").asLong(), Long::sum);
            sums.merge(name + " pending", one.path("pending").asLong(), Long::sum);
        });
        return sums;
    }

    /// All that is kept, but for numbers that only tell one fold from the next.
    private static Map<String, List<String>> rows(RunningNode node) {
        var rows = new LinkedHashMap<String, List<String>>();
        for (var table : List.of("said", "folded", "posting", "commitment", "unmatched", "set_off")) {
            rows.put(
                    table,
                    node.database()
                            .sql("select (to_jsonb(t) - 'version' - 'circle')::text line from acsa." + table
                                    + " t order by 1")
                            .query(String.class)
                            .list());
        }
        return rows;
    }
}
