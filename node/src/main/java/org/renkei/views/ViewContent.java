package org.renkei.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where and how one looks at the picture.
///
/// @param lon degrees of WGS 84 of the middle, -180 to 180
/// @param lat degrees of WGS 84 of the middle, -90 to 90
/// @param zoom as maps of tiles count it: 0 for the whole world, one more for twice as near
public record ViewContent(double lon, double lat, double zoom, Time time, Choice choice) {

    /// The time of the picture.
    ///
    /// @param at of [Mode#AT]
    /// @param minutes of [Mode#AGO]: 1 to 43,200
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Time(
            Mode mode, @Nullable Instant at, @Nullable Integer minutes) {
        static final Time NOW = new Time(Mode.NOW, null, null);
    }

    /// Now, so many minutes before whenever the view is opened, or one instant.
    public enum Mode {
        @JsonProperty("now")
        NOW,
        @JsonProperty("ago")
        AGO,
        @JsonProperty("at")
        AT
    }

    /// @param hidden kinds of records and layers that are switched off
    /// @param grouped whether symbols that would lie on each other stand as one
    public record Choice(List<String> hidden, boolean grouped, boolean trails, Filter filter) {
        public Choice {
            hidden = List.copyOf(hidden);
        }
    }

    /// What is shown; an empty text, or 0 minutes, is no wish.
    ///
    /// @param source a node, or a feed
    /// @param nation of a record, or the flag of a ship or aircraft
    /// @param minutes oldest age
    /// @param upTo highest classification
    /// @param releasableTo a party
    /// @param domain sea, air, land or unknown
    public record Filter(String source, String nation, int minutes, String upTo, String releasableTo, String domain) {}
}
