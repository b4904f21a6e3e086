package org.renkei.feeds;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A position in degrees, with the depth below the surface where the source gives one.
record FeedPosition(double lat, double lon, @Nullable Double depthKm) {
    /// ISO 6709 as JMA writes it: `+38.0+142.9-10000/` in degrees, `+3447.1+13829.9-23000/` in degrees and minutes.
    private static final Pattern ISO_6709 =
            Pattern.compile("([+-]\\d+(?:\\.\\d+)?)([+-]\\d+(?:\\.\\d+)?)([+-]\\d+)?/?");

    private static final int METRES_PER_KM = 1000;

    static FeedPosition of(double lat, double lon, @Nullable Double depthKm) throws FeedException {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            throw new FeedException(FeedProblem.NOT_A_POSITION, "latitude, longitude", lat + ", " + lon);
        }
        return new FeedPosition(lat, lon, depthKm);
    }

    /// Empty where the telegram says that the place is not known.
    static Optional<FeedPosition> parseJma(String text) throws FeedException {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.equals("/")) {
            return Optional.empty();
        }
        Matcher matcher = ISO_6709.matcher(stripped);
        if (!matcher.matches()) {
            throw new FeedException(FeedProblem.NOT_A_POSITION, "Coordinate", text);
        }
        return Optional.of(of(degrees(matcher.group(1), 2), degrees(matcher.group(2), 3), depthKm(matcher.group(3))));
    }

    /// More digits before the point than degrees need are minutes.
    private static double degrees(String number, int degreeDigits) {
        BigDecimal value = new BigDecimal(number);
        int integerDigits = number.substring(1).replaceAll("\\..*", "").length();
        if (integerDigits <= degreeDigits) {
            return value.doubleValue();
        }
        BigDecimal hundred = BigDecimal.valueOf(100);
        BigDecimal whole = value.divideToIntegralValue(hundred);
        double minutes = value.remainder(hundred).doubleValue();
        return Math.round((whole.doubleValue() + minutes / 60) * 1e5) / 1e5;
    }

    private static @Nullable Double depthKm(@Nullable String altitudeMetres) {
        return altitudeMetres == null ? null : 0.0 - Double.parseDouble(altitudeMetres) / METRES_PER_KM;
    }
}
