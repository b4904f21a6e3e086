package org.renkei.kernel.watch;

/// Cells of half a degree of the Global Area Reference System (NGA.STND.0054): `361HN` is the one whose south-west
/// corner is 0° north, 0° east.
public final class Gars {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final double CELL = 0.5;
    private static final int COLUMNS = 720;
    private static final int ROWS = 360;

    private Gars() {}

    /// Name of the cell that a position lies in.
    public static String cell(double latitude, double longitude) {
        var column = Math.floorMod((int) Math.floor((longitude + 180) / CELL), COLUMNS);
        var row = Math.clamp((int) Math.floor((latitude + 90) / CELL), 0, ROWS - 1);
        return "%03d%c%c"
                .formatted(column + 1, LETTERS.charAt(row / LETTERS.length()), LETTERS.charAt(row % LETTERS.length()));
    }
}
