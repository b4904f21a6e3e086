package org.renkei.kernel.acsa;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Terms.Verdict;

/// What a statement does to a transfer onward: asked by the receiver, answered by the provider, and only then made.
record OnwardActs(Telling at, List<Onward> onward) {

    void ask(ZoneId zone) {
        at.by(at.sides().requester());
        var said = at.said();
        var next = onward.size() + 1;
        at.guard()
                .must(
                        at.number("onward") == next,
                        "/onward",
                        "transfer " + next + " is next",
                        "次の移転は第 " + next + " 件です");
        var recipient = said.text("recipient");
        at.guard()
                .must(
                        !recipient.equals(at.sides().requester())
                                && !recipient.equals(at.sides().supplier()),
                        "/recipient",
                        "it goes to others than the two parties",
                        "移転先は当事国以外です");
        var quantities = new LinkedHashMap<Integer, Long>();
        var lines = said.lines();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).line();
            var quantity = lines.get(i).number("quantity");
            var left = counted(line) - spokenFor(line);
            at.guard()
                    .must(
                            quantity <= left,
                            "/lines/" + i + "/quantity",
                            "of line " + line + " " + left + " were received and are not spoken for",
                            line + " 行目の受領済みで移転予定のない数量は " + left + " です");
            quantities.put(line, quantity);
        }
        if (at.guard().passed()) {
            onward.add(new Onward(next, recipient, quantities, said.day(zone), null, null));
        }
    }

    void answer() {
        at.by(at.sides().supplier());
        var one = named();
        if (one == null) {
            return;
        }
        at.guard().must(one.consented() == null, "/onward", "it is answered", "回答済みです");
        var consent = at.said().choice("verdict", Verdict.class) == Verdict.ACCEPTED;
        if (at.guard().passed()) {
            onward.set(one.number() - 1, one.answered(consent));
        }
    }

    void handOn(ZoneId zone) {
        at.by(at.sides().requester());
        var one = named();
        if (one == null) {
            return;
        }
        at.guard()
                .must(
                        Boolean.TRUE.equals(one.consented()),
                        "/onward",
                        at.sides().supplier() + " has not consented: it may not go to " + one.recipient()
                                + " (prior written consent; 10 U.S.C. 2342(d))",
                        at.sides().supplier() + " の事前の同意がないため、" + one.recipient() + " へは移転できません（合衆国法典 10 編 2342(d)）");
        at.guard().must(one.handedOn() == null, "/onward", "it was handed on", "移転済みです");
        at.notLater("handedOn", zone);
        if (at.guard().passed()) {
            onward.set(one.number() - 1, one.handed(at.said().date("handedOn")));
        }
    }

    private @Nullable Onward named() {
        var number = at.number("onward");
        var found = onward.stream().filter(one -> one.number() == number).findFirst();
        at.guard().must(found.isPresent(), "/onward", "no such transfer was asked for", "その移転の要請はありません");
        return found.orElse(null);
    }

    private long counted(int line) {
        return at.deliveries().values().stream()
                .map(delivery -> delivery.items.get(line))
                .mapToLong(item -> item == null ? 0 : item.count() - item.returned)
                .sum();
    }

    private long spokenFor(int line) {
        return onward.stream()
                .filter(Onward::counts)
                .mapToLong(one -> one.quantities().getOrDefault(line, 0L))
                .sum();
    }
}
