package org.renkei.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Where regions are that telegrams name by code alone: a place for each prefecture, and for those of
/// Hokkaido and of
/// the southern islands that lie far from it. As good as the size of a prefecture.
final class JmaRegions {
    static final int GRID_KM = 100;

    /// Codes of forecast regions; those of municipalities and prefectures begin with the prefecture alike.
    private static final int REGION_DIGITS = 6;

    private static final int PREFECTURE_DIGITS = 2;
    private static final Map<String, FeedPosition> PLACES = read();

    private JmaRegions() {}

    static Optional<FeedPosition> find(String code) {
        if (!code.matches("[0-9]{2,7}")) {
            return Optional.empty();
        }
        int longest = code.length() == REGION_DIGITS ? REGION_DIGITS : PREFECTURE_DIGITS;
        for (int digits = longest; digits >= PREFECTURE_DIGITS; digits--) {
            FeedPosition place = PLACES.get(code.substring(0, digits));
            if (place != null) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private static Map<String, FeedPosition> read() {
        try (var in = Objects.requireNonNull(JmaRegions.class.getResourceAsStream("/feeds/jma-regions.csv"))) {
            var places = new HashMap<String, FeedPosition>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList()) {
                String[] parts = line.split(",");
                places.put(parts[0], FeedPosition.of(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), null));
            }
            return Map.copyOf(places);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
