package org.renkei.kernel.release;

import java.util.Set;
import org.renkei.kernel.label.Classification;

/// Somebody a release may go to, the highest classification that may be sent there, the caveats it is briefed on and
/// the purposes open to it.
///
/// @param name a party, or one node of a party where several are told apart: `USA`, `JPN/kumamoto-jcp`
public record Recipient(String name, Classification clearance, Set<String> caveats, Set<String> purposes) {
    /// Whoever it may be: of no party, cleared and briefed for nothing, bound to no purpose. No label can
    /// name it, for codes are written in capital letters.
    public static final Recipient ANYBODY = new Recipient("anybody", Classification.UNCLASSIFIED, Set.of(), Set.of());

    public Recipient {
        caveats = Set.copyOf(caveats);
        purposes = Set.copyOf(purposes);
    }

    /// The party that the rules speak about.
    public String party() {
        return partyOf(name);
    }

    /// The party of a recipient's name.
    public static String partyOf(String name) {
        var slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }
}
