package org.renkei.acsa;

import java.util.Optional;
import org.renkei.kernel.label.Label;

/// What stands above a page or a sheet of several orders.
final class Banner {
    private Banner() {}

    /// @param label that of all that stands on it; empty when nothing does, and then it is of this nation alone
    static String of(Optional<Label> label, String self) {
        return label.map(Label::text).orElse("UNCLASSIFIED//REL TO " + self);
    }
}
