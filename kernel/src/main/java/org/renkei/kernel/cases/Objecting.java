package org.renkei.kernel.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What speaks against one statement, as it is found.
public final class Objecting {
    private final List<Objection> found = new ArrayList<>();

    public List<Objection> found() {
        return List.copyOf(found);
    }

    public void must(boolean holds, String at, String english, String japanese) {
        if (!holds) {
            found.add(new Objection(at, english, japanese));
        }
    }

    /// That a nation of the subject speaks, to nations of the subject alone, and to all of them where that is
    /// asked.
    ///
    /// @param english what it is said of, such as `this meeting`; the same in Japanese
    public void addressees(Said said, Set<String> nations, boolean isForAll, String english, String japanese) {
        var all = sorted(nations);
        must(
                nations.contains(said.party()),
                "/act",
                said.party() + " takes no part in " + english,
                said.party() + " は" + japanese + "の当事国ではありません");
        must(said.to().contains(said.party()), "/to", "the writer is among those who are told", "書き手も伝える先に含みます");
        must(
                nations.containsAll(said.to()),
                "/to",
                "only the nations of " + english + " can be told: " + all,
                "伝える先は" + japanese + "の当事国だけです: " + all);
        must(
                !isForAll || said.to().equals(nations),
                "/to",
                "this is told to all its nations: " + all,
                "全当事国に伝えます: " + all);
    }

    /// That all are told who were told what it answers, and nobody else.
    public void sameAddressees(Said said, Said answered) {
        must(
                said.to().equals(answered.to()),
                "/to",
                "all who were told of it are told: " + sorted(answered.to()),
                "元の申述を伝えた全ての国に伝えます: " + sorted(answered.to()));
    }

    /// That its own writer takes it back, and that the others agree to it or object.
    public void rightSide(Said said, Said answered, boolean takesBack) {
        var own = said.party().equals(answered.party());
        if (takesBack) {
            var writer = answered.party();
            must(own, "/act", "only " + writer + " can take it back", "取り下げられるのは " + writer + " だけです");
        } else {
            must(!own, "/act", "that is for the others: its writer agrees already", "申述するのは他の国です（提案した国は同意済みです）");
        }
    }

    /// That what it answers fits, and is of an act that it can answer.
    public void answers(Acting act, boolean fits, boolean isAnswered, Acting answered) {
        must(fits, "/on", "it answers a statement that does not fit", "成立していない申述に答えています");
        must(
                isAnswered,
                "/on",
                "no " + act.english() + " can be said on a statement “" + answered.english() + "”",
                "「" + answered.japanese() + "」に対して「" + act.japanese() + "」は申述できません");
    }

    private static String sorted(Set<String> parties) {
        return String.join(", ", parties.stream().sorted().toList());
    }
}
