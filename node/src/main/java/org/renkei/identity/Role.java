package org.renkei.identity;

import java.util.Locale;
import java.util.Set;

/// What somebody is here for. One person may have several; what each opens stands in the door's table.
public enum Role {
    WATCH_OFFICER,
    /// Of every desk.
    DESK_OFFICER,
    /// Of the desk of cases and commitments.
    COORDINATION_OFFICER,
    /// Of the relief board.
    RELIEF_OFFICER,
    /// Of the ACSA desk.
    ACSA_OFFICER,
    PLANNER,
    RELEASE_OFFICER,
    SECURITY_OFFICER,
    ADMINISTRATOR,
    LIAISON,
    AUDITOR,
    FEED,
    OBSERVER;

    /// Those that people of other nations cannot have: what they see here, they see as liaisons.
    static final Set<Role> OF_THE_OWN_NATION = Set.of(
            WATCH_OFFICER,
            DESK_OFFICER,
            COORDINATION_OFFICER,
            RELIEF_OFFICER,
            ACSA_OFFICER,
            PLANNER,
            RELEASE_OFFICER,
            SECURITY_OFFICER,
            FEED);

    /// What the token in `admin.token` may do, for scripts on the node's own machine.
    static final Set<Role> OF_THE_SERVICE = Set.of(ADMINISTRATOR, WATCH_OFFICER, RELEASE_OFFICER, AUDITOR);

    /// The name at the API: `watch-officer`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException for what is no role
    public static Role parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
