package org.renkei.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.SharedRecord;

/// The revision of an own record that was lost here, made of the forms that partners hold of it: a pure function.
/// Forms of one time are forms of one revision. A form from which nothing was left out bears all of it but two things:
/// its labels name only the partner and this nation, and its references only what the partner may hold. Both are
/// united from the forms of all partners, so that the revision allows nobody anything that its labels are not known to
/// have allowed.
final class LostRevision {
    private LostRevision() {}

    /// What becomes of it.
    sealed interface Outcome {
        /// Nobody holds anything newer than this node, or under labels for more parties.
        record Known() implements Outcome {}

        /// It comes back, numbered by this node.
        record Whole(SharedRecord revision) implements Outcome {}

        /// Nobody was given all of it.
        ///
        /// @param missing places that this node has and no form bears as they were written
        record Redacted(List<JsonPointer> missing) implements Outcome {}

        /// Somebody holds an older one: whether the newer one was for them as well, nobody can prove.
        record Older(List<String> parties) implements Outcome {}

        /// Somebody holds an older one and has not yet said what it holds since this node was restored.
        record Waiting(List<String> parties) implements Outcome {}

        /// Forms of one time that do not fit together.
        record Unlike() implements Outcome {}
    }

    /// @param here what this node has
    /// @param forms what each partner holds by its ledger, by party
    static Outcome of(SharedRecord here, Map<String, SharedRecord> forms) {
        var latest = forms.values().stream().max(Comparator.comparing(SharedRecord::time));
        if (latest.isEmpty() || latest.get().time().compareTo(here.time()) < 0) {
            return new Outcome.Known();
        }
        var time = latest.get().time();
        var isNewer = time.compareTo(here.time()) > 0;
        var older = forms.entrySet().stream()
                .filter(one -> one.getValue().time().compareTo(time) < 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (isNewer && !older.isEmpty()) {
            return new Outcome.Older(older);
        }
        var all = Stream.concat(isNewer ? Stream.empty() : Stream.of(here), forms.values().stream())
                .filter(one -> one.time().equals(time))
                .toList();
        var whole = all.stream().filter(one -> !one.redacted()).toList();
        if (whole.isEmpty()) {
            return isNewer ? new Outcome.Redacted(missing(here, all)) : new Outcome.Known();
        }
        return united(whole, all)
                .<Outcome>map(one -> isNewer || here.redacted() || isForMore(one.label(), here)
                        ? new Outcome.Whole(one.withRevision(here.revision() + 1))
                        : new Outcome.Known())
                .orElseGet(Outcome.Unlike::new);
    }

    /// Also a form that lacks something says that the record was for the party.
    private static Optional<SharedRecord> united(List<SharedRecord> whole, List<SharedRecord> all) {
        var first = whole.getFirst();
        var label = widest(first.label(), all.stream().map(SharedRecord::label));
        var portions = new ArrayList<Portion>();
        for (var portion : first.portions()) {
            var labels = portionsAt(all, portion.at()).map(Portion::label);
            portions.add(new Portion(portion.at(), widest(portion.label(), labels), portion.otherwise()));
        }
        var references = new TreeSet<>(first.references());
        whole.forEach(one -> references.addAll(one.references()));
        var ordered = references.size() == first.references().size() ? first.references() : List.copyOf(references);
        var one = made(first, label, portions, ordered);
        return whole.stream()
                        .allMatch(other -> made(other, label, portions, ordered).equals(one)
                                && bare(other.label()).equals(bare(label))
                                && places(other.portions()).equals(places(portions)))
                ? Optional.of(one)
                : Optional.empty();
    }

    /// Whether what is here came back from fewer partners than are known to hold it by now. A label that somebody wrote
    /// names all of them, or a group that stands for them.
    private static boolean isForMore(Label united, SharedRecord here) {
        if (here.label().releasability() instanceof Releasability.To(var few)
                && united.releasability() instanceof Releasability.To(var many)
                && many.containsAll(few)) {
            var more = new TreeSet<>(many);
            more.removeAll(few);
            more.remove(here.origin().party());
            return few.contains(here.origin().party()) && !more.isEmpty();
        }
        return false;
    }

    private static SharedRecord made(SharedRecord form, Label label, List<Portion> portions, List<UUID> references) {
        return new SharedRecord(
                form.id(),
                form.origin(),
                form.kind(),
                1,
                form.author(),
                form.time(),
                form.precedence(),
                label,
                portions,
                references,
                form.body(),
                false,
                form.until(),
                form.unknown());
    }

    /// A label apart from whom it names.
    private static Label bare(Label label) {
        return label.releasability() instanceof Releasability.To ? label.with(Releasability.ORIGIN_ONLY) : label;
    }

    /// The same label, naming also whom others name that are alike but for that.
    private static Label widest(Label label, Stream<Label> others) {
        return others.filter(one -> bare(one).equals(bare(label))).reduce(label, LostRevision::wider);
    }

    private static Label wider(Label one, Label other) {
        return one.releasability() instanceof Releasability.To(var mine)
                        && other.releasability() instanceof Releasability.To(var theirs)
                ? one.with(Releasability.to(
                        Stream.concat(mine.stream(), theirs.stream()).toList()))
                : one;
    }

    private static Map<JsonPointer, Object> places(Collection<Portion> portions) {
        var places = new LinkedHashMap<JsonPointer, Object>();
        portions.forEach(one -> places.put(one.at(), List.of(bare(one.label()), one.otherwise())));
        return places;
    }

    private static Stream<Portion> portionsAt(List<SharedRecord> forms, JsonPointer at) {
        return forms.stream()
                .flatMap(form -> form.portions().stream())
                .filter(portion -> portion.at().equals(at));
    }

    private static List<JsonPointer> missing(SharedRecord here, List<SharedRecord> forms) {
        return here.portions().stream()
                .map(Portion::at)
                .filter(at -> portionsAt(forms, at).findAny().isEmpty())
                .toList();
    }
}
