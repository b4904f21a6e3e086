package org.renkei.kernel.track;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Who was last seen near a place: an index over cells of about 11 km, one for each identity scheme.
final class Neighborhood {
    private static final TrackGrid GRID = new TrackGrid(10);

    /// How far one looks, metres: further than any gate, and a little further than things move between two sightings.
    static final double REACH = 8_000;

    private final Map<String, Map<Long, TreeSet<TrackIdentity>>> schemes = new HashMap<>();
    private final Map<TrackIdentity, Long> cells = new HashMap<>();

    void put(TrackIdentity identity, double latitude, double longitude) {
        var cell = GRID.cell(latitude, longitude);
        var before = cells.put(identity, cell);
        if (before != null && before == cell) {
            return;
        }
        if (before != null) {
            leave(identity, before);
        }
        schemes.computeIfAbsent(identity.scheme(), scheme -> new HashMap<>())
                .computeIfAbsent(cell, key -> new TreeSet<>())
                .add(identity);
    }

    void remove(TrackIdentity identity) {
        var cell = cells.remove(identity);
        if (cell != null) {
            leave(identity, cell);
        }
    }

    /// Those of other schemes in the cells within `reach` metres of a place, which must not be more than a cell.
    List<TrackIdentity> ofOtherSchemes(String scheme, double latitude, double longitude, double reach) {
        if (schemes.size() < 2) {
            return List.of();
        }
        var around = around(latitude, longitude, reach);
        var found = new ArrayList<TrackIdentity>();
        schemes.forEach((other, index) -> {
            if (!other.equals(scheme)) {
                addFrom(index, around, found);
            }
        });
        return found;
    }

    List<TrackIdentity> ofScheme(String scheme, double latitude, double longitude, double reach) {
        var found = new ArrayList<TrackIdentity>();
        addFrom(schemes.getOrDefault(scheme, Map.of()), around(latitude, longitude, reach), found);
        return found;
    }

    private void leave(TrackIdentity identity, long cell) {
        var index = schemes.getOrDefault(identity.scheme(), Map.of());
        var members = index.get(cell);
        if (members == null) {
            return;
        }
        members.remove(identity);
        if (members.isEmpty()) {
            index.remove(cell);
        }
        if (index.isEmpty()) {
            schemes.remove(identity.scheme());
        }
    }

    private static void addFrom(
            Map<Long, TreeSet<TrackIdentity>> index, TreeSet<Long> around, List<TrackIdentity> found) {
        for (var cell : around) {
            var members = index.get(cell);
            if (members != null) {
                found.addAll(members);
            }
        }
    }

    /// The cells of nine places: here, and so many metres away in eight directions.
    private static TreeSet<Long> around(double latitude, double longitude, double reach) {
        var all = new TreeSet<Long>();
        for (var east = -1; east <= 1; east++) {
            for (var north = -1; north <= 1; north++) {
                var place = Earth.move(latitude, longitude, east * reach, north * reach);
                all.add(GRID.cell(place.latitude(), place.longitude()));
            }
        }
        return all;
    }
}
