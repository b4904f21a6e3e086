package org.renkei.acsa;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.PastOrderView.Remark;
import org.renkei.kernel.acsa.stock.Draw;
import org.renkei.kernel.acsa.stock.StockLevels.After;
import org.renkei.kernel.acsa.stock.StockLevels.Level;

/// Stock as the API shows it.
public final class StockView {
    private StockView() {}

    /// @param window days over which use is averaged
    /// @param partial whether there are orders that the reader does not see, so that more may be reserved
    public record Stock(
            LocalDate on, String label, int window, boolean partial, List<PointView> points, List<DrawView> unplaced) {}

    /// @param record null for a point that entries name and nobody has described
    public record PointView(
            String name,
            @Nullable UUID record,
            @Nullable String holder,
            @Nullable Double lat,
            @Nullable Double lon,
            List<LevelView> levels) {}

    /// @param used within the window; null when the entries do not reach back so far
    /// @param days for which what is available lasts; null when that is not known
    public record LevelView(
            String category,
            String item,
            String unit,
            long onHand,
            long reserved,
            long available,
            long reserve,
            @Nullable Long used,
            @Nullable Long days,
            LocalDate since) {}

    public record DrawView(UUID order, String category, String item, String unit, long quantity) {}

    /// What supplying an order would leave.
    ///
    /// @param from the point that was named; empty while none was
    /// @param lacking items of which no point has any entry
    /// @param warns whether the point named, or every point, would fall below its reserve
    public record OrderStock(
            String from, List<String> points, List<AfterView> after, List<String> lacking, boolean warns) {}

    public record AfterView(
            String point, String item, String unit, long quantity, long left, long reserve, boolean below) {}

    /// What another nation offers on the relief board.
    ///
    /// @param quantity what is left of it; 0 where no quantity was given
    /// @param kilometres from the point that was asked for; null where the offer, or the point, has no
    /// place
    public record NearOffer(
            UUID record,
            String party,
            String en,
            String ja,
            @Nullable String item,
            long quantity,
            String unit,
            @Nullable Double kilometres,
            Instant availableFrom,
            @Nullable Instant availableUntil,
            boolean exercise,
            String label) {}

    /// @param stated what its quantity comes to, where it stood in another unit
    public record LineView(int line, List<Remark> wrong, List<Remark> stated) {}

    /// What bringing in a sheet would do, or has done.
    ///
    /// @param digest of the file: what is confirmed is what was looked at
    public record Report(
            String digest, int fresh, int changed, int known, int wrong, List<LineView> shown, boolean stored) {}

    static LevelView level(Level one) {
        var days = one.days();
        return new LevelView(
                one.what().category(),
                one.what().item(),
                one.what().unit(),
                one.onHand(),
                one.reserved(),
                one.available(),
                one.reserve(),
                one.used(),
                days.isPresent() ? days.getAsLong() : null,
                one.since());
    }

    static DrawView draw(Draw one) {
        return new DrawView(
                one.order(),
                one.what().category(),
                one.what().item(),
                one.what().unit(),
                one.quantity());
    }

    static AfterView after(After one) {
        var draw = one.draw();
        return new AfterView(
                one.point(),
                draw.what().item(),
                draw.what().unit(),
                draw.quantity(),
                one.left(),
                one.reserve(),
                one.isBelow());
    }

    static LineView line(StockSheet.Row row, Locale language) {
        return new LineView(
                row.line(),
                PastOrderView.remarks(row.wrong(), language),
                PastOrderView.remarks(row.stated().stream().toList(), language));
    }
}
