package org.renkei.kernel.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;

/// Everything a release decision rests on, as plain lists: for the [Rulebook] and for [NaiveRules] alike.
record World(
        String origin,
        List<SecurityPolicy> policies,
        Set<String> parties,
        List<Group> groups,
        List<Agreement> agreements) {

    static final SecurityPolicy ALLIED =
            new SecurityPolicy("ALLIED", Set.of("CRYPTO", "BOHEMIA"), Set.of("RELIEF", "ACSA"));
    static final SecurityPolicy NATO = new SecurityPolicy("NATO", Set.of("ATOMAL"), Set.of("BMD"));

    /// Japan's node and what it knows about seven partners.
    static World ofJapan(Agreement... agreements) {
        return new World(
                "JPN",
                List.of(ALLIED, NATO),
                Set.of("JPN", "USA", "AUS", "GBR", "PHL", "KOR", "FRA"),
                List.of(
                        group("FVEY", "USA 1946-03-05", "AUS 1956-01-01", "GBR 1946-03-05"),
                        group(
                                "SQUAD",
                                "JPN 2023-06-03",
                                "USA 2023-06-03",
                                "AUS 2023-06-03",
                                "PHL 2023-06-03 2024-06-03")),
                List.of(agreements));
    }

    Rulebook rulebook() {
        return new Rulebook(origin, policies, parties, groups, agreements);
    }

    World with(Agreement... others) {
        return new World(origin, policies, parties, groups, List.of(others));
    }

    World withGroups(List<Group> others) {
        return new World(origin, policies, parties, others, agreements);
    }

    /// The rules that fail, as the [Rulebook] says it.
    Set<ReleaseRule> failures(Label label, String originator, Recipient to, LocalDate day, Set<String> consenting) {
        return failures(rulebook(), label, originator, to, day, consenting);
    }

    static Set<ReleaseRule> failures(
            Rulebook rulebook, Label label, String originator, Recipient to, LocalDate day, Set<String> consenting) {
        return rules(rulebook.failures(
                rulebook.compile(label, originator), rulebook.compile(to), (int) day.toEpochDay(), consenting));
    }

    static Set<ReleaseRule> rules(int bits) {
        var rules = new HashSet<ReleaseRule>();
        for (var rule : ReleaseRule.values()) {
            if (rule.isIn(bits)) {
                rules.add(rule);
            }
        }
        return rules;
    }

    /// `party("USA", "SECRET//CRYPTO//FOR RELIEF")`: what may be sent there is written like a label.
    static Recipient party(String party, String rights) {
        var label = Label.parse(rights);
        return new Recipient(party, label.classification(), label.caveats(), label.purposes());
    }

    /// A party that is cleared for, and briefed on, everything.
    static Recipient party(String party) {
        return new Recipient(
                party,
                Classification.TOP_SECRET,
                Set.of("CRYPTO", "BOHEMIA", "ATOMAL"),
                Set.of("RELIEF", "ACSA", "BMD"));
    }

    /// Members as `party from [until]`.
    static Group group(String code, String... members) {
        var all = new ArrayList<Group.Membership>();
        for (var member : members) {
            var parts = member.split(" ");
            var until = parts.length == 3 ? LocalDate.parse(parts[2]) : null;
            all.add(new Group.Membership(parts[0], LocalDate.parse(parts[1]), until));
        }
        return new Group(code, all);
    }
}
