package org.renkei.kernel.relief;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How goods and people come to a place, with the speed that is planned with: block speeds, an assumption
/// of this desk and no promise of anybody.
public enum Mode {
    ROAD(30, Set.of("distribution-base", "road")),
    AIR(400, Set.of("airfield")),
    HELICOPTER(200, Set.of("helicopter-landing-site", "airfield")),
    SEA(28, Set.of("port"));

    /// Of a way by road to the great circle.
    static final double DETOUR = 1.4;

    private final int kilometresPerHour;
    private final Set<String> placeTypes;

    Mode(int kilometresPerHour, Set<String> placeTypes) {
        this.kilometresPerHour = kilometresPerHour;
        this.placeTypes = placeTypes;
    }

    public int kilometresPerHour() {
        return kilometresPerHour;
    }

    /// Whether a place of this type takes it in.
    public boolean comesInAt(String placeType) {
        return placeTypes.contains(placeType);
    }

    /// Whole minutes on the way, rounded up.
    public long minutes(Spot from, Spot to) {
        var way = from.kilometresTo(to) * (this == ROAD ? DETOUR : 1);
        return (long) Math.ceil(way * 60 / kilometresPerHour);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Mode> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
