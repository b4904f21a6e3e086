package org.renkei.kernel.release;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.SharedRecord;

/// The form of a record that one party receives. Besides what the decision removes, it tells nothing by the
/// way: revisions are counted for the party, references name only what the party may hold, and labels name of
/// the audience only the party itself and the origin. A site of the own nation sees the labels whole: it
/// answers for them, too.
public final class OutwardForm {
    private OutwardForm() {}

    /// @param revision the how-manieth version of this record that is released to the party, from 1
    /// @param mayHold whether the party may hold the record of that id
    public static Optional<SharedRecord> of(
            SharedRecord record, Decision decision, int revision, Predicate<UUID> mayHold) {
        return switch (decision) {
            case Decision.Released released ->
                Optional.of(form(record, released.party(), record.body(), record.portions(), revision, mayHold, false));
            case Decision.Redacted redacted when redacted.onlyPortions() -> onlyPortions(record, redacted, revision);
            case Decision.Redacted redacted -> Optional.of(without(record, redacted, revision, mayHold));
            case Decision.Withheld withheld -> Optional.empty();
            case Decision.NeedsReview needsReview -> Optional.empty();
        };
    }

    private static SharedRecord without(
            SharedRecord record, Decision.Redacted decision, int revision, Predicate<UUID> mayHold) {
        var body = record.body();
        var places = new HashSet<JsonPointer>();
        for (var redaction : decision.redactions()) {
            places.add(redaction.at());
            body = redaction.at().changeIn(body, value -> Redactor.redact(value, redaction.otherwise()));
        }
        return form(record, decision.party(), body, remaining(record, places), revision, mayHold, true);
    }

    /// Portions that stand as they were written: neither redacted themselves nor within a place that was.
    private static List<Portion> remaining(SharedRecord record, Set<JsonPointer> redacted) {
        return record.portions().stream()
                .filter(portion -> redacted.stream().noneMatch(place -> place.contains(portion.at())))
                .toList();
    }

    /// Top-level portions that the party may hold, with the portions inside them; empty when there is nothing
    /// to go.
    private static Optional<SharedRecord> onlyPortions(SharedRecord record, Decision.Redacted decision, int revision) {
        var redacted = new HashSet<JsonPointer>();
        decision.redactions().forEach(redaction -> redacted.add(redaction.at()));
        var open = remaining(record, redacted);
        var entries = new LinkedHashMap<String, CborValue>();
        for (var portion : open) {
            if (portion.at().isTopLevel()) {
                portion.at()
                        .find(record.body())
                        .ifPresent(value -> entries.put(portion.at().steps().getFirst(), value));
            }
        }
        var body = new CborMap(entries);
        for (var place : redacted) {
            body = place.removeFrom(body);
        }
        var whole = body;
        var kept = open.stream()
                .filter(portion -> portion.at().find(whole).isPresent())
                .toList();
        return kept.stream()
                .map(Portion::label)
                .reduce(Label::combine)
                .map(label -> addressed(portionsForm(record, label, kept, whole, revision), decision.party()));
    }

    private static SharedRecord portionsForm(
            SharedRecord record, Label label, List<Portion> kept, CborMap body, int revision) {
        return new SharedRecord(
                record.id(),
                record.origin(),
                record.kind(),
                revision,
                record.origin().party(),
                record.time(),
                record.precedence(),
                label,
                kept,
                List.of(),
                body,
                true,
                record.until(),
                Map.of());
    }

    private static SharedRecord form(
            SharedRecord record,
            String party,
            CborMap body,
            List<Portion> portions,
            int revision,
            Predicate<UUID> mayHold,
            boolean redacted) {
        var form = new SharedRecord(
                record.id(),
                record.origin(),
                record.kind(),
                revision,
                record.author(),
                record.time(),
                record.precedence(),
                record.label(),
                portions,
                record.references().stream().filter(mayHold).toList(),
                body,
                redacted || record.redacted(),
                record.until(),
                record.unknown());
        return addressed(form, party);
    }

    private static SharedRecord addressed(SharedRecord form, String party) {
        if (Recipient.partyOf(party).equals(form.origin().party())) {
            return form;
        }
        var audience = Set.of(form.origin().party(), Recipient.partyOf(party));
        return new SharedRecord(
                form.id(),
                form.origin(),
                form.kind(),
                form.revision(),
                form.author(),
                form.time(),
                form.precedence(),
                form.label().addressedTo(audience),
                form.portions().stream()
                        .map(one -> new Portion(one.at(), one.label().addressedTo(audience), one.otherwise()))
                        .toList(),
                form.references(),
                form.body(),
                form.redacted(),
                form.until(),
                form.unknown());
    }
}
