package org.renkei.kernel.review;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.SharedRecord;

/// A release as a policy sees it.
///
/// @param classification of the record with all its portions
public record Circumstances(String kind, String party, Classification classification, Set<Cause> causes) {
    public Circumstances {
        causes = Set.copyOf(causes);
    }

    /// @param before how the revision before was marked, over all portions; null when there was none
    /// @param references what the record refers to, as far as it is known here
    /// @param isFirst whether nothing of this kind was ever released to the party
    /// @param isOneOfMany whether many records are released to the party, see [ReleasePolicy#isMany]
    public static Circumstances of(
            SharedRecord record,
            String party,
            @Nullable Label before,
            Collection<SharedRecord> references,
            boolean isFirst,
            boolean isOneOfMany) {
        var banner = record.banner();
        var causes = EnumSet.noneOf(Cause.class);
        if (isFirst) {
            causes.add(Cause.FIRST_OF_KIND);
        }
        if (isOneOfMany) {
            causes.add(Cause.MANY);
        }
        if (before != null && !banner.dominates(before)) {
            causes.add(Cause.DOWNGRADE);
        }
        if (Stream.concat(Stream.of(record), references.stream())
                .flatMap(Circumstances::labels)
                .anyMatch(label -> label.exercise() != record.label().exercise())) {
            causes.add(Cause.EXERCISE_MIX);
        }
        return new Circumstances(record.kind(), party, banner.classification(), causes);
    }

    private static Stream<Label> labels(SharedRecord record) {
        return Stream.concat(
                Stream.of(record.label()), record.portions().stream().map(Portion::label));
    }
}
