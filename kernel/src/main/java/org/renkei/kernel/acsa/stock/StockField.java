package org.renkei.kernel.acsa.stock;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.renkei.kernel.acsa.past.PastField;

/// A field of a stock entry, in the order of the columns, with the headings that spreadsheets give it.
/// All are required.
public enum StockField {
    POINT("Point", "拠点", "place", "depot", "warehouse", "倉庫", "保管場所"),
    ON("Day", "日付", "date", "on", "年月日"),
    KIND("Entry", "種別", "kind", "type", "movement", "受払", "区分"),
    CATEGORY("Category", "分類", "supply category", "品目区分"),
    ITEM("Item", "品名", "description", "nomenclature", "品目"),
    UNIT("Unit", "単位", "unit of issue", "ui"),
    QUANTITY("Quantity", "数量", "qty"),
    REFERENCE("Voucher", "証書番号", "reference", "document", "voucher number", "伝票番号");

    private final String english;
    private final String japanese;
    private final List<String> headings;

    StockField(String english, String japanese, String... others) {
        this.english = english;
        this.japanese = japanese;
        this.headings = Stream.concat(Stream.of(english, japanese), Arrays.stream(others))
                .map(PastField::plain)
                .toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }

    /// The field that a heading names, in either language.
    public static Optional<StockField> guess(String heading) {
        var plain = PastField.plain(heading);
        return Arrays.stream(values())
                .filter(one -> one.headings.contains(plain))
                .findFirst();
    }
}
