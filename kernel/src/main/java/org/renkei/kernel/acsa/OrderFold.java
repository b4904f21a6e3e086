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
    private final List<Onward> onward = new ArrayList<>();
    private final Postings postings = new Postings();
    private final TreeSet<String> closedBy = new TreeSet<>();
    private @Nullable Statement request;
    private @Nullable Statement offer;
    private boolean agreed;
    private boolean restCancelled;
    private int bound;
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
                onward,
                told,
                waiting,
                List.copyOf(closedBy),
                bound,
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
        if (guard.passed() && said.act() == Act.CLOSE && closedBy.size() == 2) {
            bound = told.size();
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
        var transfers = new OnwardActs(at, onward);
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
            case RESOLVE -> acts.resolve(true, zone());
            case CORRECT -> acts.resolve(false, zone());
            case CLAIM -> debts.claim(zone());
            case INVOICE -> debts.invoice(currency(), zone());
            case PAY -> debts.pay(currency(), zone());
            case RETURN -> debts.giveBack(zone());
            case EXCHANGE -> debts.exchange(currency(), zone());
            case ACCEPT -> debts.accept(zone());
            case CONVERT -> debts.convert(offer, zone());
            case OFFSET -> new NettingActs(at, postings).offset(currency(), zone());
            case ONWARD -> transfers.ask(zone());
            case CONSENT -> transfers.answer();
            case HAND_ON -> transfers.handOn(zone());
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
        new OfferActs(said, asked, guard).quote(open, now);
        if (guard.passed()) {
            offer = said;
        }
    }

    private void agree(Statement said, Statement asked, Guard guard) {
        var terms = offer;
        var open = state() == OrderState.COUNTERED && terms != null;
        guard.must(open, "/act", Says.notIn(state()), Says.notInJa(state()));
        if (!open || terms == null) {
            return;
        }
        new OfferActs(said, asked, guard).agree(terms);
        if (guard.passed()) {
            agreed = true;
            rates.putAll(OfferActs.rates(terms, asked));
            rates.values().forEach(rate -> postings.reserve(rate, said, said.day(zone())));
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
