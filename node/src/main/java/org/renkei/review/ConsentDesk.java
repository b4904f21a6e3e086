package org.renkei.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Recipient;
import org.renkei.kernel.release.ReleaseRule;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.RecordFilter;
import org.renkei.records.StoredRecord;
import org.renkei.release.ReleaseDesk;
import org.renkei.release.Resettling;
import org.renkei.review.Items.Item;
import org.renkei.review.ReviewViews.Asked;
import org.renkei.review.ReviewViews.Consented;
import org.renkei.review.ReviewViews.ConsentsView;
import org.renkei.review.ReviewViews.Wanted;
import org.renkei.sight.Seen;
import org.renkei.sight.Showings;
import org.renkei.sight.Sight;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks nations for their consent to what is theirs going on to a third, and answers when we are asked. Question
/// and answer are records like any other: each nation writes its own, and the ledgers prove both.
@Service
public class ConsentDesk {
    private static final int MOST = 500;

    private final ReviewDesk desk;
    private final Consents consents;
    private final ReleaseDesk releases;
    private final Resettling resettling;
    private final Sights sights;
    private final Showings showings;
    private final PartyRegister register;
    private final JsonMapper json;

    ConsentDesk(
            ReviewDesk desk,
            Consents consents,
            ReleaseDesk releases,
            Resettling resettling,
            Sights sights,
            Showings showings,
            PartyRegister register,
            JsonMapper json) {
        this.desk = desk;
        this.consents = consents;
        this.releases = releases;
        this.resettling = resettling;
        this.sights = sights;
        this.showings = showings;
        this.register = register;
        this.json = json;
    }

    /// Asks every nation whose consent is missing.
    @Transactional
    public ConsentsView ask(UUID review, LocalDate until, String reason, Caller caller, Locale language) {
        resettling.lock();
        requireAhead(until);
        var item = desk.open(review, caller);
        var record = desk.content(item);
        var nations = missing(record, item);
        if (nations.isEmpty()) {
            throw new Problem(Category.CONFLICT, "no nation's consent is missing here", "他国の同意は不要です");
        }
        var party = Recipient.partyOf(item.key().party());
        var unanswered = unanswered(record, party, caller);
        if (unanswered.containsAll(nations)) {
            throw asked(nations, party);
        }
        nations.removeAll(unanswered);
        for (var nation : nations) {
            if (resettling.partnersOf(nation).isEmpty()) {
                throw new Problem(
                        Category.CONFLICT,
                        "no node of " + nation
                                + " is linked here: ask by another way, and write down what was answered",
                        nation + " のノードは接続されていません。別の方法で照会してください");
            }
            releases.create(request(record, item, nation, party, until, reason), caller, language);
        }
        return list(caller);
    }

    /// Nations whose rules fail for want of their consent.
    private Set<String> missing(SharedRecord record, Item item) {
        var party = Recipient.partyOf(item.key().party());
        var nations = new TreeSet<String>();
        for (var reason : resettling.byRules(record, item.key().party()).reasons()) {
            var label = reason.label();
            if (!reason.met() && reason.rule() == ReleaseRule.FOREIGN_INFORMATION && label != null) {
                nations.addAll(label.foreign());
            }
        }
        nations.remove(party);
        nations.removeIf(register::isSelf);
        consents.find(List.of(record.id())).stream()
                .filter(answer -> answer.consent().allows(record.id(), record.revision(), party, register.today()))
                .forEach(answer -> nations.remove(answer.consent().originator()));
        return nations;
    }

    /// Nations that were asked about this revision and party and have not answered, while there is time to.
    private Set<String> unanswered(SharedRecord record, String party, Caller caller) {
        var requests = of(ConsentAnswers.REQUEST, sights.of(caller)).stream()
                .filter(request -> request.own() && !request.recalled())
                .filter(request -> isAbout(request.content(), record, party))
                .toList();
        var answered = consents.list(requests.stream().map(StoredRecord::id).toList()).stream()
                .map(Consents.Answer::request)
                .toList();
        return requests.stream()
                .filter(request -> !answered.contains(request.id()))
                .map(StoredRecord::content)
                .flatMap(Stream::ofNullable)
                .flatMap(content -> addressees(content).stream())
                .collect(Collectors.toSet());
    }

    private boolean isAbout(@Nullable SharedRecord request, SharedRecord record, String party) {
        return request != null
                && ConsentAnswers.uuid(request, "record")
                        .filter(record.id()::equals)
                        .isPresent()
                && ConsentAnswers.number(request, "revision") == record.revision()
                && ConsentAnswers.text(request, "party").equals(party)
                && ConsentAnswers.day(request, "until")
                        .filter(day -> !day.isBefore(register.today()))
                        .isPresent();
    }

    private static Set<String> addressees(SharedRecord request) {
        return switch (request.label().releasability()) {
            case Releasability.To(var codes) -> Set.copyOf(codes);
            case Releasability.Everyone() -> Set.of();
        };
    }

    private static Problem asked(Set<String> nations, String party) {
        var names = String.join(", ", nations);
        return new Problem(
                Category.CONFLICT,
                names + " was asked already about this record and " + party
                        + ", and has not answered yet: wait for the answer, or recall the request first",
                "この記録の " + party + " への開示について、" + names + " には照会済みで回答待ちです。回答を待つか、先に依頼を取り消してください");
    }

    private JsonNode request(
            SharedRecord record, Item item, String nation, String party, LocalDate until, String reason) {
        var banner = record.banner();
        var body = json.createObjectNode()
                .put("title", "Consent asked: release to " + party + " / " + party + " への開示の同意依頼")
                .put("record", record.id().toString())
                .put("revision", record.revision())
                .put("kind", item.kind())
                .put("party", party)
                .put("marking", banner.text())
                .put("until", until.toString())
                .put("reason", reason);
        return draft(ConsentAnswers.REQUEST, addressed(banner, nation), body, record.id());
    }

    /// As restricted as the record, for one nation.
    private static Label addressed(Label banner, String nation) {
        return new Label(
                banner.policy().equals(Label.MIXED) ? Label.ALLIED : banner.policy(),
                banner.classification(),
                banner.caveats(),
                false,
                false,
                Releasability.to(List.of(nation)),
                new TreeSet<>(),
                banner.purposes(),
                banner.exercise());
    }

    private JsonNode draft(String kind, Label label, JsonNode body, UUID about) {
        var draft = json.createObjectNode()
                .put("kind", kind)
                .put("label", label.text())
                .put("precedence", "PRIORITY");
        draft.set("body", body);
        draft.putArray("references").add(about.toString());
        return draft;
    }

    /// Answers a partner's request; a second answer takes the place of the first.
    @Transactional
    public ConsentsView answer(
            UUID request, boolean granted, @Nullable LocalDate until, String reason, Caller caller, Locale language) {
        resettling.lock();
        var asked = sights.of(caller)
                .find(request)
                .filter(Seen::whole)
                .map(Seen::record)
                .filter(record -> !record.own() && record.kind().equals(ConsentAnswers.REQUEST))
                .map(StoredRecord::content)
                .orElseThrow(() -> new Problem(
                        Category.NOT_FOUND, "there is no request for consent of that id", "その ID の同意依頼はありません"));
        var last = ConsentAnswers.day(asked, "until").orElse(register.today());
        var ends = until == null ? last : until;
        requireAhead(ends);
        if (ends.isAfter(last)) {
            throw Problem.refused(List.of(
                    new FieldError("/until", "they asked until " + last + " only", "依頼の期限は " + last + " までです")));
        }
        var body = json.createObjectNode()
                .put("title", granted ? "Consent given / 同意" : "Consent refused / 不同意")
                .put("request", request.toString())
                .put("granted", granted)
                .put("until", ends.toString())
                .put("reason", reason);
        var label = addressed(asked.banner(), asked.origin().party());
        releases.create(draft(ConsentAnswers.ANSWER, label, body, request), caller, language);
        return list(caller);
    }

    private void requireAhead(LocalDate day) {
        if (day.isBefore(register.today())) {
            throw Problem.refused(List.of(new FieldError("/until", "that day is over", "その日は過ぎています")));
        }
    }

    /// What we asked and what we were asked, newest first.
    @Transactional
    public ConsentsView list(Caller caller) {
        var sight = sights.of(caller);
        var requests = of(ConsentAnswers.REQUEST, sight);
        var answers = of(ConsentAnswers.ANSWER, sight);
        var asked = new ArrayList<Asked>();
        var wanted = new ArrayList<Wanted>();
        for (var request : requests) {
            var content = request.content();
            if (content == null) {
                continue;
            }
            var answer = answers.stream()
                    .filter(one -> one.own() != request.own() && answers(one.content(), request.id()))
                    .findFirst()
                    .map(ConsentDesk::consented)
                    .orElse(null);
            if (request.own()) {
                asked.add(asked(request, content, answer));
            } else {
                wanted.add(wanted(request, content, answer));
            }
        }
        showings.note(
                caller,
                "consents",
                Stream.concat(requests.stream(), answers.stream())
                        .map(StoredRecord::id)
                        .toList());
        return new ConsentsView(asked, wanted);
    }

    private static boolean answers(@Nullable SharedRecord answer, UUID request) {
        return answer != null
                && ConsentAnswers.uuid(answer, "request")
                        .filter(request::equals)
                        .isPresent();
    }

    private static List<StoredRecord> of(String kind, Sight sight) {
        return sight.list(new RecordFilter(kind, null, null, null, null), null, MOST).orElse(List.of()).stream()
                .map(Seen::record)
                .toList();
    }

    private static Asked asked(StoredRecord request, SharedRecord content, @Nullable Consented answer) {
        var of = addressees(content).stream().sorted().collect(Collectors.joining(", "));
        return new Asked(
                request.id(),
                ConsentAnswers.uuid(content, "record").orElse(request.id()),
                of,
                ConsentAnswers.text(content, "party"),
                ConsentAnswers.text(content, "until"),
                ConsentAnswers.text(content, "reason"),
                request.storedAt(),
                answer);
    }

    private static Wanted wanted(StoredRecord request, SharedRecord content, @Nullable Consented answer) {
        return new Wanted(
                request.id(),
                request.origin(),
                ConsentAnswers.text(content, "kind"),
                ConsentAnswers.text(content, "marking"),
                ConsentAnswers.text(content, "party"),
                ConsentAnswers.text(content, "until"),
                ConsentAnswers.text(content, "reason"),
                ConsentAnswers.uuid(content, "record").orElse(request.id()),
                request.storedAt(),
                answer);
    }

    private static Consented consented(StoredRecord answer) {
        var content = Objects.requireNonNull(answer.content());
        return new Consented(
                answer.id(),
                content.body().entries().get("granted") instanceof CborBool(var yes) && yes,
                ConsentAnswers.text(content, "until"),
                ConsentAnswers.text(content, "reason"),
                content.author(),
                answer.storedAt());
    }
}
