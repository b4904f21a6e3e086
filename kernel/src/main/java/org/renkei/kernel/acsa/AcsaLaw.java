package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Terms.Activity;
import org.renkei.kernel.acsa.Terms.Settlement;
import org.renkei.kernel.acsa.Terms.Unit;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementState;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.exchange.ReferenceRates;

/// What a nation's register of agreements and the law say against a statement before it is made. It is asked at the
/// request, at every quote and at the agreement, for the day on which delivery is planned.
public final class AcsaLaw {
    private static final int GROUP = 2;
    private static final int NUCLEAR = 11;
    private static final int AMMUNITION = 13;
    /// Federal supply groups: weapons, fire control, guided missiles.
    private static final Set<Integer> WEAPONS = Set.of(10, 12, 14);

    private static final String CHEMICAL_CLASS = "1365";

    private final Collection<Agreement> agreements;
    private final Collection<AcsaTerms> terms;
    private final ReferenceRates rates;

    /// @param rates those that this nation knows around the day of a payment
    public AcsaLaw(Collection<Agreement> agreements, Collection<AcsaTerms> terms, ReferenceRates rates) {
        this.agreements = agreements;
        this.terms = terms;
        this.rates = rates;
    }

    /// @param order as it stands before the statement
    public List<Objection> check(Order order, Statement said) {
        var guard = new Guard();
        var request = said.act() == Act.REQUEST ? said : order.request();
        if (said.act() == Act.PAY) {
            ForeignPayment.against(rates, said, guard);
            return guard.objections();
        }
        var asksLaw = said.act() == Act.REQUEST || said.act() == Act.QUOTE || said.act() == Act.AGREE;
        if (request == null || !asksLaw) {
            return List.of();
        }
        agreement(request, guard);
        var settlement = said.act() == Act.AGREE ? order.offer() : said;
        settlement(request, settlement, guard);
        if (said.act() != Act.AGREE) {
            days(said, guard);
        }
        return guard.objections();
    }

    private void agreement(Statement request, Guard guard) {
        var id = request.text("agreement");
        var day = request.date("neededOn");
        var supplier = request.text("supplier");
        var found = agreements.stream().filter(one -> one.id().equals(id)).findFirst();
        if (found.isEmpty() || found.get().type() != AgreementType.ACSA) {
            guard.must(
                    false,
                    "/agreement",
                    "no acquisition and cross-servicing agreement '" + id + "' in this register",
                    "物品役務相互提供協定 " + id + " は登録されていません");
            return;
        }
        var agreement = found.get();
        guard.must(
                agreement.isBetween(request.party(), supplier),
                "/agreement",
                agreement.nameEn() + " is not between " + request.party() + " and " + supplier,
                agreement.nameJa() + "は " + request.party() + " と " + supplier + " の間のものではありません");
        var state = agreement.stateOn(day);
        guard.must(
                state == AgreementState.IN_FORCE,
                "/agreement",
                agreement.nameEn() + " is " + state.code() + " on " + day + ", the day of delivery",
                agreement.nameJa() + "は引渡し日 " + day + " に有効ではありません（" + state.code() + "）");
        AcsaTerms.on(terms, id, day)
                .ifPresentOrElse(
                        known -> lines(request, known, guard),
                        () -> guard.must(
                                false,
                                "/agreement",
                                "nothing is known of what " + agreement.nameEn() + " allows on " + day,
                                agreement.nameJa() + "で " + day + " に提供できるものの記録がありません"));
        guard.must(
                !request.party().equals("USA") || request.says("commerciallyUnavailable"),
                "/commerciallyUnavailable",
                "the United States may not acquire what its commercial sources reasonably supply (10 U.S.C. 2342(c)):"
                        + " this has to be stated",
                "米国は商業的に合理的に入手できる物品を取得できません（合衆国法典 10 編 2342(c)）。その旨の申告が必要です");
    }

    private void lines(Statement request, AcsaTerms known, Guard guard) {
        var activity = request.choice("activity", Activity.class);
        var lines = request.lines();
        for (var i = 0; i < lines.size(); i++) {
            var at = "/lines/" + i;
            var category = lines.get(i).choice("category", SupplyCategory.class);
            var ammunition = category == SupplyCategory.AMMUNITION;
            guard.must(
                    ammunition || known.categories().contains(category),
                    at + "/category",
                    known.article() + " does not name " + category.code(),
                    known.articleJa() + "に「" + category.japanese() + "」はありません");
            guard.must(
                    !ammunition || known.ammunitionIn().contains(activity),
                    at + "/category",
                    known.article() + " allows no ammunition for this activity (" + Codes.code(activity) + ")",
                    known.articleJa() + "では、この活動（" + Codes.code(activity) + "）で弾薬を提供できません");
            var index = at;
            lines.get(i).findText("nsn").ifPresent(nsn -> item(nsn, ammunition, known, index, guard));
            unit(lines, i, category, guard);
        }
    }

    /// In a unit of its kind, and one item in one unit: else its quantities could not be added up.
    private static void unit(List<Line> lines, int at, SupplyCategory category, Guard guard) {
        var line = lines.get(at);
        var unit = line.choice("unit", Unit.class);
        guard.must(
                unit.counts(category.isGoods()),
                "/lines/" + at + "/unit",
                category.code() + " is not counted in " + unit.code(),
                "「" + category.japanese() + "」は " + unit.code() + " では数えられません");
        var other = lines.subList(0, at).stream()
                .filter(one -> item(one).equals(item(line)) && one.choice("unit", Unit.class) != unit)
                .findFirst();
        other.ifPresent(one -> guard.must(
                false,
                "/lines/" + at + "/unit",
                "the same item stands in line " + one.line() + " in another unit",
                "同じ品目が " + one.line() + " 行目では別の単位です"));
    }

    private static String item(Line line) {
        return line.findText("nsn").orElse(line.text("item"));
    }

    private static void item(String nsn, boolean ammunition, AcsaTerms terms, String at, Guard guard) {
        var group = Integer.parseInt(nsn.substring(0, GROUP));
        var known = SupplyGroup.find(nsn);
        guard.must(
                known.isPresent(),
                at + "/nsn",
                "unknown NSN: supply group " + nsn.substring(0, GROUP) + " is none, no item has that stock number",
                "不明な物品番号です。補給分類 " + nsn.substring(0, GROUP) + " はありません。その番号の物品は存在しません");
        guard.must(
                !WEAPONS.contains(group),
                at + "/nsn",
                "supply group " + group + " is weapons: " + terms.article() + " does not name them, nor does any other",
                "補給分類 " + group + " は武器です。" + terms.articleJa() + "に武器はなく、他の協定でも対象外です");
        guard.must(
                group != NUCLEAR && !nsn.startsWith(CHEMICAL_CLASS),
                at + "/nsn",
                "nuclear material and chemical munitions are excluded (10 U.S.C. 2344(c))",
                "核物質と化学弾薬は対象外です（合衆国法典 10 編 2344(c)）");
        guard.must(
                group != AMMUNITION || ammunition,
                at + "/category",
                "supply group 13 is ammunition: request it as such",
                "補給分類 13 は弾薬です。弾薬として要請してください");
    }

    private static void settlement(Statement request, @Nullable Statement by, Guard guard) {
        if (by == null) {
            return;
        }
        var settlement = by.choice("settlement", Settlement.class);
        var lines = request.lines();
        var japan = request.party().equals("JPN") || request.text("supplier").equals("JPN");
        for (var line : lines) {
            var goods = line.choice("category", SupplyCategory.class).isGoods();
            guard.must(
                    goods || settlement != Settlement.REPLACEMENT,
                    "/settlement",
                    "line " + line.line() + " is a service: it cannot be returned in kind (r04-0423)",
                    line.line() + " 行目は役務です。現物では返還できません（r04-0423）");
            guard.must(
                    !goods || !japan || settlement != Settlement.EXCHANGE,
                    "/settlement",
                    "line " + line.line()
                            + " is goods: with Japan they come back, in the same kind, or are paid for (r04-0423)",
                    line.line() + " 行目は物品です。日本との間では返還・同種物品・通貨のいずれかで決済します（r04-0423）");
        }
    }

    private static void days(Statement said, Guard guard) {
        if (said.act() == Act.QUOTE) {
            var days = said.number("dueDays");
            guard.must(
                    days <= 365,
                    "/dueDays",
                    "settlement is completed within 12 months of delivery (10 U.S.C. 2345; r05-0449)",
                    "決済は引渡しから 12 か月以内です（合衆国法典 10 編 2345、r05-0449）");
        } else {
            guard.must(
                    !said.date("neededOn").isBefore(said.day(ZoneId.of(said.text("zone")))),
                    "/neededOn",
                    "the planned day of delivery is past",
                    "引渡し予定日が過ぎています");
        }
    }

    /// The agreement to name by default between two nations on a day: the one in force with known terms.
    public List<Agreement> between(String one, String other, LocalDate day) {
        var found = new ArrayList<Agreement>();
        agreements.stream()
                .filter(agreement -> agreement.type() == AgreementType.ACSA
                        && agreement.isBetween(one, other)
                        && agreement.stateOn(day) == AgreementState.IN_FORCE
                        && AcsaTerms.on(terms, agreement.id(), day).isPresent())
                .forEach(found::add);
        return found;
    }
}
