package org.renkei.feeds;

/// What can be wrong with a file, with texts in both languages. Braces stand for the particulars.
public enum FeedProblem {
    EMPTY("the file is empty: fetch it again", "ファイルが空です。取得し直してください。"),
    UNKNOWN_CONTENT(
            "neither JSON, XML, CSV, gzip nor zip: give the file as its source publishes it",
            "JSON、XML、CSV、gzip、zip のいずれでもありません。配信元の形式のまま指定してください。"),
    UNKNOWN_XML(
            "XML <{0}> is not read here: give JMA telegrams or CAP 1.1/1.2 alerts",
            "XML <{0}> は取り込めません。気象庁防災情報XML または CAP 1.1/1.2 を指定してください。"),
    UNKNOWN_TELEGRAM(
            "JMA telegram \"{0}\" is not read here: give earthquake or tsunami telegrams (VXSE, VTSE)",
            "気象庁電文「{0}」は取り込めません。地震・津波の電文 (VXSE、VTSE) を指定してください。"),
    UNKNOWN_JSON(
            "the JSON is no GeoJSON: give a FeatureCollection or a Feature",
            "GeoJSON ではありません。FeatureCollection または Feature を指定してください。"),
    UNKNOWN_CSV(
            "the header \"{0}\" is of no known table: give USGS earthquakes or Nanao shelters, first line with its columns",
            "見出し「{0}」の表は取り込めません。USGS 地震または七尾市避難所の表を、列名の行から指定してください。"),
    BROKEN_JSON(
            "the JSON breaks off here, what came before was read: fetch the file again ({0})",
            "ここで JSON が壊れています。手前までは読みました。ファイルを取得し直してください。({0})"),
    BROKEN_XML("the XML is broken: fetch the file again ({0})", "XML が壊れています。取得し直してください。({0})"),
    BROKEN_CSV(
            "the table breaks off here, what came before was read: fetch the file again ({0})",
            "ここで表が壊れています。手前までは読みました。ファイルを取得し直してください。({0})"),
    BROKEN_ARCHIVE("the archive is broken: fetch it again ({0})", "圧縮ファイルが壊れています。取得し直してください。({0})"),
    NESTED_ARCHIVE(
            "an archive within an archive is not opened: unpack the outer one first",
            "圧縮ファイルの中の圧縮ファイルは開きません。外側を先に展開してください。"),
    TOO_LARGE("unpacks to more than {0}: unpack it yourself if you trust it", "展開すると {0} を超えます。信頼できるものなら先に展開してください。"),
    TOO_MANY_PARTS("holds more than {0} parts: split it", "要素が {0} を超えます。分割してください。"),
    DOCTYPE("XML with a DOCTYPE is not opened: remove the declaration", "DOCTYPE のある XML は開きません。宣言を取り除いてください。"),
    UNREADABLE("cannot be read: {0}", "読み取れません: {0}"),
    NOT_UTF8("the row is not valid UTF-8: save the file as UTF-8", "UTF-8 ではない行です。UTF-8 で保存し直してください。"),
    COLUMNS("the row has {0} columns, the header {1}: mend the row", "列の数が {0} で、見出しの {1} と合いません。行を直してください。"),
    MISSING("{0} is missing: ask the source for it", "{0} がありません。配信元に確認してください。"),
    NOT_A_NUMBER("{0} is not a number: \"{1}\"", "{0} が数ではありません:「{1}」"),
    NOT_A_TIME("{0} is not a time with a zone: \"{1}\"", "{0} が時刻 (時差付き) ではありません:「{1}」"),
    NOT_A_POSITION("{0} is not a position on the earth: \"{1}\"", "{0} が地球上の位置ではありません:「{1}」"),
    NOT_ALLOWED("{0} \"{1}\" is none of {2}", "{0}「{1}」は次のいずれでもありません: {2}"),
    UNKNOWN_GEOMETRY("feature {0} has no position: {1}", "地物 {0} に位置がありません: {1}"),
    OTHER_KIND("\"{0}\" is not what this feed is for", "「{0}」はこの入力の対象ではありません。"),
    OTHER_HOST("{0} is at another host or without TLS: not fetched", "{0} は別のホスト、または TLS なしの宛先のため取得しません。"),
    NOT_PUBLIC(
            "the alert is {0}, and the feed''s label is public: give such alerts a feed of their own with a narrower label",
            "警報の範囲は {0} ですが、入力の表示は公開です。狭い表示を持つ別の入力で受けてください。"),
    UNSIGNED("the alert is not signed, and the feed takes signed ones only", "署名がありません。この入力は署名のある警報だけを受け入れます。"),
    SIGNATURE_FORM("the signature does not cover the alert as it has to: {0}", "署名が警報全体を規定どおりに覆っていません: {0}"),
    SIGNATURE_WEAK("the signature uses what counts as broken: {0}", "署名が、破られたとみなされる方式を使っています: {0}"),
    SIGNATURE_BROKEN(
            "the signature does not hold: the alert was changed, or signed with another key",
            "署名が成立しません。警報が改変されたか、別の鍵で署名されています。"),
    SIGNER_UNKNOWN("nobody here trusts the signer: {0}", "署名者を信頼していません: {0}");

    private final String en;
    private final String ja;

    FeedProblem(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    String en() {
        return en;
    }

    String ja() {
        return ja;
    }
}
