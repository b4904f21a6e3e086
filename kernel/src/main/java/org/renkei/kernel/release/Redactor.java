package org.renkei.kernel.release;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.record.Otherwise;

/// Makes a value coarser. A value that is not of the form the redaction is made for is removed: what cannot be made
/// coarser does not go as it is.
final class Redactor {
    private static final double KM_PER_DEGREE = 111.2;

    private Redactor() {}

    /// The coarser value, or null when nothing may remain.
    static @Nullable CborValue redact(CborValue value, Otherwise otherwise) {
        return switch (otherwise) {
            case REMOVE -> null;
            case POSITION_10_KM -> position(value, 10);
            case POSITION_100_KM -> position(value, 1);
            case TIME_HOUR -> time(value, ChronoUnit.HOURS);
            case TIME_DAY -> time(value, ChronoUnit.DAYS);
            case IDENTITY_TYPE -> identity(value);
        };
    }

    /// The middle of the cell of a grid with so many cells in a degree, and its size, so that nobody takes it as exact.
    private static @Nullable CborValue position(CborValue value, int cellsPerDegree) {
        if (!(value instanceof CborMap(var map))) {
            return null;
        }
        var lat = number(map.get("lat"));
        var lon = number(map.get("lon"));
        if (Double.isNaN(lat) || Double.isNaN(lon) || Math.abs(lat) > 90 || Math.abs(lon) > 180) {
            return null;
        }
        return new CborMap(Map.of(
                "lat", new CborFloat(cell(lat, cellsPerDegree, 90)),
                "lon", new CborFloat(cell(lon, cellsPerDegree, 180)),
                "gridKm", new CborInt(Math.round(KM_PER_DEGREE / cellsPerDegree))));
    }

    /// The middle of the cell, as a decimal of at most two places; the last cell holds its far border too.
    private static double cell(double degrees, int cellsPerDegree, int limit) {
        var index = Math.min(Math.floor(degrees * cellsPerDegree), limit * cellsPerDegree - 1.0);
        return Math.round((index + 0.5) / cellsPerDegree * 100) / 100.0;
    }

    private static double number(@Nullable CborValue value) {
        return switch (value) {
            case CborInt(var whole) -> whole;
            case CborFloat(var decimal) -> decimal;
            case null, default -> Double.NaN;
        };
    }

    private static @Nullable CborValue time(CborValue value, ChronoUnit unit) {
        if (!(value instanceof CborText(var text))) {
            return null;
        }
        try {
            var moment = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            return new CborText(moment.truncatedTo(unit).toInstant().toString());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable CborValue identity(CborValue value) {
        if (!(value instanceof CborMap(var map)) || !(map.get("type") instanceof CborText type)) {
            return null;
        }
        var only = new LinkedHashMap<String, CborValue>();
        only.put("type", type);
        return new CborMap(only);
    }
}
