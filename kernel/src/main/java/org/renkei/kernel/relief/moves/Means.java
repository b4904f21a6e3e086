package org.renkei.kernel.relief.moves;

import org.renkei.kernel.cases.Coded;

/// What a move is made with. No type says more than what it carries: this board is no place for anything
/// that could be aimed at.
public enum Means implements Coded {
    TRUCK(Kind.CONVOY),
    TANKER_TRUCK(Kind.CONVOY),
    BUS(Kind.CONVOY),
    AMBULANCE(Kind.CONVOY),
    ENGINEERING_VEHICLE(Kind.CONVOY),
    SHIP(Kind.CONVOY),
    LANDING_CRAFT(Kind.CONVOY),
    TRANSPORT_AIRCRAFT(Kind.SORTIE),
    HELICOPTER(Kind.SORTIE);

    /// On the surface, or in the air.
    public enum Kind implements Coded {
        CONVOY,
        SORTIE
    }

    private final Kind kind;

    Means(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
