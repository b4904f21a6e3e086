package org.renkei.kernel.track;

/// An identity that a source gives to an object: `mmsi:431000123`, `icao24:3c6444`, `cot:ANDROID-1`,
/// `radar:STATION/12`. Two identities of one scheme are two objects.
///
/// @param scheme lower case letters, digits and hyphens, starting with a letter, at most 16
/// @param value as the source gives it, at most 128 characters, never blank
public record TrackIdentity(String scheme, String value) implements Comparable<TrackIdentity> {
    private static final int LONGEST_SCHEME = 16;
    private static final int LONGEST_VALUE = 128;

    public TrackIdentity {
        if (!isScheme(scheme)) {
            throw new IllegalArgumentException("not an identity scheme: " + scheme);
        }
        if (value.isBlank() || value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("not an identity of scheme " + scheme + ": '" + value + "'");
        }
    }

    /// Reads `scheme:value`; the value may hold further colons.
    ///
    /// @throws IllegalArgumentException when there is no scheme or no value
    public static TrackIdentity parse(String text) {
        var colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not an identity: " + text);
        }
        return new TrackIdentity(text.substring(0, colon), text.substring(colon + 1));
    }

    private static boolean isScheme(String text) {
        if (text.isEmpty() || text.length() > LONGEST_SCHEME || !isLetter(text.charAt(0))) {
            return false;
        }
        return text.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '-');
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    @Override
    public int compareTo(TrackIdentity other) {
        var byScheme = scheme.compareTo(other.scheme);
        return byScheme != 0 ? byScheme : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return scheme + ":" + value;
    }
}
