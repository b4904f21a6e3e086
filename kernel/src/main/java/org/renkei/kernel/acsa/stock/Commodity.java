package org.renkei.kernel.acsa.stock;

import java.util.Comparator;
import org.renkei.kernel.acsa.Line;
import org.renkei.kernel.acsa.past.Cells;

/// One kind of goods in one unit. Order lines and stock are of the same kind when category, item and unit
/// are the same; nothing is converted from one unit to another.
///
/// @param category a code of [SupplyCategory][org.renkei.kernel.acsa.SupplyCategory]
/// @param unit a code of [Unit][org.renkei.kernel.acsa.Terms.Unit]
public record Commodity(String category, String item, String unit) implements Comparable<Commodity> {
    private static final Comparator<Commodity> ORDER = Comparator.comparing(Commodity::category)
            .thenComparing(Commodity::item)
            .thenComparing(Commodity::unit);

    public Commodity {
        item = Cells.plain(item);
    }

    /// Of a line of a request.
    public static Commodity of(Line line) {
        return new Commodity(line.text("category"), line.text("item"), line.text("unit"));
    }

    @Override
    public int compareTo(Commodity other) {
        return ORDER.compare(this, other);
    }
}
