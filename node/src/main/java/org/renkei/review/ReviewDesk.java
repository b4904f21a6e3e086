package org.renkei.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditFilter;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.Otherwise;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.Redaction;
import org.renkei.kernel.review.Gate;
import org.renkei.kernel.review.Ruling;
import org.renkei.problem.Paging;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.Bodies;
import org.renkei.records.Marking;
import org.renkei.records.Records;
import org.renkei.records.StoredRecord;
import org.renkei.release.Resettling;
import org.renkei.review.Items.Item;
import org.renkei.review.Items.State;
import org.renkei.review.Items.Voice;
import org.renkei.review.ReviewViews.Backlog;
import org.renkei.review.ReviewViews.Case;
import org.renkei.review.ReviewViews.Page;
import org.renkei.review.ReviewViews.Preview;
import org.renkei.review.ReviewViews.Review;
import org.renkei.review.ReviewViews.RulingView;
import org.renkei.review.ReviewViews.Waiting;
import org.renkei.review.Rulings.Key;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The queue of releases that wait, and the officers' rulings. A ruling, its record's new decision, the ledger
/// entry that follows and the audit entry are one transaction.
@Service
public class ReviewDesk {
    private final Items items;
    private final Rulings rulings;
    private final Records records;
    private final Resettling resettling;
    private final Sights sights;
    private final Showings showings;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;

    ReviewDesk(
            Items items,
            Rulings rulings,
            Records records,
            Resettling resettling,
            Sights sights,
            Showings showings,
            AuditLog audit,
            NodeSettings settings,
            Clock clock) {
        this.items = items;
        this.rulings = rulings;
        this.records = records;
        this.resettling = resettling;
        this.sights = sights;
        this.showings = showings;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// What of a queue is looked at; beyond that, officers have to rule first.
    static final int MOST = 20_000;

    /// Releases of records that the caller sees as they are.
    @Transactional
    public Page list(Filter filter, @Nullable String cursor, int limit, Caller caller) {
        var all = items.list(filter.open(), filter.party(), filter.kind(), MOST);
        var whole = sights.of(caller)
                .whole(all.stream().map(item -> item.key().record()).collect(Collectors.toSet()));
        var seen =
                all.stream().filter(item -> whole.contains(item.key().record())).toList();
        var from = (int) Math.min(cursor == null ? 0 : Paging.before(cursor), seen.size());
        var to = Math.min(from + Paging.limit(limit), seen.size());
        showings.note(
                caller,
                "reviews",
                seen.subList(from, to).stream().map(item -> item.key().record()).toList());
        return new Page(views(seen.subList(from, to)), seen.size(), to < seen.size() ? Paging.cursor(to) : null);
    }

    /// How much of it waits, of what the caller sees, and how much of that for too long. Asked by every open screen
    /// again and again: nothing but counts is read.
    @Transactional(readOnly = true)
    public Backlog backlog(Caller caller) {
        var now = clock.instant();
        var sight = sights.of(caller);
        return new Backlog(
                Waiting.of(Items.seen(items.count(now), sight)),
                Waiting.of(Items.seen(items.countEmergencies(now), sight)));
    }

    /// Which part of the queue; null for every party or kind.
    public record Filter(
            boolean open, @Nullable String party, @Nullable String kind) {}

    @Transactional
    public Case get(UUID id, Caller caller, Locale language) {
        var item = seen(id, caller);
        var record = content(item);
        showings.note(caller, "review", List.of(record.id()));
        var decision = resettling.byRules(record, item.key().party());
        return new Case(
                views(List.of(item)).getFirst(),
                Bodies.toJson(record.body()),
                preview(record, decision),
                resettling.reasons(decision, language));
    }

    /// What the party would get without these places.
    @Transactional
    public Preview preview(UUID id, List<JsonPointer> cuts, Caller caller) {
        var item = seen(id, caller);
        var record = content(item);
        showings.note(caller, "review", List.of(record.id()));
        requirePlaces(record, cuts);
        var decision = resettling.byRules(record, item.key().party());
        return preview(record, cuts.isEmpty() ? decision : Gate.cut(decision, new Ruling(true, cuts, item.marking())));
    }

    private Preview preview(SharedRecord record, Decision decision) {
        var redactions = decision instanceof Decision.Redacted redacted ? redacted.redactions() : List.<Redaction>of();
        var form = resettling.form(record, decision);
        var bytes = form.map(RecordCodec::encode).orElse(new byte[0]);
        return new Preview(
                form.map(SharedRecord::body).map(Bodies::toJson).orElse(null),
                places(redactions, true),
                places(redactions, false),
                bytes.length,
                Hash.ofContent(bytes).hex());
    }

    private static List<String> places(List<Redaction> redactions, boolean removed) {
        return redactions.stream()
                .filter(one -> (one.otherwise() == Otherwise.REMOVE) == removed)
                .map(one -> one.at().toString())
                .toList();
    }

    /// One officer's word. Where two must agree, the first waits for a second of another person with the same cuts.
    @Transactional
    public Review rule(UUID id, Word word, Caller caller) {
        resettling.lock();
        var officer = caller.getName();
        var item = open(id, caller);
        var record = content(item);
        requirePlaces(record, word.cuts());
        if (word.releases() && !resettling.byRules(record, item.key().party()).leaves()) {
            throw new Problem(
                    Category.CONFLICT,
                    "no officer here can release this: ask the nation whose information it is for its consent",
                    "当方の担当官だけでは開示できません。情報の作成国に同意を依頼してください");
        }
        if (word.releases() && item.persons() > 1) {
            requireAnother(item, officer);
        }
        var before = items.voices(item);
        word.requireAgreement(before, officer);
        var now = clock.instant();
        items.speak(item, new Voice(officer, word.releases(), word.places(), word.reason(), now));
        audit.append(List.of(event(officer, "review-voice", item, word)));
        var persons = new ArrayList<>(before.stream().map(Voice::person).toList());
        persons.add(officer);
        if (!word.releases() || persons.size() >= item.persons()) {
            decide(
                    item,
                    new Ruling(word.releases(), word.cuts(), item.marking()),
                    persons,
                    word.reason(),
                    false,
                    officer);
        }
        return views(List.of(items.find(id).orElseThrow())).getFirst();
    }

    /// Of two officers none is an author, of any revision: the second pair of eyes is to be another's.
    private void requireAnother(Item item, String officer) {
        var record = item.key().record();
        var wrote = Stream.of("record-stored", "record-revised")
                .flatMap(name -> audit.list(AuditFilter.of(record, name), Long.MAX_VALUE, MOST).stream())
                .anyMatch(entry -> entry.event().actor().equals(officer));
        if (wrote && !settings.authorApproves()) {
            throw new Problem(
                    Category.CONFLICT,
                    "you wrote this record: where two officers must agree, both are others than its authors",
                    "この記録の作成者は承認できません。担当官 2 名の一致が必要な開示は、作成者以外の 2 名が判断します");
        }
    }

    /// Puts a ruling into force.
    void decide(Item item, Ruling ruling, List<String> persons, String reason, boolean emergency, String officer) {
        var key = item.key();
        var now = clock.instant();
        rulings.put(new Rulings.Kept(key, ruling, persons, reason, emergency, now));
        items.close(List.of(item.id()), ruling.released() ? State.RELEASED : State.WITHHELD, now);
        resettling.settle(List.of(key.record()), key.party(), false, officer);
        if (ruling.released()) {
            var others = items.waitingForTheFirst(key.party(), item.kind());
            if (!others.isEmpty()) {
                resettling.settle(others, key.party(), false, officer);
            }
        }
    }

    private static AuditEvent event(String officer, String name, Item item, Word word) {
        return new AuditEvent(
                officer,
                name,
                item.key().record(),
                item.key().party(),
                new TreeMap<>(Map.of(
                        "review", item.id().toString(),
                        "revision", item.revision(),
                        "verdict", word.releases() ? "release" : "withhold",
                        "cuts", word.places(),
                        "reason", word.reason())));
    }

    /// The newest ruling on a record for each party.
    @Transactional
    public List<RulingView> rulings(UUID record, Caller caller) {
        var stored = own(record, caller);
        showings.note(caller, "rulings", List.of(record));
        var content = stored.content();
        var marking = content == null ? null : Marking.of(content).digest();
        return rulings.find(List.of(record)).values().stream()
                .map(kept -> new RulingView(
                        kept.key().party(),
                        kept.ruling().released(),
                        kept.ruling().cuts().stream().map(JsonPointer::toString).toList(),
                        kept.persons(),
                        kept.reason(),
                        kept.emergency(),
                        kept.at(),
                        kept.ruling().marking().equals(marking)))
                .sorted(Comparator.comparing(RulingView::party))
                .toList();
    }

    /// Takes a ruling away: policy is asked again, even about what the party holds.
    @Transactional
    public List<RulingView> lift(UUID record, String party, String reason, Caller caller) {
        resettling.lock();
        own(record, caller);
        var officer = caller.getName();
        var key = new Key(record, party);
        if (!rulings.find(List.of(record)).containsKey(key)) {
            throw new Problem(Category.NOT_FOUND, "there is no ruling about " + party, party + " についての判断はありません");
        }
        rulings.remove(key);
        audit.append(List.of(new AuditEvent(officer, "ruling-lifted", record, party, Map.of("reason", reason))));
        resettling.settle(List.of(record), party, true, officer);
        return rulings(record, caller);
    }

    private static void requirePlaces(SharedRecord record, List<JsonPointer> cuts) {
        var mistakes = cuts.stream()
                .filter(cut -> cut.steps().isEmpty() || cut.find(record.body()).isEmpty())
                .map(cut -> new FieldError("/cuts", "the body has no place " + cut, "本文に " + cut + " という箇所はありません"))
                .toList();
        if (!mistakes.isEmpty()) {
            throw Problem.refused(mistakes);
        }
    }

    /// An item that still waits.
    Item open(UUID id, Caller caller) {
        var item = seen(id, caller);
        if (item.state() != State.OPEN) {
            throw new Problem(
                    Category.CONFLICT,
                    "this was ruled on already: " + item.state().code(),
                    "すでに判断済みです（" + item.state().code() + "）");
        }
        return item;
    }

    SharedRecord content(Item item) {
        return records.find(item.key().record()).map(StoredRecord::content).orElseThrow(ReviewDesk::notHere);
    }

    private Item seen(UUID id, Caller caller) {
        var item = items.find(id);
        // Asked in any case: the time it takes is not to tell whether there is one.
        var sees = sees(item.map(one -> one.key().record()).orElse(id), caller);
        return item.filter(one -> sees).orElseThrow(ReviewDesk::notHere);
    }

    /// Whether the caller sees a record as it is stored.
    boolean sees(UUID record, Caller caller) {
        return sights.of(caller).whole(List.of(record)).contains(record);
    }

    StoredRecord own(UUID id, Caller caller) {
        if (!sees(id, caller)) {
            throw noRecord();
        }
        return records.find(id).filter(StoredRecord::own).orElseThrow(ReviewDesk::noRecord);
    }

    List<Review> views(Collection<Item> found) {
        var contents = records
                .list(found.stream().map(item -> item.key().record()).distinct().toList())
                .stream()
                .collect(Collectors.toMap(StoredRecord::id, Function.identity()));
        return found.stream()
                .map(item -> view(item, contents.get(item.key().record())))
                .toList();
    }

    private Review view(Item item, @Nullable StoredRecord stored) {
        var content = stored == null ? null : stored.content();
        return new Review(
                item.id(),
                item.key().record(),
                item.revision(),
                item.kind(),
                ReviewViews.title(content),
                content == null ? "" : content.banner().text(),
                item.key().party(),
                item.rules(),
                item.causes(),
                item.persons(),
                item.opened(),
                item.due(),
                item.escalated() != null,
                item.state().code(),
                item.closed(),
                items.voices(item).stream()
                        .map(voice -> new ReviewViews.Voice(
                                voice.person(),
                                voice.releases() ? "release" : "withhold",
                                voice.cuts(),
                                voice.reason(),
                                voice.at()))
                        .toList());
    }

    static Problem notHere() {
        return new Problem(Category.NOT_FOUND, "there is no review of that id", "その ID の審査はありません");
    }

    static Problem noRecord() {
        return new Problem(Category.NOT_FOUND, "no record of that id is held here", "その ID の記録はここにありません");
    }
}
