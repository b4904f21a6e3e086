package org.renkei.kernel.acsa;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a quoted price is made of, so that the receiver can hold it against own-force prices (10 U.S.C. 2344(b)).
/// Indirect costs and the administration of contracts are waived where both do so. Taxes are no element: what the
/// supplier does not charge is named with its rule, and never posted.
public enum CostElement {
    /// The goods or the service themselves: inventory, own-force or contractor price.
    UNIT_COST("unit cost", "本体価格"),
    TRANSPORT("transport", "輸送費"),
    HANDLING("handling", "取扱費"),
    ADMINISTRATION("contract administration", "契約管理費"),
    OTHER("other", "その他");

    private final String english;
    private final String japanese;

    CostElement(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }

    /// As it stands in a line of a quote: `costTransport`.
    public String field() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        return "cost"
                + Stream.of(words)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .reduce("", String::concat);
    }

    static List<String> names() {
        return Stream.of(values()).map(CostElement::field).toList();
    }

    /// One element of a price.
    ///
    /// @param amount minor units for as many units as the price is for
    public record Cost(CostElement element, long amount) {
        /// What it comes to for a quantity, rounded half up; the elements of a line may differ from it by the
        /// rounding of each.
        ///
        /// @param per of how many units the price is
        public long amount(long quantity, long per) {
            return Line.value(quantity, amount, per);
        }
    }

    /// What the price of a quoted line is made of; nothing where the supplier did not say.
    public static List<Cost> of(Line quoted) {
        return Stream.of(values())
                .flatMap(
                        element -> quoted.findNumber(element.field()).map(amount -> new Cost(element, amount)).stream())
                .toList();
    }
}
