package org.renkei.tak;

import java.util.Map;
import org.renkei.kernel.cot.CotDetail;
import org.renkei.kernel.cot.CotElement;
import org.renkei.kernel.cot.CotEvent;
import org.renkei.kernel.cot.CotPoint;

/// What a device is told that is turned away, as a message that devices show.
final class TakWords {
    private static final long SHORT = 60_000;
    private static final String ROOM = "All Chat Rooms";

    private TakWords() {}

    static CotEvent refusal(String reason, String sha256, long now) {
        var text = "Renkei: " + english(reason) + " / " + japanese(reason) + "\n" + sha256;
        var chat = CotElement.of(
                "__chat",
                Map.of("chatroom", ROOM, "id", ROOM, "senderCallsign", "Renkei", "parent", "RootContactGroup"));
        return new CotEvent(
                "GeoChat.renkei." + now,
                "b-t-f",
                "h-g-i-g-o",
                now,
                now,
                now + SHORT,
                CotPoint.NOWHERE,
                CotDetail.of(chat, CotDetail.remarks(text)));
    }

    private static String english(String reason) {
        return switch (reason) {
            case "certificate-unknown" -> "this certificate is not registered at this node";
            case "certificate-ended" -> "this certificate was revoked or has ended";
            case "not-allowed" -> "this account may neither see tracks nor send any";
            case "too-many-clients" -> "as many clients as may be are connected";
            case "too-many-of-one" -> "this certificate is connected too many times";
            default -> "this certificate tried too often; wait a minute";
        };
    }

    private static String japanese(String reason) {
        return switch (reason) {
            case "certificate-unknown" -> "この証明書はこのノードに未登録です";
            case "certificate-ended" -> "この証明書は失効したか期限切れです";
            case "not-allowed" -> "このアカウントには航跡の閲覧も送信も許可されていません";
            case "too-many-clients" -> "接続端末数が上限に達しています";
            case "too-many-of-one" -> "この証明書の同時接続が多すぎます";
            default -> "この証明書の接続試行が多すぎます。1分待ってください";
        };
    }
}
