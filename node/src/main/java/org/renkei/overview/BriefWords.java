package org.renkei.overview;

import java.util.List;
import java.util.Map;
import org.renkei.kernel.cases.Coded;
import org.renkei.kernel.watchlog.EntryKind;

/// The words of a brief in both languages, also for calendars. A word that is not known stands for itself.
public final class BriefWords {
    private static final Map<String, Map<String, String>> SECTIONS = Map.ofEntries(
            Map.entry("log", words("Log of the watch", "当直日誌")),
            Map.entry("said", words("New in cases", "事案の新しい申述")),
            Map.entry("reviews", words("Reviews and emergency releases: due and overdue", "開示審査・緊急開示の確認（期限・期限超過）")),
            Map.entry("due", words("Due in the next watch, and overdue", "次の当直での期限・期限超過")),
            Map.entry("awaiting", words("Awaiting partners", "相手待ち")),
            Map.entry("meetings", words("Meetings", "会合")),
            Map.entry("commitments", words("Commitments", "約束事項")),
            Map.entry("moves", words("Convoys and sorties", "車列・飛行")),
            Map.entry("places", words("Places that changed", "変化のあった施設")),
            Map.entry("alerts", words("Alerts in force", "発表中の警報等")),
            Map.entry("links", words("Links that are not up", "接続されていない回線")));

    private static final Map<String, Map<String, String>> DUTIES = Map.ofEntries(
            Map.entry("inform", words("answer", "回答する")),
            Map.entry("respond", words("offer or refuse", "申し出または辞退する")),
            Map.entry("decide", words("accept or refuse the offer", "申し出を受諾または辞退する")),
            Map.entry("deliver", words("do what was accepted", "受諾された支援を行う")),
            Map.entry("do", words("do its own task", "自国の任務を行う")),
            Map.entry("resolve", words("say the result", "結果を述べる")),
            Map.entry("minutes", words("write its minutes", "自国の議事録を作成する")),
            Map.entry("agree", words("agree to the minutes", "議事録に合意する")),
            Map.entry("assent", words("say whether a further nation joins", "当事国の追加に同意するか述べる")),
            Map.entry("phase", words("say to who joined how it sees the situation", "追加された国に事態の認識を伝える")),
            Map.entry("admit", words("admit the nation that joins", "当事国を追加する")),
            Map.entry("close", words("close, too", "終結を申述する")),
            Map.entry("answer-time", words("agree to time and place, or object", "日時・場所に同意または異議を述べる")),
            Map.entry("answer-item", words("agree to an item of the agenda, or object", "議題に同意または異議を述べる")),
            Map.entry("say-held", words("say that it was held, or cancel it", "開催済みか中止かを述べる")),
            Map.entry("say-outcome", words("say what came of an item", "議題の結果を述べる")),
            Map.entry("answer-outcome", words("agree to an outcome, or object", "議題の結果に同意または異議を述べる")),
            Map.entry("confirm", words("agree to the commitment or object", "約束事項に同意または異議を述べる")),
            Map.entry("answer", words("answer a proposed state", "提案された状態に答える")),
            Map.entry("fulfil", words("see that it is met or say how it stands", "達成を確認し、または状況を述べる")),
            Map.entry("name-owner", words("name its owner", "担当機関を指定する")));

    private static final Map<String, Map<String, String>> STATES = Map.ofEntries(
            Map.entry("open", words("open", "使用可")),
            Map.entry("closed", words("closed", "使用不可")),
            Map.entry("limited", words("limited", "一部使用可")),
            Map.entry("designated", words("designated", "指定")),
            Map.entry("unknown", words("unknown", "不明")),
            Map.entry("planned", words("planned", "計画")),
            Map.entry("under-way", words("under way", "移動中")),
            Map.entry("delayed", words("delayed", "遅延")),
            Map.entry("connecting", words("connecting", "接続中")),
            Map.entry("down", words("down", "切断")),
            Map.entry("refused", words("refused", "拒否")),
            Map.entry("paused", words("paused", "一時停止")),
            Map.entry("proposed", words("time proposed", "日時提案中")),
            Map.entry("agreed", words("time agreed", "日時合意済み")),
            Map.entry("moved", words("moved, time agreed", "日時変更に合意済み")),
            Map.entry("held", words("held", "開催済み")));

    private BriefWords() {}

    static Map<String, String> section(String code) {
        return SECTIONS.getOrDefault(code, words(code, code));
    }

    /// What somebody has to do, by language: `en` and `ja`.
    public static Map<String, String> duty(String code) {
        return DUTIES.getOrDefault(code, words(code, code));
    }

    static Map<String, String> state(String code) {
        return STATES.getOrDefault(code, words(code, code));
    }

    /// What the own nation has to do first; where it has nothing to do, how the meeting stands.
    static Map<String, String> meeting(String state, List<String> duties) {
        return duties.isEmpty() ? state(state) : duty(duties.getFirst());
    }

    static Map<String, String> review(boolean emergency, String party) {
        return emergency
                ? words("released to " + party + " in an emergency: to be looked at", party + " への緊急開示：事後確認が必要")
                : words("its release to " + party + " waits for an officer", party + " への開示：担当官の判断待ち");
    }

    static Map<String, String> waiting(String state, long waiting) {
        var word = state(state);
        return waiting == 0
                ? word
                : words(word.get("en") + ", " + waiting + " waiting", word.get("ja") + "、未送信 " + waiting + " 件");
    }

    static Map<String, String> entry(String code) {
        return Coded.find(EntryKind.class, code)
                .map(one -> words(one.english(), one.japanese()))
                .orElseGet(() -> words(code, code));
    }

    static Map<String, String> words(String english, String japanese) {
        return Map.of("en", english, "ja", japanese);
    }
}
