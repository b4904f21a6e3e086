package org.renkei.kernel.cot;

import org.renkei.kernel.track.TrackDomain;

/// What the path of a type says: `a-h-A-M-F` is a hostile aircraft, military, of fixed wing.
public final class CotType {
    /// A question or an answer whether the other side is there.
    public static final String PING = "t-x-c-t";

    public static final String PONG = "t-x-c-t-r";

    /// The thing is to be taken away.
    public static final String DELETE = "t-x-d-d";

    /// Offer of versions of the TAK protocol by a server; request of one by a client; its answer.
    public static final String OFFER = "t-x-takp-v";

    public static final String REQUEST = "t-x-takp-q";
    public static final String ANSWER = "t-x-takp-r";

    private static final String THING = "a-";
    private static final String MARKER = "b-m-p-";

    private CotType() {}

    /// Whose a thing is, in the letters of MIL-STD-2525.
    public enum Affiliation {
        PENDING('p'),
        UNKNOWN('u'),
        ASSUMED_FRIEND('a'),
        FRIEND('f'),
        NEUTRAL('n'),
        SUSPECT('s'),
        HOSTILE('h'),
        JOKER('j'),
        FAKER('k'),
        NONE('o');

        private final char letter;

        Affiliation(char letter) {
            this.letter = letter;
        }

        public char letter() {
            return letter;
        }
    }

    /// Whether it is a thing that is somewhere: an atom, or a marker that somebody set.
    public static boolean isPlaced(String type) {
        return type.startsWith(THING) || type.startsWith(MARKER);
    }

    public static boolean isMarker(String type) {
        return type.startsWith(MARKER);
    }

    /// Unknown where the type says none.
    public static Affiliation affiliation(String type) {
        if (type.startsWith(THING) && type.length() > 2) {
            for (var affiliation : Affiliation.values()) {
                if (affiliation.letter == type.charAt(2)) {
                    return affiliation;
                }
            }
        }
        return Affiliation.UNKNOWN;
    }

    /// What kind of thing the battle dimension says: what is under water is at sea.
    public static TrackDomain domain(String type) {
        if (!type.startsWith(THING) || type.length() < 5 || type.charAt(3) != '-') {
            return TrackDomain.UNKNOWN;
        }
        return switch (type.charAt(4)) {
            case 'A' -> TrackDomain.AIR;
            case 'G' -> TrackDomain.LAND;
            case 'S', 'U' -> TrackDomain.SEA;
            default -> TrackDomain.UNKNOWN;
        };
    }

    /// The type of a thing of which no more is known.
    public static String of(Affiliation affiliation, TrackDomain domain) {
        return THING + affiliation.letter() + "-"
                + switch (domain) {
                    case SEA -> "S";
                    case AIR -> "A";
                    case LAND -> "G";
                    case UNKNOWN -> "Z";
                };
    }
}
