package org.renkei.publication;

import java.util.Map;

/// The words of the public page in both languages.
final class PageWords {
    private static final Map<String, Texts> WORDS = Map.ofEntries(
            word("title", "Public information", "公開情報"),
            word("skip", "Skip to the information", "本文へ"),
            word("made", "Made", "作成"),
            word(
                    "what",
                    "Only what its author labelled public is here. Each entry names the nation that said it and when.",
                    "作成者が公開と表示した情報だけを掲載しています。各項目に、述べた国と日時を示します。"),
            word("other", "日本語", "English"),
            word("contents", "Contents", "目次"),
            word("alerts", "Alerts in force", "発表中の警報等"),
            word("hazards", "Hazards", "災害事象"),
            word("shelters", "Shelters", "避難所"),
            word("places", "Places", "施設・道路等"),
            word("needs", "Needs", "必要とされる支援"),
            word("none", "Nothing is public at present.", "現在、公開されている情報はありません。"),
            word("exercise", "EXERCISE EXERCISE EXERCISE: what follows is not real", "訓練 訓練 訓練：以下は実際の状況ではありません"),
            word("exerciseMark", "EXERCISE", "訓練"),
            word("severity", "Severity", "深刻度"),
            word("urgency", "Urgency", "緊急度"),
            word("areas", "Areas", "対象地域"),
            word("until", "Until", "期限"),
            word("intensity", "Greatest intensity", "最大震度"),
            word("magnitude", "Magnitude", "マグニチュード"),
            word("status", "Status", "状態"),
            word("people", "People there", "現在の人数"),
            word("capacity", "Capacity", "収容人数"),
            word("position", "Position", "位置"),
            word("item", "What", "品目"),
            word("quantity", "How much", "数量"),
            word("neededBy", "Needed by", "必要な期限"),
            word("said", "Said by", "情報源"),
            word("differ", "Reports differ", "報告に相違があります"),
            word("more", "{0} more are in the GeoJSON.", "ほか {0} 件は GeoJSON にあります。"),
            word("machines", "For programs", "プログラム向け"),
            word("geojson", "Everything as GeoJSON", "全項目の GeoJSON"),
            word("cap", "Alerts and hazards as CAP 1.2", "警報・災害事象の CAP 1.2"),
            word("minutes", "{0} min ago", "{0}分前"),
            word("hours", "{0} h {1} min ago", "{0}時間{1}分前"),
            word("days", "{0} days ago", "{0}日前"),
            word("now", "just now", "たった今"));

    private PageWords() {}

    private static Map.Entry<String, Texts> word(String key, String english, String japanese) {
        return Map.entry(key, new Texts(english, japanese));
    }

    static String of(String key, String language, Object... values) {
        var text = WORDS.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no word for " + key);
        }
        var filled = text.in(language);
        for (var at = 0; at < values.length; at++) {
            filled = filled.replace("{" + at + "}", String.valueOf(values[at]));
        }
        return filled;
    }
}
