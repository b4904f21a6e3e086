package org.renkei.kernel.acsa.past;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.renkei.kernel.acsa.CostElement;

/// A field of a past order, in the order of the columns. Headings are the names that officers give it; the first two
/// are
/// those of an export.
public enum PastField {
    REFERENCE("reference", true, "Order no.", "オーダー番号", "order", "order number", "reference", "番号", "管理番号", "整理番号"),
    PARTNER("partner", true, "Partner", "相手国", "party", "country", "nation", "国", "国名"),
    DIRECTION("direction", true, "Direction", "提供・受領の別", "supplied or received", "提供受領", "区分"),
    AGREEMENT("agreement", false, "Agreement", "協定", "acsa"),
    CATEGORY("category", true, "Category", "分類", "supply category", "supply class", "種別", "品目区分"),
    ITEM("item", true, "Item", "品名", "description", "nomenclature", "品目"),
    NSN("nsn", false, "NSN", "物品番号", "stock number", "national stock number"),
    UNIT("unit", true, "Unit", "単位", "unit of issue", "ui"),
    QUANTITY("quantity", true, "Quantity", "数量", "qty"),
    SETTLEMENT("settlement", true, "Settlement", "決済方法", "form of settlement", "決済の方法"),
    CURRENCY("currency", false, "Currency", "通貨", "ccy"),
    AMOUNT("amount", false, "Amount", "金額", "value", "price", "total", "総額", "合計"),
    /// What the amount is made of, as [CostElement] has it.
    UNIT_COST("costUnitCost", false, "Unit cost", "本体価格", "goods", "材料費"),
    TRANSPORT("costTransport", false, "Transport cost", "輸送費", "transport", "freight", "運賃"),
    HANDLING("costHandling", false, "Handling cost", "取扱費", "handling", "荷役費"),
    ADMINISTRATION("costAdministration", false, "Contract administration cost", "契約管理費", "administration"),
    OTHER_COST("costOther", false, "Other cost", "その他の費用", "other costs", "その他費用"),
    AGREED_ON("agreedOn", false, "Agreed on", "合意日", "ordered on", "order date", "発注日"),
    DELIVERED_ON("deliveredOn", true, "Delivered on", "引渡日", "delivery date", "delivered", "納入日", "提供日"),
    RECEIVED_ON("receivedOn", false, "Received on", "受領日", "receipt date", "received"),
    SETTLED_ON("settledOn", false, "Settled on", "決済日", "settlement date", "settled", "paid on", "支払日"),
    SETTLED_AMOUNT("settledAmount", false, "Settled amount", "決済額", "paid", "paid amount", "支払額"),
    DOCUMENT("document", false, "Document", "証拠書類", "document number", "voucher", "書類番号"),
    REMARKS("remarks", false, "Remarks", "備考", "notes", "comment");

    private final String code;
    private final boolean required;
    private final String english;
    private final String japanese;
    private final List<String> headings;

    PastField(String code, boolean required, String english, String japanese, String... others) {
        this.code = code;
        this.required = required;
        this.english = english;
        this.japanese = japanese;
        this.headings = Stream.concat(Stream.of(code, english, japanese), Arrays.stream(others))
                .map(PastField::plain)
                .toList();
    }

    public String code() {
        return code;
    }

    public boolean isRequired() {
        return required;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }

    public boolean isMoney() {
        return this == AMOUNT || this == SETTLED_AMOUNT || isCost();
    }

    /// Whether it is one of the elements of which the amount is made.
    public boolean isCost() {
        return Arrays.stream(CostElement.values()).anyMatch(one -> one.field().equals(code));
    }

    public boolean isDate() {
        return this == AGREED_ON || this == DELIVERED_ON || this == RECEIVED_ON || this == SETTLED_ON;
    }

    public static Optional<PastField> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /// The field that a heading names, in either language; empty when none does.
    public static Optional<PastField> guess(String heading) {
        var plain = plain(heading);
        return Arrays.stream(values())
                .filter(one -> one.headings.contains(plain))
                .findFirst();
    }

    /// A heading as it is compared: without width, case, spaces and signs.
    public static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Punct}\\p{IsWhite_Space}・、。]", "");
    }
}
