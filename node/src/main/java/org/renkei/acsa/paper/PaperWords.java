package org.renkei.acsa.paper;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.renkei.acsa.money.Amounts;
import org.renkei.documents.Words;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.Terms.Unit;
import org.renkei.kernel.books.Asset;

/// Codes, amounts and quantities as they stand on paper, in both languages.
final class PaperWords {
    private static final Map<String, Words> CODES = Map.ofEntries(
            entry("reimbursement", words("reimbursement", "金銭決済")),
            entry("replacement", words("replacement in kind", "同種物品の返還")),
            entry("exchange", words("exchange of equal value", "等価交換")),
            entry("exercise", words("exercise", "共同訓練")),
            entry("peacekeeping", words("peacekeeping", "国連平和維持活動")),
            entry("disaster-relief", words("disaster relief", "災害対処")),
            entry("evacuation", words("evacuation", "在外邦人等の輸送")),
            entry("routine", words("routine", "日常的な活動")),
            entry("important-influence", words("important influence situation", "重要影響事態")),
            entry("survival-threatening", words("survival-threatening situation", "存立危機事態")),
            entry("armed-attack", words("armed attack situation", "武力攻撃事態")),
            entry("own-forces", words("as for own forces", "自国部隊と同じ価格")),
            entry("contractor", words("contractor price", "契約業者の価格")),
            entry("fair-and-reasonable", words("fair and reasonable", "公正妥当な価格")),
            entry("good", words("good", "良好")),
            entry("damaged", words("damaged", "損傷")),
            entry("wrong", words("wrong item", "品違い")),
            entry("clearing", words("clearing of an offset", "相殺の清算")));

    private PaperWords() {}

    static Words words(String english, String japanese) {
        return new Words(english, japanese);
    }

    /// A code in both languages; itself where it has no words.
    static String of(String code) {
        var words = Optional.ofNullable(CODES.get(code))
                .or(() -> Unit.find(code).map(unit -> words(unit.english(), unit.japanese())));
        return words.map(one -> one.japanese() + " " + one.english()).orElse(code);
    }

    static String of(Act act) {
        return act.japanese() + " " + act.english();
    }

    static String of(SupplyCategory category) {
        return category.japanese() + " " + category.code();
    }

    /// What an entry of an account comes from: an act, or the clearing of an offset.
    static String cause(String code) {
        return Stream.of(Act.values())
                .filter(act -> act.code().equals(code))
                .map(PaperWords::of)
                .findFirst()
                .orElseGet(() -> of(code));
    }

    /// `1,234.56 USD`.
    static String money(long minor, String currency) {
        return Amounts.text(minor, currency, Locale.ENGLISH);
    }

    static String amount(long amount, Asset asset) {
        return asset.isMoney()
                ? money(amount, asset.code())
                : "%s  %s %s".formatted(asset.code(), number(amount), of(asset.unit()));
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
