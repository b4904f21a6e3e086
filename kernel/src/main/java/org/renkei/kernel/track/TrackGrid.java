package org.renkei.kernel.track;

/// A grid over the Earth of rows of equal height. Each row is cut into as many equal cells as still are at least as
/// wide as high at its end nearer to a pole; the last rows are one cell each. Nothing is finer near the poles.
///
/// @param rowsPerDegree 1 to 100
public record TrackGrid(int rowsPerDegree) {
    private static final double KM_PER_DEGREE = 111.2;
    private static final double HALF_A_TENTH = 0.05;
    private static final long LONGEST_ROW = 1L << 20;

    public TrackGrid {
        if (rowsPerDegree < 1 || rowsPerDegree > 100) {
            throw new IllegalArgumentException("not so many rows in a degree: " + rowsPerDegree);
        }
    }

    /// Height of a cell, kilometres; no cell but one at a pole is narrower.
    public double cellKm() {
        return KM_PER_DEGREE / rowsPerDegree;
    }

    /// This grid, or one whose cells are at least as high as those, which are known to a tenth of a
    /// kilometre.
    TrackGrid notFinerThan(double otherKm) {
        return cellKm() >= otherKm - HALF_A_TENTH
                ? this
                : new TrackGrid(Math.max(1, (int) (KM_PER_DEGREE / (otherKm + HALF_A_TENTH))));
    }

    /// The number of the cell that holds a place; no two cells have the same.
    public long cell(double latitude, double longitude) {
        var row = row(latitude);
        var columns = columns(row);
        var column = Math.min((long) ((Earth.wrapped(longitude) + 180) / 360 * columns), columns - 1);
        return row * LONGEST_ROW + column;
    }

    double middleLatitude(long cell) {
        return (cell / LONGEST_ROW + 0.5) / rowsPerDegree - 90;
    }

    double middleLongitude(long cell) {
        return (cell % LONGEST_ROW + 0.5) / columns(cell / LONGEST_ROW) * 360 - 180;
    }

    /// Rows from the south pole up; the last one holds the north pole.
    private long row(double latitude) {
        return Math.min((long) ((latitude + 90) * rowsPerDegree), 180L * rowsPerDegree - 1);
    }

    private long columns(long row) {
        var south = (double) row / rowsPerDegree - 90;
        var north = (row + 1.0) / rowsPerDegree - 90;
        var narrow = Math.cos(Math.toRadians(Math.max(Math.abs(south), Math.abs(north))));
        return Math.max(1, (long) (360 * rowsPerDegree * narrow));
    }
}
