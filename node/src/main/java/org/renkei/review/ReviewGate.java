package org.renkei.review;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.database.Bulk;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Consent;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.Recipient;
import org.renkei.kernel.review.Cause;
import org.renkei.kernel.review.Circumstances;
import org.renkei.kernel.review.Gate;
import org.renkei.kernel.review.Gate.Passage;
import org.renkei.kernel.review.PolicyRule;
import org.renkei.kernel.review.ReleasePolicy;
import org.renkei.party.PartyRegister;
import org.renkei.records.Records;
import org.renkei.records.StoredRecord;
import org.renkei.release.Gatekeeper;
import org.renkei.review.Items.Item;
import org.renkei.review.Items.State;
import org.renkei.review.Rulings.Key;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// The gate with the policy in force and the rulings of this node's officers. Sites of the own nation pass: policy
/// is about what leaves the nation.
@Component
class ReviewGate implements Gatekeeper {
    private final Policies policies;
    private final Rulings rulings;
    private final Items items;
    private final Consents consents;
    private final GivenBy givenBy;
    private final Records records;
    private final PartyRegister register;
    private final Bulk bulk;
    private final AuditLog audit;
    private final Clock clock;
    private final NodeSettings settings;

    ReviewGate(
            Policies policies,
            Rulings rulings,
            Items items,
            Consents consents,
            GivenBy givenBy,
            Records records,
            PartyRegister register,
            Bulk bulk,
            AuditLog audit,
            Clock clock,
            NodeSettings settings) {
        this.policies = policies;
        this.rulings = rulings;
        this.items = items;
        this.consents = consents;
        this.givenBy = givenBy;
        this.records = records;
        this.register = register;
        this.bulk = bulk;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /// As the gate would be under another policy, for facts that change; nothing of it is to be written.
    Watch under(ReleasePolicy policy, Collection<UUID> known) {
        return watch(policy, known, 1, null);
    }

    @Override
    public Watch watch(Collection<UUID> known, int atOnce, @Nullable String author) {
        return watch(policies.inForce(register.today()), known, atOnce, author);
    }

    private Watch watch(ReleasePolicy policy, Collection<UUID> known, int atOnce, @Nullable String author) {
        var counted = policy.countsMany() ? author : null;
        return new Round(
                policy,
                atOnce,
                counted,
                counted == null ? Map.of() : givenBy.within(policy.manyHours(), counted),
                rulings.find(known),
                items.findOpen(known),
                knownKinds(),
                consents.find(known));
    }

    /// What each party has held something of.
    private Set<String> knownKinds() {
        return new HashSet<>(bulk.query(
                "select party, kind from review.known_kind",
                (row, number) -> of(row.getString("party"), row.getString("kind"))));
    }

    private static String of(String party, String kind) {
        return party + "\n" + kind;
    }

    @Override
    public void forget(Collection<UUID> records, Collection<String> parties) {
        items.closeFor(records, parties, clock.instant());
    }

    @Override
    public String facts(String party) {
        return isNational(party)
                ? ""
                : policies.inForce(register.today()).rules().stream()
                        .filter(rule -> rule.act() == PolicyRule.Act.WITHHOLD && concerns(rule, party))
                        .map(PolicyDraft.Rule::of)
                        .sorted(Comparator.comparing(PolicyDraft.Rule::id))
                        .toList()
                        .toString();
    }

    @Override
    public boolean withholds(String party) {
        return !isNational(party)
                && policies.inForce(register.today()).rules().stream()
                        .anyMatch(rule -> rule.act() == PolicyRule.Act.WITHHOLD && concerns(rule, party));
    }

    private static boolean concerns(PolicyRule rule, String party) {
        return rule.parties().isEmpty() || rule.parties().contains(Recipient.partyOf(party));
    }

    private boolean isNational(String party) {
        return Recipient.partyOf(party).equals(settings.node().party());
    }

    private final class Round implements Watch {
        private final ReleasePolicy policy;
        private final int atOnce;
        private final @Nullable String author;
        private final Map<String, Long> earlier;
        private final Map<Key, Rulings.Kept> ruled;
        private final Map<Key, Item> open;
        private final Set<String> kinds;
        private final List<Consents.Answer> given;
        private final Map<String, Integer> released = new TreeMap<>();
        private final Set<String> newKinds = new HashSet<>();
        private final Map<Key, Item> asked = new HashMap<>();
        private final Map<UUID, State> closed = new HashMap<>();

        Round(
                ReleasePolicy policy,
                int atOnce,
                @Nullable String author,
                Map<String, Long> earlier,
                Map<Key, Rulings.Kept> ruled,
                Map<Key, Item> open,
                Set<String> kinds,
                List<Consents.Answer> given) {
            this.policy = policy;
            this.atOnce = atOnce;
            this.author = author;
            this.earlier = earlier;
            this.ruled = ruled;
            this.open = open;
            this.kinds = kinds;
            this.given = given;
        }

        @Override
        public Set<String> consenting(SharedRecord record, String party) {
            var to = Recipient.partyOf(party);
            var today = register.today();
            return given.stream()
                    .map(Consents.Answer::consent)
                    .filter(consent -> consent.allows(record.id(), record.revision(), to, today))
                    .map(Consent::originator)
                    .collect(Collectors.toSet());
        }

        @Override
        public Answer ask(SharedRecord record, Hash marking, @Nullable Label before, boolean holds, Decision decision) {
            if (isNational(decision.party())) {
                return new Answer(decision, List.of());
            }
            var key = new Key(record.id(), decision.party());
            var passage = pass(record, marking, before, holds, decision, ruled.get(key));
            switch (passage) {
                case Passage.Waiting(var waits, var question) -> asked.put(key, item(key, record, marking, question));
                case Passage.Open(var result, var by) -> {
                    asked.remove(key);
                    close(key, result, by);
                    if (result.leaves() && !holds && by == null) {
                        released.merge(result.party(), 1, Integer::sum);
                    }
                }
            }
            return new Answer(passage.decision(), ReviewNotes.of(passage, policy));
        }

        private void close(Key key, Decision result, Gate.@Nullable Held by) {
            var item = open.get(key);
            if (item != null) {
                closed.put(item.id(), result.leaves() ? State.RELEASED : by == null ? State.MOOT : State.WITHHELD);
            }
        }

        private Passage pass(
                SharedRecord record,
                Hash marking,
                @Nullable Label before,
                boolean holds,
                Decision decision,
                Rulings.@Nullable Kept kept) {
            var isFirst = !kinds.contains(of(decision.party(), record.kind()));
            var many = policy.isMany(earlier.getOrDefault(decision.party(), 0L), atOnce);
            var circumstances = Circumstances.of(
                    record, Recipient.partyOf(decision.party()), before, references(record), isFirst, many);
            return Gate.pass(decision, policy, circumstances, marking, kept == null ? null : kept.ruling(), holds);
        }

        /// Read only where a rule asks for it.
        private List<SharedRecord> references(SharedRecord record) {
            return record.references().isEmpty()
                            || policy.rules().stream().noneMatch(rule -> rule.cause() == Cause.EXERCISE_MIX)
                    ? List.of()
                    : records.list(record.references()).stream()
                            .map(StoredRecord::content)
                            .flatMap(Stream::ofNullable)
                            .toList();
        }

        private Item item(Key key, SharedRecord record, Hash marking, Gate.Question question) {
            var now = clock.instant();
            var before = open.get(key);
            return new Item(
                    before == null ? UUID.randomUUID() : before.id(),
                    key,
                    record.revision(),
                    record.kind(),
                    marking,
                    question.rules(),
                    question.causes().stream().map(cause -> cause.code()).toList(),
                    question.persons(),
                    before == null ? now : before.opened(),
                    before == null ? now.plus(Duration.ofHours(question.hours())) : before.due(),
                    null,
                    State.OPEN,
                    null);
        }

        @Override
        public void holds(String kind, String party) {
            if (kinds.add(of(party, kind))) {
                newKinds.add(of(party, kind));
            }
        }

        @Override
        public Answer wouldAsk(SharedRecord record, Hash marking, Decision decision) {
            if (isNational(decision.party())) {
                return new Answer(decision, List.of());
            }
            var passage = pass(record, marking, null, false, decision, null);
            return new Answer(passage.decision(), ReviewNotes.of(passage, policy));
        }

        @Override
        public void write() {
            for (var pair : newKinds) {
                var cut = pair.indexOf('\n');
                bulk.update(
                        "insert into review.known_kind (party, kind) values (?, ?) on conflict do nothing",
                        pair.substring(0, cut),
                        pair.substring(cut + 1));
            }
            if (author != null) {
                givenBy.add(author, released);
            }
            var now = clock.instant();
            for (var state : State.values()) {
                items.close(
                        closed.entrySet().stream()
                                .filter(one -> one.getValue() == state)
                                .map(Map.Entry::getKey)
                                .toList(),
                        state,
                        now);
            }
            var fresh = new ArrayList<Item>();
            asked.forEach((key, item) -> {
                if (open.containsKey(key)) {
                    items.renew(item);
                } else {
                    fresh.add(item);
                }
            });
            items.insert(fresh);
            audit.append(fresh.stream().map(this::opened).toList());
        }

        private AuditEvent opened(Item item) {
            return new AuditEvent(
                    settings.node().toString(),
                    "review-opened",
                    item.key().record(),
                    item.key().party(),
                    new TreeMap<>(Map.of(
                            "review", item.id().toString(),
                            "revision", item.revision(),
                            "rules", item.rules(),
                            "causes", item.causes(),
                            "policy", policy.version())));
        }
    }
}
