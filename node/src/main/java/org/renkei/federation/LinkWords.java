package org.renkei.federation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.LinkSession;

/// What a person is told when a link is not up, and what to do about it.
final class LinkWords {
    /// Reasons that lie in certificates; the first ones are ours for the partner's, the others, TLS alerts, the
    /// partner's for ours.
    private static final List<Reason> CERTIFICATES = List.of(
            new Reason(
                    "the certificate of .* ended on",
                    "the certificate of the partner's node has ended: ask for a new card",
                    "相手ノードの証明書の期限が切れています。新しいカードを受け取ってください"),
            new Reason(
                    "the certificate of .* begins only on",
                    "the certificate of the partner's node is not valid yet: compare the clocks",
                    "相手ノードの証明書はまだ有効ではありません。時計を照合してください"),
            new Reason(
                    "the certificate of .* is not made for",
                    "the certificate of the partner's node is not made for links: ask for a new card",
                    "相手ノードの証明書は接続用ではありません。新しいカードを受け取ってください"),
            new Reason(
                    "this node's own certificate ended|alert:? .*certificate[_ ]expired",
                    "the partner refuses the certificate of this node because it has ended: make a new one and give out a new card",
                    "当ノードの証明書の期限が切れているため相手が拒否しています。新しい証明書を作り、新しいカードを渡してください"),
            new Reason(
                    "this node's own certificate is not made|alert:? .*unsupported[_ ]certificate",
                    "the partner refuses the certificate of this node because it is not made for links: make a new one and give out a new card",
                    "当ノードの証明書が接続用でないため相手が拒否しています。新しい証明書を作り、新しいカードを渡してください"),
            new Reason(
                    "the card of .* was revoked here",
                    "the card of the partner's node was revoked here: take a new card on the Keys screen",
                    "相手ノードのカードは当方で失効済みです。「鍵」画面で新しいカードを受け入れてください"),
            new Reason(
                    "the certificate of .* was given up for another one",
                    "the partner's node still shows a certificate that it has given up: was an old backup restored there?",
                    "相手ノードが廃止済みの証明書を示しています。相手側で古いバックアップから復元していないか確かめてください"),
            new Reason(
                    "alert:? .*certificate[_ ]revoked",
                    "the partner has revoked the card of this node or holds a newer one: call its administrator",
                    "相手が当ノードのカードを失効させたか、より新しいカードを持っています。相手の管理者に電話してください"),
            new Reason(
                    "alert:? .*certificate[_ ]unknown|Broken pipe|Connection reset|terminated the handshake",
                    "the other side broke off, perhaps because it does not know this node's certificate: compare the cards",
                    "相手が接続を打ち切りました。当ノードの証明書を認めていない可能性があります。カードを照合してください"));

    private LinkWords() {}

    private record Reason(Pattern detail, String english, String japanese) {
        Reason(String detail, String english, String japanese) {
            this(Pattern.compile(detail), english, japanese);
        }
    }

    /// @return null when there is no problem
    static @Nullable String of(LinkStatus status, Locale language) {
        var problem = status.problem();
        if (problem == null) {
            return null;
        }
        var japanese = language.getLanguage().equals("ja");
        return words(problem, String.valueOf(status.detail()), japanese) + " (" + status.detail() + ")";
    }

    /// What is put on record about somebody who called and was not let in, or did not come in.
    static String ofRefused(String detail) {
        return findReason(detail)
                .map(one -> one.english() + " (" + detail + ")")
                .orElse(detail);
    }

    private static Optional<Reason> findReason(String detail) {
        return CERTIFICATES.stream()
                .filter(one -> one.detail().matcher(detail).find())
                .findFirst();
    }

    private static String words(LinkProblem problem, String detail, boolean japanese) {
        if (problem == LinkProblem.NOT_STORED && detail.startsWith(LinkSession.BY_PARTNER)) {
            return japanese
                    ? "相手が受信内容を保存できません。内容は開示台帳で待機します。相手にディスクとデータベースの確認を求めてください"
                    : "the partner cannot store what it is sent; everything waits in the ledger here: tell the partner"
                            + " to check disk and database";
        }
        var told = detail.startsWith(LinkSession.BY_PARTNER);
        if (problem == LinkProblem.CARD_REVOKED && told) {
            return japanese
                    ? "相手の管理者が当ノードのカードを失効させました。電話で理由を確かめ、新しいカードを渡してください"
                    : "the partner's administrator has revoked the card of this node: call, and bring a new card";
        }
        if (problem == LinkProblem.LEDGER_CHANGED && told) {
            return japanese
                    ? "相手の開示台帳が書き込み後に改変され、相手は署名も送信もしません。相手の管理者に電話してください。復旧後は自動で再開します"
                    : "the partner's ledger for this node was changed after it was written, and it signs and sends nothing:"
                            + " call its administrator; the link comes back by itself once that is mended";
        }
        if (problem == LinkProblem.KEYS_WITHDRAWN && told) {
            return japanese
                    ? "相手は鍵が漏えいした可能性があるとして鍵を廃止しました。電話で新しいカードの言葉を照合してください"
                    : "the partner has given up its keys, which somebody else may have: compare the words of its new card"
                            + " by telephone";
        }
        if (problem == LinkProblem.KEYS_REFUSED && told) {
            return japanese
                    ? "当ノードの新しい鍵を相手が受け入れません。相手の管理者に電話し、新しいカードを照合してください"
                    : "the partner does not take this node's new keys: call its administrator and compare the new card";
        }
        var fallback = japanese ? japanese(problem) : english(problem);
        return problem == LinkProblem.WRONG_NODE
                ? findReason(detail)
                        .map(one -> japanese ? one.japanese() : one.english())
                        .orElse(fallback)
                : fallback;
    }

    private static String english(LinkProblem problem) {
        return switch (problem) {
            case STOPPED -> "the link was stopped; it comes back by itself when the partner is there again";
            case LOST -> "no connection; it is tried again, and everything waits in the ledger";
            case WRONG_NODE ->
                "the node at the other end is not the one on the card, or it refuses ours: compare the cards";
            case NO_COMMON_VERSION -> "no common version of the session: one of the nodes must be upgraded";
            case MALFORMED -> "the partner sent something that is no session";
            case CHECKPOINT_WRONG -> "a checkpoint of the partner does not fit its entries; nothing of it was taken";
            case FORK -> "two histories of one ledger: call the partner before anything else";
            case BEHIND -> "the partner holds more of our ledger than this node: was an old backup restored?";
            case NOT_CARRIED -> "a node on the way does not carry our parcels: ask it to set relay for this node";
            case NEW_KEYS ->
                "one of the nodes has new keys, and the older one cannot be told by link: bring the new card by hand";
            case KEYS_REFUSED ->
                "what the partner says about its new keys cannot be relied on: call it before anything else (Keys)";
            case CARD_REVOKED ->
                "the card of the partner is revoked: nothing is sent or taken until a new one is taken";
            case KEYS_WITHDRAWN -> "this node has given up its keys: bring every partner the new card";
            case LEDGER_CHANGED ->
                "the ledger for this partner was changed after it was written, and nothing of it is signed or sent: see"
                        + " Verification for the rows, find out who changed them, put back what stood there or restore a"
                        + " backup, then check again; the link comes back by itself";
            case NOT_STORED -> "what arrived could not be stored; the partner keeps it: check disk and database";
        };
    }

    private static String japanese(LinkProblem problem) {
        return switch (problem) {
            case STOPPED -> "接続は停止されました。相手が戻れば自動で再開します";
            case LOST -> "接続できません。自動で再試行し、内容は開示台帳で待機します";
            case WRONG_NODE -> "相手のノードがカードと一致しないか、当方を拒否しています。カードを照合してください";
            case NO_COMMON_VERSION -> "通信手順の共通版がありません。どちらかのノードの更新が必要です";
            case MALFORMED -> "相手から手順に合わない内容が届きました";
            case CHECKPOINT_WRONG -> "相手の検証点が内容と一致しません。何も受け入れていません";
            case FORK -> "一つの台帳に二つの履歴があります。まず相手に電話してください";
            case BEHIND -> "相手が当方より多くの台帳を持っています。古いバックアップから復元しましたか";
            case NOT_CARRIED -> "途中のノードが当方の小包を中継しません。relay の設定を依頼してください";
            case NEW_KEYS -> "一方の鍵が新しくなりましたが、古い版のノードには接続で通知できません。新しいカードを手渡してください";
            case KEYS_REFUSED -> "相手の新しい鍵の申告を信頼できません。まず相手に電話してください（「鍵」画面参照）";
            case CARD_REVOKED -> "相手のカードは失効しています。新しいカードを受け入れるまで送受信しません";
            case KEYS_WITHDRAWN -> "当ノードは鍵を廃止しました。すべての相手に新しいカードを渡してください";
            case LEDGER_CHANGED ->
                "この相手への開示台帳が書き込み後に改変されたため、署名も送信もしません。「検証」画面で該当行を確かめ、変更者を調べ、元の内容に戻すかバックアップから復元してから、再度検査してください。その後は自動で再開します";
            case NOT_STORED -> "受信内容を保存できません（相手が保持しています）。ディスクとデータベースを確かめてください";
        };
    }

    /// In TLS 1.3 a caller learns only after the handshake that its certificate was not accepted.
    static boolean isRefusal(Exception failure) {
        return failure instanceof SSLException
                && String.valueOf(failure.getMessage()).contains("fatal alert");
    }
}
