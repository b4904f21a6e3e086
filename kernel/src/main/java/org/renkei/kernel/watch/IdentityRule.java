package org.renkei.kernel.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.TrackIdentity;

/// Finds ships that call themselves something else than before, and an IMO number, which a hull keeps for life, on two
/// identities.
final class IdentityRule implements Rule {
    private static final int MOST = 100_000;

    private final Map<TrackIdentity, Map<Trait, Known>> known = new Latest<>(MOST);
    private final Map<String, Seen> hulls = new Latest<>(MOST);

    private enum Trait {
        NAME("name", Particulars::name),
        CALLSIGN("callsign", Particulars::callsign),
        IMO("imo", Particulars::imo);

        private final String code;
        private final Function<Particulars, Optional<String>> of;

        Trait(String code, Function<Particulars, Optional<String>> of) {
            this.code = code;
            this.of = of;
        }

        @Nullable
        String in(Seen seen) {
            var said = of.apply(seen.particulars())
                    .map(text -> text.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT))
                    .filter(text -> !text.isEmpty() && !text.equals("0"));
            return said.orElse(null);
        }
    }

    /// What was said last, and in which sighting.
    private record Known(String value, Seen seen) {}

    @Override
    public void seen(Seen seen, Consumer<Finding> found) {
        if (!seen.isSea()) {
            return;
        }
        var traits = known.computeIfAbsent(seen.identity(), identity -> new HashMap<>());
        for (var trait : Trait.values()) {
            var value = trait.in(seen);
            if (value != null) {
                var before = traits.put(trait, new Known(value, seen));
                if (before != null && !before.value().equals(value)) {
                    found.accept(changed(trait, before, seen, value));
                }
            }
        }
        hull(Trait.IMO.in(seen), seen, found);
    }

    private static Finding changed(Trait trait, Known before, Seen seen, String value) {
        return new Finding(
                FindingKind.IDENTITY,
                List.of(seen.identity()),
                before.seen().at(),
                seen.at(),
                true,
                "",
                List.of(
                        before.seen().evidence(trait.code + "=" + before.value()),
                        seen.evidence(trait.code + "=" + value)),
                List.of());
    }

    private void hull(@Nullable String imo, Seen seen, Consumer<Finding> found) {
        if (imo == null) {
            return;
        }
        var other = hulls.put(imo, seen);
        if (other != null && !other.identity().equals(seen.identity())) {
            found.accept(new Finding(
                    FindingKind.IDENTITY,
                    List.of(other.identity(), seen.identity()),
                    other.at(),
                    seen.at(),
                    true,
                    "",
                    List.of(other.evidence("imo=" + imo), seen.evidence("imo=" + imo)),
                    List.of(Figure.of(Measure.DISTANCE, other.distance(seen)))));
        }
    }

    @Override
    public void passed(long now, Consumer<Finding> found) {
        // A change is found when it is seen.
    }

    /// What a ship called itself outlasts its silence: who changes name does so while nobody listens.
    @Override
    public void forget(TrackIdentity identity) {
        // Only who was not heard for longest goes, when there are too many.
    }
}
