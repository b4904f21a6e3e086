package org.renkei.acsa.measure;

import java.math.BigDecimal;
import org.renkei.kernel.acsa.Terms.Unit;

/// What came of a quantity that was stated in another unit than its unit of issue.
public sealed interface Converted {
    /// @param exact what it comes to before it is rounded: a decimal, or a fraction where there is none
    /// @param quantity whole units of issue, rounded half up
    record Whole(BigDecimal stated, StatedUnit in, Unit unit, String exact, long quantity) implements Converted {
        /// Both figures and the rule, as they stand in the words of a statement.
        public String english() {
            return "%s %s = %s, counted as %d %s (rounded half up)"
                    .formatted(stated.toPlainString(), in.english(), exact, quantity, unit.english());
        }

        public String japanese() {
            return "%s %s = %s、%d %sとして計上（四捨五入）"
                    .formatted(stated.toPlainString(), in.japanese(), exact, quantity, unit.japanese());
        }
    }

    record Refused(String english, String japanese) implements Converted {}
}
