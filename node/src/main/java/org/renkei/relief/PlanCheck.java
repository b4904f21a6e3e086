package org.renkei.relief;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.relief.Amount;
import org.renkei.kernel.relief.Place;
import org.renkei.kernel.relief.PlaceReport;
import org.renkei.kernel.relief.moves.Statement;
import org.renkei.relief.Boards.Held;

/// What the board says against a plan: places that are not open, a need or an offer that is not there or of
/// something else, and what those who are told of the plan may not know of.
record PlanCheck(Statement plan, Held held, String self) {

    void objectTo(List<Objection> found) {
        for (var number = 0; number < plan.legs().size(); number++) {
            var leg = plan.legs().get(number);
            place(leg.from(), "/legs/" + number + "/from", found);
            place(leg.to(), "/legs/" + number + "/to", found);
        }
        plan.id("need").ifPresent(id -> need(id, found));
        plan.id("offer").ifPresent(id -> offer(id, found));
    }

    private void place(UUID report, String at, List<Objection> found) {
        var place = held.board().placeOf(report).orElse(null);
        if (place == null) {
            found.add(missing(at, "place", "施設"));
            return;
        }
        open(place, at, found);
        known(report, place.newest().party(), at, found);
    }

    private static void open(Place place, String at, List<Objection> found) {
        var name = place.newest().name();
        var closing = place.reports().stream()
                .filter(one -> one.status().equals("closed"))
                .map(PlaceReport::party)
                .collect(Collectors.joining(", "));
        if (!closing.isEmpty()) {
            found.add(new Objection(
                    at,
                    name.en() + " is reported closed by " + closing,
                    name.ja() + " は " + closing + " により使用不可と報告されています"));
        } else if (!place.isUsable()) {
            found.add(new Objection(
                    at,
                    "nobody reports " + name.en() + " open: report it first",
                    name.ja() + " は使用可と報告されていません。先に報告してください"));
        }
    }

    private void need(UUID id, List<Objection> found) {
        var need = held.board().need(id).orElse(null);
        if (need == null) {
            found.add(missing("/need", "need", "需要"));
            return;
        }
        must(!need.isOver(), found, "/need", "this need is met or was cancelled", "この需要は充足または取消済みです");
        must(
                plan.text("receiver").equals(Optional.of(need.party())),
                found,
                "/receiver",
                "this need is " + need.party() + "’s: it receives what is brought",
                "この需要は " + need.party() + " のものです。受領国も " + need.party() + " です");
        goods(need.item(), need.amount(), found);
        known(id, need.party(), "/need", found);
    }

    private void offer(UUID id, List<Objection> found) {
        var offer = held.board().offer(id).orElse(null);
        if (offer == null) {
            found.add(missing("/offer", "offer", "申出"));
            return;
        }
        goods(offer.item(), offer.amount(), found);
        must(
                plan.number("quantity").orElse(0L) <= offer.amount().units(),
                found,
                "/quantity",
                "this offer is of " + offer.amount().units() + " "
                        + offer.amount().unit(),
                "この申出は " + offer.amount().units() + " " + offer.amount().unit() + " です");
        known(id, offer.party(), "/offer", found);
    }

    private void goods(@Nullable String item, Amount amount, List<Objection> found) {
        must(
                plan.text("item").equals(Optional.ofNullable(item)),
                found,
                "/item",
                "the need or the offer is of another commodity: " + item,
                "需要または申出の品目と一致していません: " + item);
        must(
                plan.text("unit").equals(Optional.of(amount.unit())),
                found,
                "/unit",
                "the need or the offer is in another unit: " + amount.unit(),
                "需要または申出の単位と一致していません: " + amount.unit());
    }

    /// Who is told of the plan learns of what it names, so may have it.
    private void known(UUID record, String writer, String at, List<Objection> found) {
        var blind = new TreeSet<>(plan.to());
        blind.remove(self);
        blind.remove(writer);
        held.label(record).map(Label::releasability).ifPresent(to -> {
            switch (to) {
                case Releasability.Everyone everyone -> blind.clear();
                case Releasability.To(var codes) -> blind.removeAll(codes);
            }
        });
        var nations = String.join(", ", blind);
        must(
                blind.isEmpty(),
                found,
                at,
                "the label of that record does not let " + nations + " have it: leave them out, or change the label",
                "その記録のラベルでは " + nations + " に開示できません。伝える先から外すか、ラベルを変更してください");
    }

    private static Objection missing(String at, String english, String japanese) {
        return new Objection(at, "no such " + english + " is on this board", "このボードにその" + japanese + "はありません");
    }

    private static void must(boolean holds, List<Objection> found, String at, String english, String japanese) {
        if (!holds) {
            found.add(new Objection(at, english, japanese));
        }
    }
}
