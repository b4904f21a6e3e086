package org.renkei.command;

import java.text.MessageFormat;
import java.util.Locale;

/// What the import says, in both languages.
enum ImportText {
    READ("read", "読取"),
    STORED("stored", "新規"),
    ALREADY_KNOWN("already known", "既知"),
    REVISED("revised", "改訂"),
    REFUSED("refused", "拒否"),
    FILE_DONE("{0}: {1} read", "{0}: {1} 件を読取"),
    PROGRESS("file {0} of {1}, {2} records", "ファイル {0}/{1}、{2} 件"),
    NO_SUCH_FILE("there is no file {0}: check the name", "ファイル {0} がありません。名前を確認してください。"),
    NO_FILES("the folders hold no files: name files", "フォルダにファイルがありません。ファイルを指定してください。"),
    NO_TOKEN(
            "the token cannot be read from {0}: name the node''s token file with --token-file",
            "{0} からトークンを読めません。ノードのトークンのファイルを --token-file で指定してください。"),
    NO_URL(
            "{0} is no address of a node: give --url http://127.0.0.1:8081",
            "{0} はノードの URL ではありません。例: --url http://127.0.0.1:8081"),
    TOKEN_IN_CLEAR(
            "the token would cross the network unprotected: use https, or run the import on the node''s machine",
            "トークンが平文でネットワークを通ります。https を使うか、ノードと同じ計算機で実行してください。"),
    NO_NODE("no node answers at {0}: start it or check --url ({1})", "{0} のノードが応答しません。起動するか --url を確認してください。({1})"),
    WRONG_TOKEN(
            "the node does not accept the token in {0}: copy the token from the node''s data folder",
            "ノードが {0} のトークンを受け付けません。ノードのデータフォルダのトークンを使ってください。"),
    NODE_REFUSES("the node answers {0}: {1}", "ノードの応答 {0}: {1}"),
    NOT_A_NODE("{0} answers, but not as a Renkei node: check --url", "{0} は Renkei ノードの応答ではありません。--url を確認してください。"),
    MEDIUM_WRITTEN("{0}: for {1}, {2} bytes", "{0}: 宛先 {1}、{2} バイト"),
    MEDIUM_TAKEN(
            "{0}: from {1}, entries {2} to {3}, {4} of them new; it confirms {5} of ours",
            "{0}: {1} から、{2}〜{3} 件目、新規 {4} 件。当方の {5} 件目までを確認済み"),
    BACKUP_MADE("{0}: {1} bytes, complete {2}", "{0}: {1} バイト、完了 {2}"),
    BACKUP_FAILED("the backup failed: {0}", "バックアップに失敗しました: {0}"),
    NO_BACKUP_FOLDER(
            "name the folder of backups with --from: the settings have no renkei.backup.folder",
            "設定に renkei.backup.folder がありません。--from でバックアップのフォルダーを指定してください。"),
    NO_INSTANT("''{0}'' is no instant: write 2026-11-21T09:30:00Z", "{0} は時刻ではありません。例: 2026-11-21T09:30:00Z"),
    RESTORED("restored from {0}, made {1}; last audit entry {2}", "{0}（{1} 作成）から復元しました。最後の監査項目 {2}"),
    LEDGER_FITS(
            "ledger for {0}: {1} entries, {2} given out, {3} confirmed; every entry fits, and the root is the one confirmed",
            "{0} への開示台帳: {1} 件、送出 {2} 件、確認済み {3} 件。全項目が整合し、ルートは確認済みのものと一致"),
    LEDGER_BROKEN(
            "ledger for {0}: {1} entries, {2} given out, {3} confirmed; BROKEN at entry {4}",
            "{0} への開示台帳: {1} 件、送出 {2} 件、確認済み {3} 件。{4} 件目に不整合"),
    RESTORED_THEN(
            "Start the node. It gets back from its partners what it released after this, before it signs anything new. "
                    + "Look through tokens and people: what was taken away since the backup is back.",
            "ノードを起動してください。この時点より後に開示した内容は、新たに署名する前に相手から取り戻します。" + "バックアップ以降に取り消したトークンや利用者は元に戻っているため、確認してください。"),
    VERIFIED_AUDIT("audit log: {0} rows", "監査記録: {0} 行"),
    VERIFIED_LEDGER("ledger for {1}: {0} rows", "{1} への開示台帳: {0} 行"),
    VERIFIED_COPY("copy of the ledger of {1}: {0} rows", "{1} からの開示台帳の写し: {0} 行"),
    VERIFIED_SOUND("as written", "改変なし"),
    VERIFIED_CHANGED("CHANGED, {0} findings", "改変あり、{0} 件"),
    VERIFIED_ALL("Everything is as it was written and signed ({0} ms).", "すべて、書き込まれ署名されたとおりです（{0} ミリ秒）。"),
    VERIFIED_NOT(
            "Something was changed behind the node. No checkpoint is signed over it. Keep the database as it is and call "
                    + "the security officer.",
            "ノードを通さない改変があります。該当部分の検証点には署名しません。データベースを現状のまま保全し、保全責任者に連絡してください。"),
    VERIFICATION_FAILED("it could not be verified: {0}", "検証できませんでした: {0}"),
    VERIFY_WHAT(
            "name a node with --url and --token-file, a stopped one with --config, or an exported file with --card",
            "--url と --token-file でノードを、--config で停止中のノードを、または書出しファイルと --card を指定してください。"),
    VERIFY_CARD(
            "name the card of the node the file is of with --card; compare its fingerprint by telephone",
            "--card で書出し元ノードのカードを指定してください。指紋は電話で照合してください。"),
    EXPORT_PROVEN(
            "{0}: entries {1} to {2} are as they were written, without a gap, in the log of {3} entries that {0} signed",
            "{0}: {1}〜{2} 項は書き込まれたとおりで欠落がなく、{0} が署名した {3} 項の監査記録に含まれます"),
    EXPORT_CHANGED("{0}: CHANGED entries {4}", "{0}: 改変された項 {4}"),
    EXPORT_NOT_PROVEN(
            "{0}: NOT PROVEN: among entries {1} to {2} one is missing or was replaced together with its leaf",
            "{0}: 証明できません。{1}〜{2} 項に欠落、または葉ごと差し替えられた項があります"),
    WITNESS_FITS("{0} cosigned the first {1} entries of this log at {2}", "{0} はこの監査記録の先頭 {1} 項に {2} に連署しています"),
    WITNESS_CONTRADICTS(
            "{0}: THE LOG WAS REWRITTEN: it does not begin with the {1} entries that {0} cosigned at {2}",
            "{0}: 監査記録が書き換えられています。{0} が {2} に連署した {1} 項と一致しません"),
    WITNESS_WRONG("{0}: its cosignature cannot be relied on", "{0}: 連署を信頼できません"),
    WITNESS_NO_CARD(
            "{0} cosigned as well: give its card with --witness to check that",
            "{0} も連署しています。検証するには --witness でそのカードを指定してください"),
    UPGRADE_NOTHING("the database fits version {0}: nothing to do", "データベースは版 {0} に適合しています。更新は不要です。"),
    UPGRADE_NEWER(
            "the database was made by a newer version than {0}; this version does not know {1}",
            "データベースは版 {0} より新しい版で作られています。この版が知らない手順: {1}"),
    UPGRADE_STEPS("{0} steps from {1}:", "版 {1} から {0} 件の手順:"),
    UPGRADE_WITH_DATA("on a copy with all data", "全データの写しの上で"),
    UPGRADE_SCHEMA_ONLY(
            "on the schema alone, without data: a copy does not fit on the disk, or the PostgreSQL is an external one",
            "データのないスキーマのみで（ディスクに写しが入らない、または外部の PostgreSQL のため）"),
    UPGRADE_WENT_WELL(
            "Tried {0}: all went well in {1} ms. The database was not changed.",
            "{0}試行し、{1} ミリ秒で成功しました。データベースは変更していません。"),
    UPGRADE_FAILED(
            "Tried {0}: FAILED after {1} ms. The database was not changed. {2}",
            "{0}試行し、{1} ミリ秒で失敗しました。データベースは変更していません。{2}"),
    UPGRADE_IMPOSSIBLE("it cannot be tried: {0}", "試行できません: {0}"),
    TOO_LARGE("larger than the node takes", "ノードが受け付ける大きさを超えています。");

    private final String en;
    private final String ja;

    ImportText(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    String in(Locale locale, Object... details) {
        String pattern = Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) ? ja : en;
        return new MessageFormat(pattern, locale).format(details);
    }
}
