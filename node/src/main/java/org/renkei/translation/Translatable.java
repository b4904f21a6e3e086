package org.renkei.translation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.glossary.Term;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.ReasonText;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.RecordFilter;
import org.renkei.release.OutsideService;
import org.renkei.release.ServiceReleases;
import org.renkei.release.ServiceReleases.Against;
import org.renkei.sight.Sight;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What of a record may be translated for somebody: the text that stands at one place both in what they see
/// and in what the service may be given. Read within one transaction, before anything leaves.
@Component
class Translatable {
    private final Sights sights;
    private final ServiceReleases releases;

    Translatable(Sights sights, ServiceReleases releases) {
        this.sights = sights;
        this.releases = releases;
    }

    /// The text as the caller reads it.
    ///
    /// @param whole whether the caller sees the record as it is stored, and may be told why something is
    ///     withheld
    record Read(UUID record, JsonPointer at, String text, boolean whole) {}

    /// @throws Problem where the caller sees no text there: it is not told whether there is one
    @Transactional(readOnly = true)
    public Read read(UUID record, JsonPointer at, Caller caller) {
        var sight = sights.of(caller);
        return sight.find(record)
                .flatMap(seen -> Optional.ofNullable(seen.record().content())
                        .flatMap(content -> text(content, at))
                        .map(text -> new Read(record, at, text, seen.whole() && !sights.isLiaison(caller))))
                .orElseThrow(() ->
                        new Problem(Category.NOT_FOUND, "no text of that record stands there", "その記録のその場所に文章はありません"));
    }

    /// Whether the service may be given it.
    ///
    /// @return nothing where it may; else every reason, as far as the caller may be told it
    @Transactional(readOnly = true)
    public List<FieldError> against(Read read, OutsideService to) {
        var answer = releases.decide(List.of(read.record()), to).stream().findFirst();
        if (answer.isEmpty()) {
            return List.of(new FieldError("/record", "the record was recalled, or has ended", "記録は撤回されたか、終了しています"));
        }
        var form = answer.get().form();
        if (form != null && text(form, read.at()).filter(read.text()::equals).isPresent()) {
            return List.of();
        }
        var told = read.whole()
                ? answer.get().against().stream()
                        .filter(one -> concerns(one, read.at()))
                        .map(one -> new FieldError(at(one), one.en(), one.ja()))
                        .distinct()
                        .toList()
                : List.<FieldError>of();
        return told.isEmpty() ? List.of(outward()) : told;
    }

    private static boolean concerns(Against one, JsonPointer at) {
        var portion = one.portion();
        return portion == null || portion.contains(at) || at.contains(portion);
    }

    private static String at(Against one) {
        return one.portion() == null ? "/label" : one.portion().toString();
    }

    private static FieldError outward() {
        return new FieldError(
                "/record",
                ReasonText.outward(Locale.ENGLISH) + " to the service",
                "翻訳サービスには" + ReasonText.outward(Locale.JAPANESE));
    }

    /// Agreed words in the text that both the caller and the service may see.
    @Transactional(readOnly = true)
    public AgreedWords words(Read read, OutsideService to, Caller caller) {
        var seen = terms(sights.of(caller));
        var both = releases.decide(seen.keySet(), to).stream()
                .flatMap(one -> Stream.ofNullable(one.form()))
                .flatMap(form -> Term.of(form).stream())
                .filter(term -> sameWords(term, seen.get(term.record())))
                .toList();
        return AgreedWords.in(read.text(), both);
    }

    private static Map<UUID, Term> terms(Sight sight) {
        var terms = new HashMap<UUID, Term>();
        sight.listStanding(new RecordFilter(Term.KIND, null, null, null, null))
                .forEach(record -> Term.of(record).ifPresent(term -> terms.put(term.record(), term)));
        return terms;
    }

    private static boolean sameWords(Term given, @Nullable Term seen) {
        return seen != null && given.en().equals(seen.en()) && given.ja().equals(seen.ja());
    }

    private static Optional<String> text(SharedRecord record, JsonPointer at) {
        return at.find(record.body())
                .flatMap(value ->
                        value instanceof CborText(var text) && !text.isBlank() ? Optional.of(text) : Optional.empty());
    }
}
