package org.renkei.kernel.acsa;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.renkei.kernel.acsa.Postings.Rate;

/// What a quote and the agreement to one have to hold: lines that were requested, days that are not past, and on each
/// side an orderer who may.
record OfferActs(Statement said, Statement asked, Guard guard) {

    /// Whether what is said can stand as the terms.
    void quote(boolean open, OrderState now) {
        guard.must(open, "/act", Says.notIn(now), Says.notInJa(now));
        guard.must(
                !said.date("validUntil").isBefore(day()),
                "/validUntil",
                "the quote is past before it is made",
                "見積の有効期限が過ぎています");
        guard.must(
                said.has("exemptTaxes") == said.has("exemptBy"),
                said.has("exemptTaxes") ? "/exemptBy" : "/exemptTaxes",
                "taxes that are not charged are named together with the rule or article that exempts them",
                "課さない税と、免除の根拠（規則・条項）は両方を示します");
        var requested = asked.lines().stream().map(Line::line).toList();
        var lines = said.lines();
        for (var i = 0; i < lines.size(); i++) {
            var number = lines.get(i).line();
            guard.must(
                    requested.contains(number),
                    "/lines/" + i + "/line",
                    "line " + number + " was not requested",
                    number + " 行目は要請されていません");
            var costs = CostElement.of(lines.get(i)).stream()
                    .mapToLong(CostElement.Cost::amount)
                    .reduce(0, Math::addExact);
            guard.must(
                    costs == 0 || costs == lines.get(i).number("price"),
                    "/lines/" + i + "/price",
                    "the cost elements come to " + costs + ", the price is "
                            + lines.get(i).number("price"),
                    "費用の内訳の合計は " + costs + "、単価は " + lines.get(i).number("price") + " です");
            var per = lines.get(i).findNumber("per").orElse(1L);
            guard.must(
                    BigInteger.valueOf(lines.get(i).number("quantity"))
                                    .multiply(BigInteger.valueOf(lines.get(i).number("price")))
                                    .divide(BigInteger.valueOf(per))
                                    .compareTo(BigInteger.valueOf(StatementReader.MOST_MONEY))
                            <= 0,
                    "/lines/" + i + "/price",
                    "a line comes to at most " + StatementReader.MOST_MONEY + " minor units",
                    "1 行の金額は " + StatementReader.MOST_MONEY + "（補助単位）までです");
        }
        if (guard.passed()) {
            authority(said);
        }
    }

    void agree(Statement terms) {
        guard.must(!terms.party().equals(said.party()), "/act", "the other side agrees to a quote", "見積に合意するのは相手国です");
        guard.must(
                terms.digest().equals(said.hash("terms")),
                "/terms",
                "another quote came in between: read it, then agree",
                "その間に別の見積が出ました。確認してから合意してください");
        guard.must(
                !terms.date("validUntil").isBefore(day()),
                "/terms",
                "the quote was valid until " + terms.date("validUntil"),
                "見積の有効期限は " + terms.date("validUntil") + " まででした");
        authority(terms);
    }

    /// What each line of the terms is counted in, by its number.
    static Map<Integer, Rate> rates(Statement quoted, Statement asked) {
        var rates = new LinkedHashMap<Integer, Rate>();
        for (var line : quoted.lines()) {
            asked.lines().stream()
                    .filter(one -> one.line() == line.line())
                    .findFirst()
                    .ifPresent(requested -> rates.put(line.line(), Rate.of(requested, line, quoted)));
        }
        return rates;
    }

    /// An orderer whose delegation holds on the day and covers the sum, and who is not the one that pays.
    private void authority(Statement quoted) {
        var total = rates(quoted, asked).values().stream()
                .mapToLong(rate -> rate.value(rate.agreed()))
                .reduce(0, Math::addExact);
        guard.must(
                !said.text("orderer").equals(said.text("finance")),
                "/finance",
                "the authorised orderer and the finance officer are two offices (DoD FMR vol. 11A ch. 8)",
                "発注権限者と会計担当者は別の部署でなければなりません（DoD FMR 11A-8）");
        guard.must(
                !said.date("delegatedUntil").isBefore(day()),
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

    private LocalDate day() {
        return said.day(ZoneId.of(asked.text("zone")));
    }
}
