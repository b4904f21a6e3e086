package org.renkei.kernel.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Settling.Effect;
import org.renkei.kernel.release.Settling.Held;

/// One record as a viewer sees it, revision after revision: what a partner would hold to whom each revision
/// had been sent. A revision that changes nothing the viewer may see is none; one that takes something back
/// takes what was before with it; and forms are numbered by themselves, so that no gap tells of the others.
///
/// @param forms oldest first; the last one is what is seen now. Empty when nothing is
/// @param count how many forms there were in all, those that were taken back included
/// @param latest what the newest revision changed for the viewer
public record ViewHistory(List<Form> forms, int count, Effect latest) {
    public ViewHistory {
        forms = List.copyOf(forms);
    }

    /// A form that is seen.
    ///
    /// @param place the index of the revision it was made of
    public record Form(int place, SharedRecord content) {}

    /// @param revisions oldest first
    /// @param mayRefer whether the viewer may see the record of that id
    public static ViewHistory of(
            List<SharedRecord> revisions, Function<SharedRecord, Decision> decide, Predicate<UUID> mayRefer) {
        var forms = new ArrayList<Form>();
        var held = Held.NOTHING;
        var latest = Effect.NOTHING;
        SharedRecord before = null;
        Decision last = null;
        for (var place = 0; place < revisions.size(); place++) {
            var revision = revisions.get(place);
            var decision = decide.apply(revision);
            var sure = isSurelyNotNarrower(revision, decision, before, last);
            var change = Settling.settle(revision, decision, held, sure, mayRefer);
            var form = change.releases();
            before = revision;
            last = decision;
            latest = Effect.NOTHING;
            if (form != null
                    && !forms.isEmpty()
                    && saysTheSame(form, forms.getLast().content())) {
                continue;
            }
            if (change.recalls()) {
                forms.clear();
            }
            if (form != null) {
                forms.add(new Form(place, form));
            }
            held = change.held();
            latest = change.effect();
        }
        return new ViewHistory(forms, held.revision(), latest);
    }

    public Optional<Form> current() {
        return forms.isEmpty() ? Optional.empty() : Optional.of(forms.getLast());
    }

    /// Only the time is another: something was written that is not seen.
    private static boolean saysTheSame(SharedRecord form, SharedRecord before) {
        return form.withTime(before.time()).withRevision(before.revision()).equals(before);
    }

    private static boolean isSurelyNotNarrower(
            SharedRecord revision, Decision decision, @Nullable SharedRecord before, @Nullable Decision last) {
        return before != null
                && last != null
                && Settling.isSurelyNotNarrower(
                        revision.label().equals(before.label())
                                && revision.portions().equals(before.portions()),
                        decision,
                        last.word(),
                        last.cuts());
    }
}
