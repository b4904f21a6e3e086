package org.renkei.watching;

import org.renkei.kernel.watch.FindingKind;

/// One line for each kind of finding. It says what was seen and leaves the why to people.
final class FindingWords {
    private FindingWords() {}

    static String english(FindingKind kind, String who, String where) {
        return switch (kind) {
            case GAP -> who + " is not heard where others are";
            case JUMP -> who + " is further off than it can have come";
            case DOUBLE -> who + " is reported from two places in turn";
            case IDENTITY -> who + " has changed its identity";
            case LOITERING -> who + " stays in a small circle";
            case DRIFT -> who + " drifts";
            case STOP -> who + " has stopped all at once";
            case MEETING -> who + " are close together and slow";
            case ENTRY -> who + " is in " + where;
            case INTERFERENCE -> "Satellite navigation may be disturbed in " + where;
        };
    }

    static String japanese(FindingKind kind, String who, String where) {
        return switch (kind) {
            case GAP -> who + "：周囲の船は受信できるのに途絶";
            case JUMP -> who + "：到達し得ない距離の移動";
            case DOUBLE -> who + "：離れた 2 か所から交互に報告";
            case IDENTITY -> who + "：識別情報の変更";
            case LOITERING -> who + "：狭い範囲に滞留";
            case DRIFT -> who + "：漂流";
            case STOP -> who + "：急停止";
            case MEETING -> who + "：長時間の接近・低速";
            case ENTRY -> who + "：" + where + "に進入";
            case INTERFERENCE -> where + "：衛星測位の妨害の可能性";
        };
    }
}
