package org.renkei.review;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.renkei.database.Bulk;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.release.Recipient;
import org.renkei.kernel.review.Cause;
import org.renkei.kernel.review.Circumstances;
import org.renkei.kernel.review.PolicyRule;
import org.renkei.kernel.review.ReleasePolicy;
import org.renkei.records.Marking;
import org.renkei.records.Records;
import org.renkei.records.StoredRecord;
import org.renkei.review.ReviewViews.Effect;
import org.renkei.review.ReviewViews.Example;
import org.renkei.review.ReviewViews.PartyEffect;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Sight;
import org.springframework.stereotype.Component;

/// What a policy would change. Records of one kind and marking fare alike, so they are counted together.
@Component
class PolicyEffects {
    private static final int EXAMPLES = 3;
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final Items items;
    private final Bulk bulk;
    private final Records records;
    private final PolicyTrial trial;
    private final Clock clock;
    private final NodeSettings settings;

    PolicyEffects(Items items, Bulk bulk, Records records, PolicyTrial trial, Clock clock, NodeSettings settings) {
        this.items = items;
        this.bulk = bulk;
        this.records = records;
        this.trial = trial;
        this.clock = clock;
        this.settings = settings;
    }

    /// Own records of one kind and marking, as they stand for one party.
    ///
    /// @param ruled whether an officer has ruled on them
    record Group(
            String party,
            String kind,
            Hash marking,
            boolean held,
            boolean ruled,
            long count,
            long recent,
            UUID example) {}

    private static final class Counts {
        private long recalled;
        private PolicyTrial.Tally freed = PolicyTrial.Tally.NOTHING;
        private long asked;
        private long waiting;
        private final List<UUID> examples = new ArrayList<>();
    }

    Effect of(ReleasePolicy proposed, ReleasePolicy inForce, Sight sight) {
        var classifications = classifications();
        var parties = new TreeMap<String, Counts>();
        for (var group : groups()) {
            if (Recipient.partyOf(group.party()).equals(settings.node().party())) {
                continue;
            }
            var counts = parties.computeIfAbsent(group.party(), party -> new Counts());
            var classification = Objects.requireNonNull(classifications.get(group.marking()));
            var always = circumstances(group, classification, false);
            if (group.held() && withholds(proposed, always)) {
                counts.recalled += group.count();
                if (counts.examples.size() < EXAMPLES) {
                    counts.examples.add(group.example());
                }
            } else if (group.held()) {
                counts.asked += asks(proposed, circumstances(group, classification, true)) ? group.recent() : 0;
            } else if (withholds(inForce, always) && !withholds(proposed, always)) {
                counts.freed = counts.freed.plus(trial.of(group, proposed));
            }
        }
        waiting(sight).forEach((party, count) -> parties.computeIfAbsent(party, any -> new Counts()).waiting = count);
        return new Effect(parties.entrySet().stream()
                .map(entry -> new PartyEffect(
                        entry.getKey(),
                        entry.getValue().recalled,
                        entry.getValue().freed.released(),
                        entry.getValue().freed.toOfficers(),
                        entry.getValue().asked,
                        entry.getValue().waiting,
                        examples(entry.getValue().examples, sight)))
                .toList());
    }

    /// What waits for officers stays with them, whatever the policy says from now on.
    private Map<String, Long> waiting(Sight sight) {
        return Items.seen(items.count(clock.instant()), sight).stream()
                .collect(Collectors.groupingBy(Items.Waits::party, Collectors.summingLong(Items.Waits::waiting)));
    }

    /// What a marking alone tells; whether a record is the first of its kind or one of many is not kept.
    private static Circumstances circumstances(Group group, Classification classification, boolean full) {
        var causes = full ? EnumSet.of(Cause.ALWAYS) : EnumSet.noneOf(Cause.class);
        return new Circumstances(group.kind(), Recipient.partyOf(group.party()), classification, causes);
    }

    private static boolean withholds(ReleasePolicy policy, Circumstances circumstances) {
        return policy.matching(circumstances).stream().anyMatch(rule -> rule.act() == PolicyRule.Act.WITHHOLD);
    }

    private static boolean asks(ReleasePolicy policy, Circumstances circumstances) {
        return policy.matching(circumstances).stream().anyMatch(rule -> rule.act() == PolicyRule.Act.REVIEW);
    }

    private Map<Hash, Classification> classifications() {
        var found = new HashMap<Hash, Classification>();
        records.markings(new byte[0])
                .forEach((digest, marking) -> found.put(digest, banner(marking).classification()));
        return found;
    }

    private static Label banner(Marking marking) {
        return marking.portions().stream().map(Portion::label).reduce(marking.label(), Label::combine);
    }

    private List<Group> groups() {
        return bulk.query(
                """
                select h.party, r.kind, r.marking, h.form is not null held, g.record is not null ruled, count(*) n,
                    count(*) filter (where r.stored_at > ?) recent, (array_agg(r.id order by r.seq desc))[1] example
                from release.held h join records.record r on r.id = h.record
                left join review.ruling g on g.record = h.record and g.party = h.party
                where r.own and r.state = 'current' and r.marking is not null
                group by h.party, r.kind, r.marking, h.form is not null, g.record is not null
                """,
                (row, number) -> new Group(
                        row.getString("party"),
                        row.getString("kind"),
                        Hash.of(row.getBytes("marking")),
                        row.getBoolean("held"),
                        row.getBoolean("ruled"),
                        row.getLong("n"),
                        row.getLong("recent"),
                        Objects.requireNonNull(row.getObject("example", UUID.class))),
                clock.instant().minus(LOOK_BACK).atOffset(ZoneOffset.UTC));
    }

    private List<Example> examples(List<UUID> ids, Sight sight) {
        return records.list(sight.whole(ids)).stream()
                .map((StoredRecord record) -> new Example(record.id(), ReviewViews.title(record.content())))
                .toList();
    }
}
