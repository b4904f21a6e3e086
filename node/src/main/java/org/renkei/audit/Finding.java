package org.renkei.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One place of the database that does not say what was once sealed.
///
/// @param table with its schema, for example `audit.entry`
/// @param log which log of the table: of ledgers the partner's key, of copies the partner's node; empty when there is
/// one
/// @param position where it begins; of a table without positions 0
/// @param upTo where it ends; the same as `position` for a single row
/// @param at when the row was written, as far as that can still be told
/// @param column what was changed; empty when it is not one column
public record Finding(
        String table,
        String log,
        long position,
        long upTo,
        @Nullable Instant at,
        Change change,
        String column) {

    /// What became of it.
    public enum Change {
        /// The column does not say what the sealed leaf says.
        COLUMN,
        /// The row is not there.
        MISSING,
        /// The row was never written by the node.
        ADDED,
        /// Rows at the end are gone that a signed checkpoint counts.
        CUT_OFF,
        /// Rows fit their leaves, but together not the root that was signed or confirmed.
        REPLACED,
        /// The log is not the one that a partner cosigned.
        COSIGNED,
        /// A signed text is not the one that was signed.
        SIGNATURE
    }

    public static Finding column(String table, String log, long position, @Nullable Instant at, String column) {
        return new Finding(table, log, position, position, at, Change.COLUMN, column);
    }

    public static Finding range(String table, String log, long from, long to, Change change) {
        return new Finding(table, log, from, to, null, change, "");
    }

    public String english() {
        return where("row", "rows", " to ", "time") + ": "
                + switch (change) {
                    case COLUMN -> column + " was changed after it was written";
                    case MISSING -> "deleted";
                    case ADDED -> "added behind the end of the log, not by this node";
                    case CUT_OFF -> "cut off the end: a signed checkpoint still counts them";
                    case REPLACED ->
                        "one or more were replaced together with their leaves: the root is not the one that was signed";
                    case COSIGNED ->
                        "this is not the log that " + column + " cosigned: it was rewritten, or taken back";
                    case SIGNATURE -> "this checkpoint is not the one that was signed";
                };
    }

    public String japanese() {
        return where("行", "行", "〜", "時刻") + ": "
                + switch (change) {
                    case COLUMN -> column + " が書き込み後に改変されています";
                    case MISSING -> "削除されています";
                    case ADDED -> "このノードによらず、記録の末尾より後に追加されています";
                    case CUT_OFF -> "末尾から切り取られています（署名済みの検証点には含まれる）";
                    case REPLACED -> "一部が葉ごと差し替えられています（署名された根ハッシュと不一致）";
                    case COSIGNED -> column + " が連署した記録と一致しません（書き換え、または以前の状態への差し戻し）";
                    case SIGNATURE -> "検証点が署名されたものではありません";
                };
    }

    private String where(String one, String many, String to, String time) {
        var named = log.isEmpty() ? table : table + " (" + log + ")";
        if (position == 0 && upTo == 0) {
            return named;
        }
        var rows = position == upTo ? one + " " + position : many + " " + position + to + upTo;
        return named + ", " + rows + (at == null ? "" : ", " + time + " " + at);
    }
}
