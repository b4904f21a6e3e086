package org.renkei.kernel.relief.moves;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.renkei.kernel.cases.Objection;

/// Whether one statement fits: by the plan and by what it names, and by nothing else, so that all who hold
/// the statement judge alike whatever else they hold.
///
/// @param legs which leg each statement that fits is about, from 1
record Judge(Statement plan, Map<UUID, Move.Told> judged, Map<UUID, Integer> legs) {

    /// Which leg a statement is about, from 1: the one that departs or is under way after what it names. Of the
    /// plan 0; where no leg is left, one more than there are.
    static int leg(Statement said, Map<UUID, Move.Told> judged, Map<UUID, Integer> legs) {
        var named = said.on().isEmpty() ? null : judged.get(said.on().getFirst());
        if (named == null) {
            return 0;
        }
        var before = legs.getOrDefault(named.statement().record(), 0);
        return named.statement().act() == Act.DEPART ? before : before + 1;
    }

    List<Objection> objections(Statement said) {
        var found = new ArrayList<Objection>();
        addressees(said, found);
        said.on().forEach(id -> answer(said, id, found));
        if (!found.isEmpty()) {
            return found;
        }
        switch (said.act()) {
            case PLAN -> planned(said, found);
            case DEPART -> {
                runs(said, found);
                isLeft(said, found);
                notBefore(said, "at", found);
            }
            case ARRIVE -> {
                runs(said, found);
                notBefore(said, "at", found);
                delivered(said, found);
            }
            case DELAY -> delayed(said, found);
            case CANCEL -> runs(said, found);
            case RECEIVE -> received(said, found);
            case NOTE -> {}
        }
        return found;
    }

    private void addressees(Statement said, List<Objection> found) {
        var nations = plan.to();
        var all = String.join(", ", nations.stream().sorted().toList());
        must(
                nations.contains(said.party()),
                found,
                "/act",
                said.party() + " is not told of this move",
                said.party() + " にはこの輸送が伝えられていません");
        must(said.to().contains(said.party()), found, "/to", "the writer is among those who are told", "書き手も伝える先に含みます");
        must(
                nations.containsAll(said.to()),
                found,
                "/to",
                "only those who were told of the plan can be told: " + all,
                "伝える先は計画を伝えた国だけです: " + all);
        must(
                !said.act().isForAll() || said.to().equals(nations),
                found,
                "/to",
                "this is told to all who were told of the plan: " + all,
                "計画を伝えた全ての国に伝えます: " + all);
    }

    private void answer(Statement said, UUID id, List<Objection> found) {
        var named = Optional.ofNullable(judged.get(id)).orElseThrow();
        var one = named.statement();
        must(named.fits(), found, "/on", "it follows a statement that does not fit", "成立していない申述に続いています");
        must(
                said.act().answers().contains(one.act()),
                found,
                "/on",
                "no " + said.act().english() + " follows a statement “"
                        + one.act().english() + "”",
                "「" + one.act().japanese() + "」に「" + said.act().japanese() + "」は続きません");
    }

    private Statement named(Statement said) {
        return Optional.ofNullable(judged.get(said.on().getFirst()))
                .orElseThrow()
                .statement();
    }

    private void planned(Statement said, List<Objection> found) {
        must(said.equals(plan), found, "/act", "this move is planned already", "この輸送は既に計画されています");
        must(
                said.to().contains(said.text("receiver").orElse("")),
                found,
                "/receiver",
                "the nation it is brought to is told of it",
                "受領国にも伝えます");
    }

    private void runs(Statement said, List<Objection> found) {
        must(
                said.party().equals(plan.party()),
                found,
                "/act",
                "only " + plan.party() + " says that: it runs this move",
                "申述できるのはこの輸送を行う " + plan.party() + " だけです");
    }

    private void isLeft(Statement said, List<Objection> found) {
        must(
                leg(said, judged, legs) <= plan.legs().size(),
                found,
                "/on",
                "no leg is left: the last one has arrived",
                "残りの区間はありません（最後の区間は到着済みです）");
    }

    /// A step is not before the one that it follows.
    private void notBefore(Statement said, String name, List<Objection> found) {
        var at = said.instant(name).orElse(Instant.MAX);
        var before = named(said).instant("at").orElse(Instant.MIN);
        must(
                !at.isBefore(before),
                found,
                "/" + name,
                "that is before the step that it follows: " + before,
                "前の段階（" + before + "）より前の日時です");
    }

    private void delivered(Statement said, List<Objection> found) {
        var last = leg(said, judged, legs) == plan.legs().size();
        var delivered = said.number("delivered");
        must(
                last == delivered.isPresent(),
                found,
                "/delivered",
                last ? "say how much was delivered" : "what is delivered is said where the last leg arrives",
                last ? "引き渡した数量を記入してください" : "引き渡した数量は最後の区間の到着で申述します");
        notMore(delivered, "/delivered", found);
    }

    private void delayed(Statement said, List<Objection> found) {
        runs(said, found);
        isLeft(said, found);
        notBefore(said, "arrival", found);
        var departure = said.instant("departure");
        var gone = named(said).act() == Act.DEPART;
        must(
                !gone || departure.isEmpty(),
                found,
                "/departure",
                "it has departed: only its arrival can be late",
                "出発済みのため、変わるのは到着だけです");
        must(
                departure.isEmpty()
                        || departure.get().isBefore(said.instant("arrival").orElse(Instant.MIN)),
                found,
                "/arrival",
                "it arrives after it departs",
                "到着は出発より後です");
    }

    private void received(Statement said, List<Objection> found) {
        var receiver = plan.text("receiver").orElse("");
        must(
                said.party().equals(receiver),
                found,
                "/act",
                "only " + receiver + " says that: it is brought to it",
                "申述できるのは受領国 " + receiver + " だけです");
        var condition = said.choice("condition", Condition.class);
        var quantity = said.number("quantity");
        var nothing = condition == Condition.NOT_RECEIVED;
        must(
                nothing == quantity.isEmpty(),
                found,
                "/quantity",
                nothing ? "of what was not received there is no quantity" : "say how much was received",
                nothing ? "未受領の場合、数量はありません" : "受領した数量を記入してください");
        must(
                condition == Condition.INTACT || said.text("text").isPresent(),
                found,
                "/text",
                "say what is wrong with it",
                "異状の内容を記入してください");
        notMore(quantity, "/quantity", found);
    }

    private void notMore(Optional<Long> units, String at, List<Objection> found) {
        var carried = plan.number("quantity").orElse(0L);
        must(
                units.isEmpty() || units.get() <= carried,
                found,
                at,
                "this move carries " + carried + " " + plan.text("unit").orElse(""),
                "この輸送の積載は " + carried + " " + plan.text("unit").orElse("") + " です");
    }

    private static void must(boolean holds, List<Objection> found, String at, String english, String japanese) {
        if (!holds) {
            found.add(new Objection(at, english, japanese));
        }
    }
}
