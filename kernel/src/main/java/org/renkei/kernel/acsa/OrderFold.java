package org.renkei.kernel.acsa;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Order.Told;
import org.renkei.kernel.acsa.Postings.Rate;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.ledger.Hash;

/// From statements to an [Order]. A statement that does not fit where its turn comes changes nothing and is kept with
/// every reason why.
public final class OrderFold {
    private final UUID id;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, Rate> rates = new LinkedHashMap<>();
    private final Map<Integer, DeliveryFold> deliveries = new LinkedHashMap<>();
    private final Postings postings = new Postings();
    private final TreeSet<String> closedBy = new TreeSet<>();
    private @Nullable Statement request;
    private @Nullable Statement offer;
    private boolean agreed;
    private boolean restCancelled;
    private @Nullable OrderState ended;

    private OrderFold(UUID id) {
        this.id = id;
    }

    /// @param statements of one order, in any order of arrival, each once or more often
    public static Order fold(UUID id, Collection<Statement> statements) {
        var fold = new OrderFold(id);
        var causality = Causality.of(statements);
        causality.counted().forEach(fold::tell);
        return fold.order(causality.waiting());
    }

    private Order order(List<Statement> waiting) {
        return new Order(
                id,
                state(),
                request,
                offer,
                agreed,
                restCancelled,
                deliveries.values().stream().map(DeliveryFold::snapshot).toList(),
                told,
                waiting,
                List.copyOf(closedBy),
                postings.transfers(),
                hash());
    }

    private void tell(Statement said) {
        var guard = new Guard();
        var last = numbers.getOrDefault(said.party(), 0);
        guard.must(
                said.number() == last + 1,
                "/number",
                "statement " + (last + 1) + " of " + said.party() + " is next, not " + said.number(),
                said.party() + " の次の申述は第 " + (last + 1) + " 号です（第 " + said.number() + " 号ではありません）");
        numbers.put(said.party(), Math.max(last, said.number()));
        if (said.act() == Act.REQUEST) {
            request(said, guard);
        } else if (request == null) {
            guard.must(false, "/act", "nothing was requested yet", "まだ要請がありません");
        } else {
            answer(said, request, guard);
        }
        told.add(new Told(said, guard.objections()));
        if (guard.passed() && said.act() != Act.CLOSE) {
            closedBy.clear();
        }
    }

    private void request(Statement said, Guard guard) {
        guard.must(request == null, "/act", "this was requested already", "既に要請されています");
        guard.must(!said.text("supplier").equals(said.party()), "/supplier", "another nation is asked", "要請の相手は他国です");
        if (guard.passed()) {
            request = said;
        }
    }

    private void answer(Statement said, Statement asked, Guard guard) {
        var supplier = asked.text("supplier");
        var isParty = said.party().equals(asked.party()) || said.party().equals(supplier);
        if (!guard.must(
                isParty,
                "/act",
                "this order is between " + asked.party() + " and " + supplier + ": " + said.party()
                        + " has no say in it",
                "このオーダーは " + asked.party() + " と " + supplier + " の間のものです。" + said.party() + " は関与しません")) {
            return;
        }
        var closing = closedBy.contains(said.party()) && state() != OrderState.CLOSED;
        guard.must(
                !closing,
                "/act",
                said.party() + " has closed this order and waits for the other side",
                said.party() + " は締め切り済みで、相手を待っています");
        var at = new Telling(said, new Sides(asked.party(), supplier), guard, deliveries);
        var acts = new DeliveryActs(at, rates, postings);
        var debts = new SettlementActs(at, postings);
        switch (said.act()) {
            case REQUEST -> throw new IllegalStateException("handled before");
            case QUOTE -> quote(said, asked, guard);
            case AGREE -> agree(said, asked, guard);
            case REFUSE -> end(said, guard, OrderState.REFUSED);
            case WITHDRAW -> end(said, guard, OrderState.WITHDRAWN);
            case CANCEL -> cancel(said, guard);
            case DELIVER -> {
                guard.must(
                        agreed && ended == null && !restCancelled, "/act", Says.notIn(state()), Says.notInJa(state()));
                acts.deliver(offer, zone());
            }
            case RECEIPT -> acts.receipt(zone());
            case DISPUTE -> acts.dispute();
            case RESOLVE -> acts.resolve(true);
            case CORRECT -> acts.resolve(false);
            case CLAIM -> debts.claim(zone());
            case INVOICE -> debts.invoice(currency(), zone());
            case PAY -> debts.pay(currency(), zone());
            case RETURN -> debts.giveBack(zone());
            case EXCHANGE -> debts.exchange(currency(), zone());
            case ACCEPT -> debts.accept(zone());
            case CONVERT -> debts.convert(offer, zone());
            case CLOSE -> close(said, guard);
        }
        if (guard.passed() && agreed && ended == null && nothingMoreComes()) {
            postings.release(rates, said, said.day(zone()));
        }
    }

    private void quote(Statement said, Statement asked, Guard guard) {
        var now = state();
        var open = now == OrderState.COUNTERED
                || now == OrderState.REQUESTED && said.party().equals(asked.text("supplier"));
        guard.must(open, "/act", Says.notIn(now), Says.notInJa(now));
        guard.must(
                !said.date("validUntil").isBefore(said.day(zone())),
                "/validUntil",
                "the quote is past before it is made",
                "見積の有効期限が過ぎています");
        var requested = new LinkedHashMap<Integer, Line>();
        asked.lines().forEach(line -> requested.put(line.line(), line));
        var lines = said.lines();
        for (var i = 0; i < lines.size(); i++) {
            var number = lines.get(i).line();
            guard.must(
                    requested.containsKey(number),
                    "/lines/" + i + "/line",
                    "line " + number + " was not requested",
                    number + " 行目は要請されていません");
        }
        if (guard.passed()) {
            authority(said, said, total(said, asked), guard);
        }
        if (guard.passed()) {
            offer = said;
        }
    }

    private static long total(Statement quoted, Statement asked) {
        var total = 0L;
        for (var line : quoted.lines()) {
            total = Math.addExact(total, rate(line, quoted, asked).value(line.number("quantity")));
        }
        return total;
    }

    private static Rate rate(Line line, Statement quoted, Statement asked) {
        var requested = asked.lines().stream()
                .filter(one -> one.line() == line.line())
                .findFirst()
                .orElseThrow();
        return Rate.of(requested, line, quoted);
    }

    /// An orderer whose delegation holds on the day and covers the sum, and who is not the one that pays.
    private void authority(Statement said, Statement quoted, long total, Guard guard) {
        guard.must(
                !said.text("orderer").equals(said.text("finance")),
                "/finance",
                "the authorised orderer and the finance officer are two offices (DoD FMR vol. 11A ch. 8)",
                "発注権限者と会計担当者は別の部署でなければなりません（DoD FMR 11A-8）");
        guard.must(
                !said.date("delegatedUntil").isBefore(said.day(zone())),
                "/delegatedUntil",
                "the delegation " + said.text("delegation") + " has ended",
                "委任 " + said.text("delegation") + " は期限切れです");
        guard.must(
                said.number("limit") >= total,
                "/limit",
                "the delegation covers " + said.number("limit") + ", the order comes to " + total + " ("
                        + quoted.text("currency") + ", minor units)",
                "委任の上限は " + said.number("limit") + "、オーダーの総額は " + total + " です（" + quoted.text("currency") + "、補助単位）");
    }

    private void agree(Statement said, Statement asked, Guard guard) {
        var terms = offer;
        var open = state() == OrderState.COUNTERED && terms != null;
        guard.must(open, "/act", Says.notIn(state()), Says.notInJa(state()));
        if (!open || terms == null) {
            return;
        }
        guard.must(!terms.party().equals(said.party()), "/act", "the other side agrees to a quote", "見積に合意するのは相手国です");
        guard.must(
                terms.digest().equals(said.hash("terms")),
                "/terms",
                "another quote came in between: read it, then agree",
                "その間に別の見積が出ました。確認してから合意してください");
        guard.must(
                !terms.date("validUntil").isBefore(said.day(zone())),
                "/terms",
                "the quote was valid until " + terms.date("validUntil"),
                "見積の有効期限は " + terms.date("validUntil") + " まででした");
        authority(said, terms, total(terms, asked), guard);
        if (guard.passed()) {
            agreed = true;
            for (var line : terms.lines()) {
                var rate = rate(line, terms, asked);
                rates.put(rate.line(), rate);
                postings.reserve(rate, said, said.day(zone()));
            }
        }
    }

    private void end(Statement said, Guard guard, OrderState as) {
        var now = state();
        var requester = request != null && said.party().equals(request.party());
        var open = as == OrderState.WITHDRAWN
                ? now == OrderState.REQUESTED && requester
                : now == OrderState.COUNTERED || now == OrderState.REQUESTED && !requester;
        guard.must(open, "/act", Says.notIn(now), Says.notInJa(now));
        if (guard.passed()) {
            ended = as;
        }
    }

    /// Before anything is delivered the whole order, afterwards the rest of it.
    private void cancel(Statement said, Guard guard) {
        var now = state();
        guard.must(
                agreed && ended == null && !nothingMoreComes() || now == OrderState.AGREED,
                "/act",
                Says.notIn(now),
                Says.notInJa(now));
        if (guard.passed()) {
            if (deliveries.isEmpty()) {
                ended = OrderState.CANCELLED;
                postings.release(rates, said, said.day(zone()));
            } else {
                restCancelled = true;
            }
        }
    }

    private void close(Statement said, Guard guard) {
        var now = state();
        guard.must(now == OrderState.SETTLED, "/act", Says.notIn(now), Says.notInJa(now));
        guard.must(
                said.hash("hash").equals(hash()),
                "/hash",
                "the order has changed since: its hash is " + hash(),
                "その後オーダーが変わりました。現在のハッシュは " + hash());
        if (guard.passed()) {
            closedBy.add(said.party());
        }
    }

    private boolean isComing(Rate rate) {
        var issued = deliveries.values().stream()
                .map(delivery -> delivery.items.get(rate.line()))
                .mapToLong(item -> item == null ? 0 : item.issued)
                .sum();
        return issued < rate.agreed();
    }

    private boolean isComplete() {
        return agreed && (restCancelled || rates.values().stream().noneMatch(this::isComing));
    }

    private boolean nothingMoreComes() {
        return isComplete() && deliveries.values().stream().allMatch(one -> one.isReceipted() && !one.isDisputed());
    }

    private OrderState state() {
        if (ended != null) {
            return ended;
        }
        if (deliveries.isEmpty()) {
            return agreed ? OrderState.AGREED : offer != null ? OrderState.COUNTERED : OrderState.REQUESTED;
        }
        var states = deliveries.values().stream().map(DeliveryFold::state).toList();
        if (closedBy.size() == 2) {
            return OrderState.CLOSED;
        }
        if (states.contains(DeliveryState.DISPUTED)) {
            return OrderState.DISPUTED;
        }
        if (!isComplete()) {
            return OrderState.DELIVERING;
        }
        if (states.contains(DeliveryState.DELIVERED)) {
            return OrderState.DELIVERED;
        }
        if (states.stream().allMatch(state -> state == DeliveryState.SETTLED)) {
            return OrderState.SETTLED;
        }
        return states.stream().allMatch(state -> state == DeliveryState.RECEIPTED)
                ? OrderState.RECEIPTED
                : OrderState.SETTLING;
    }

    private Hash hash() {
        return Hash.ofContent(Cbor.encode(new CborArray(told.stream()
                .filter(Told::fits)
                .map(Told::statement)
                .filter(statement -> statement.act() != Act.CLOSE)
                .<CborValue>map(Statement::encoded)
                .toList())));
    }

    private ZoneId zone() {
        return ZoneId.of(request == null ? "UTC" : request.text("zone"));
    }

    private String currency() {
        return offer == null ? "" : offer.text("currency");
    }
}
