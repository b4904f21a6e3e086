package org.renkei.bench.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Field;
import org.renkei.kernel.acsa.OrderFold;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;

/// Orders of Japan with the United States and Australia over five years, made from their numbers: each of
/// [#LINES] lines in one delivery, paid and closed.
final class AcsaOrders {
    /// Of one order.
    static final int LINES = 20;

    /// Reserved, received and paid.
    static final int POSTINGS = 2 * LINES + 1;

    static final int FIRST_YEAR = 2021;
    static final int YEARS = 5;
    static final String REQUESTER = "JPN";

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int PRICE = 900;
    private static final int DAYS = 365;

    private AcsaOrders() {}

    /// How far an order has come.
    enum Stage {
        /// Quoted by the partner: the next is Japan's agreement.
        QUOTED,
        /// Delivered by the partner: the next is Japan's receipt.
        DELIVERED,
        /// Invoiced by the partner: the next is Japan's payment.
        INVOICED,
        CLOSED
    }

    /// One order with all that was said.
    record Made(UUID id, String partner, List<Statement> said) {
        Statement last() {
            return said.getLast();
        }
    }

    /// @param number of the order, by which its day and its parties go
    static Made made(long number, Stage stage) {
        var partner = number % 5 < 3 ? "USA" : "AUS";
        var japanAsks = stage != Stage.CLOSED || number % 2 == 0;
        var requester = japanAsks ? REQUESTER : partner;
        var supplier = japanAsks ? partner : REQUESTER;
        var begin = stage == Stage.CLOSED
                ? LocalDate.of(FIRST_YEAR + (int) (number % YEARS), 1, 1).plusDays(number / YEARS % DAYS)
                : LocalDate.now(TOKYO).minusDays(1);
        var talk = new Talk(number, begin);
        talk.say(
                requester,
                Act.REQUEST,
                Map.of(
                        "supplier",
                        supplier,
                        "agreement",
                        partner.equals("USA") ? "jpn-usa-acsa-2016" : "jpn-aus-acsa-2017",
                        "activity",
                        "exercise",
                        "settlement",
                        "reimbursement",
                        "lines",
                        lines(line -> Map.of(
                                "line",
                                line,
                                "category",
                                "food",
                                "item",
                                "ration " + line,
                                "unit",
                                "ration",
                                "quantity",
                                100 + line))));
        talk.say(
                supplier,
                Act.QUOTE,
                Map.of(
                        "currency",
                        "JPY",
                        "settlement",
                        "reimbursement",
                        "dueDays",
                        60,
                        "lines",
                        lines(line -> Map.of("line", line, "quantity", 100 + line, "price", PRICE + line))));
        if (stage == Stage.QUOTED) {
            return talk.made(partner);
        }
        talk.say(requester, Act.AGREE, Map.of("terms", talk.last().hex()));
        talk.say(supplier, Act.DELIVER, Map.of("lines", lines(line -> Map.of("line", line, "quantity", 100 + line))));
        if (stage == Stage.DELIVERED) {
            return talk.made(partner);
        }
        talk.say(requester, Act.RECEIPT, Map.of("lines", received()));
        talk.say(supplier, Act.CLAIM, Map.of());
        talk.say(supplier, Act.INVOICE, Map.of("amount", due(), "currency", "JPY"));
        if (stage == Stage.INVOICED) {
            return talk.made(partner);
        }
        talk.say(requester, Act.PAY, Map.of("amount", due(), "currency", "JPY"));
        var hash = OrderFold.fold(talk.id, talk.said).hash().hex();
        talk.say(requester, Act.CLOSE, Map.of("hash", hash));
        talk.say(supplier, Act.CLOSE, Map.of("hash", hash));
        return talk.made(partner);
    }

    /// The fields by which Japan goes on with an order: what posts.
    static Map<String, Object> next(Made made, Stage stage) {
        var today = LocalDate.now(TOKYO);
        return switch (stage) {
            case QUOTED ->
                usual(Act.AGREE, today, Map.of("terms", made.last().digest().hex()));
            case DELIVERED -> usual(Act.RECEIPT, today, Map.of("lines", received()));
            case INVOICED -> usual(Act.PAY, today, Map.of("amount", due(), "currency", "JPY"));
            case CLOSED -> throw new IllegalArgumentException("nothing follows");
        };
    }

    static Act act(Stage stage) {
        return switch (stage) {
            case QUOTED -> Act.AGREE;
            case DELIVERED -> Act.RECEIPT;
            case INVOICED -> Act.PAY;
            case CLOSED -> Act.CLOSE;
        };
    }

    private static long due() {
        var due = 0L;
        for (var line = 1; line <= LINES; line++) {
            due += (100L + line) * (PRICE + line);
        }
        return due;
    }

    private static List<Map<String, Object>> received() {
        return lines(line -> Map.of("line", line, "quantity", 100 + line, "condition", "good"));
    }

    private static List<Map<String, Object>> lines(IntFunction<Map<String, Object>> line) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var number = 1; number <= LINES; number++) {
            lines.add(line.apply(number));
        }
        return lines;
    }

    /// Every required field of an act, with those that are given.
    private static Map<String, Object> usual(Act act, LocalDate today, Map<String, Object> given) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : act.fields()) {
            if (field.required() && !given.containsKey(field.name())) {
                values.put(field.name(), usual(field, today));
            }
        }
        values.putAll(given);
        return values;
    }

    private static Object usual(Field field, LocalDate today) {
        return switch (field.type()) {
            case TEXT, PARTY -> field.name() + " office";
            case DATE -> (field.name().endsWith("Until") ? today.plusDays(20) : today).toString();
            case NUMBER, QUANTITY -> 1;
            case MONEY -> 1_000_000_000L;
            case CURRENCY -> "JPY";
            case ZONE -> "Asia/Tokyo";
            case YES -> true;
            case CHOICE -> field.choices().getFirst();
            case HASH, NSN, RATE -> "";
            case DOCUMENTS -> List.of("document 1");
            case LINES -> List.of();
        };
    }

    /// One order as it goes on: each statement after all before it.
    private static final class Talk {
        private final UUID id;
        private final List<Statement> said = new ArrayList<>();
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final LocalDate begin;
        private Instant now;

        Talk(long number, LocalDate begin) {
            this.id = UUID.nameUUIDFromBytes(("order " + number).getBytes(UTF_8));
            this.begin = begin;
            this.now = begin.atTime(9, 0).atZone(TOKYO).toInstant();
        }

        Hash last() {
            return said.getLast().digest();
        }

        void say(String party, Act act, Map<String, Object> given) {
            now = now.plusSeconds(600);
            var name = "ACSA " + id.toString().substring(0, 8);
            var body = new LinkedHashMap<>(usual(act, begin, given));
            body.put("order", id.toString());
            body.put("number", numbers.merge(party, 1, Integer::sum));
            body.put("act", act.code());
            body.put("after", said.isEmpty() ? List.of() : List.of(last().hex()));
            body.put("title", Map.of("en", name + ": " + act.english(), "ja", name + "：" + act.japanese()));
            var record = UUID.nameUUIDFromBytes((id + party + said.size()).getBytes(UTF_8));
            var reading = StatementReader.read(
                    record, party, new HybridTime(HybridTime.micros(now), 0), (CborMap) Bodies.cbor(body));
            var statement = reading.statement();
            if (statement == null) {
                throw new IllegalStateException(act + ": " + reading.objections());
            }
            said.add(statement);
        }

        Made made(String partner) {
            return new Made(id, partner, List.copyOf(said));
        }
    }
}
