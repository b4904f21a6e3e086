package org.renkei.translation;

/// A service that did not answer as it should. What it said is told to nobody: it may say anything.
final class ServiceFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Cause cause;

    /// Why, stable in the audit log.
    enum Cause {
        NO_KEY("no-key", "the file with its key cannot be read, or holds no key", "鍵のファイルを読めないか、鍵がありません"),
        NOT_TRUSTED("not-trusted", "its certificate is not trusted", "証明書を信頼できません"),
        NOT_REACHED("not-reached", "it cannot be reached", "到達できません"),
        TOO_SLOW("too-slow", "it did not answer in time", "時間内に応答がありません"),
        TOO_LONG("too-long", "its answer is too long", "応答が長すぎます"),
        ELSEWHERE("elsewhere", "it sends on to another address, which is not followed", "別の宛先に転送しようとしました。転送には従いません"),
        KEY_REFUSED("key-refused", "it does not take our key", "鍵が受け付けられません"),
        BUSY("busy", "it is busy: try again later", "混み合っています。しばらくしてから再試行してください"),
        REFUSED("refused", "it refused, or failed", "拒否または失敗の応答でした"),
        NOT_JSON("not-json", "its answer is not of the agreed form (JSON)", "応答の形式（JSON）が異なります"),
        NO_TEXT("no-text", "its answer holds no translation", "応答に訳文がありません"),
        CUT_OFF("cut-off", "its answer breaks off: ask for a shorter text", "訳文が途中で切れています。短い文で試してください"),
        NO_PLAIN_TEXT("no-plain-text", "its answer is no plain text", "応答が通常の文章ではありません");

        private final String code;
        private final String english;
        private final String japanese;

        Cause(String code, String english, String japanese) {
            this.code = code;
            this.english = english;
            this.japanese = japanese;
        }

        String code() {
            return code;
        }

        String english() {
            return english;
        }

        String japanese() {
            return japanese;
        }
    }

    ServiceFault(Cause cause) {
        super(cause.code);
        this.cause = cause;
    }

    Cause why() {
        return cause;
    }
}
