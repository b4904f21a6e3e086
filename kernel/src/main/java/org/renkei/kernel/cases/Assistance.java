package org.renkei.kernel.cases;

/// What one nation can ask another to help with.
public enum Assistance implements Coded {
    TRANSPORT,
    SEARCH_RESCUE,
    MEDICAL,
    ENGINEERING,
    SUPPLIES,
    FACILITIES,
    ASSET_PROTECTION,
    /// Of non-combatants.
    EVACUATION,
    PUBLIC_INFORMATION
}
