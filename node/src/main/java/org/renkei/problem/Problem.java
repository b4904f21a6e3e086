package org.renkei.problem;

import java.util.List;
import java.util.Locale;

/// A request that is not carried out, and why. Thrown by the domain and mapped once to an answer.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Category category;
    private final String english;
    private final String japanese;
    private final transient List<FieldError> errors;

    /// The categories of refusal, each with its HTTP status and title.
    public enum Category {
        BAD_REQUEST(400, "bad-request", "The request cannot be read", "要求を読み取れません"),
        UNAUTHORIZED(401, "unauthorized", "No valid token", "有効なトークンがありません"),
        FORBIDDEN(403, "forbidden", "Not allowed", "許可されていません"),
        PROOF_NEEDED(403, "proof-needed", "Prove again who you are", "本人確認をもう一度"),
        NOT_FOUND(404, "not-found", "Not found", "見つかりません"),
        METHOD_NOT_ALLOWED(405, "method-not-allowed", "No such operation here", "この操作はありません"),
        CONFLICT(409, "conflict", "The state does not allow it", "現在の状態ではできません"),
        TOO_LARGE(413, "too-large", "Too large", "大きすぎます"),
        UNSUPPORTED_MEDIA(415, "unsupported-media-type", "Only application/json is read", "application/json のみ読み取れます"),
        UNPROCESSABLE(422, "unprocessable", "Refused", "受け付けられません"),
        TOO_MANY(429, "too-many-requests", "Too many at once", "回数が多すぎます"),
        INTERNAL(500, "internal", "The node failed", "ノード内部の失敗"),
        SERVICE_FAILED(502, "service-failed", "The service asked did not answer as it should", "依頼先のサービスが正しく応答しません"),
        UNAVAILABLE(503, "unavailable", "Nothing was stored and nothing left", "保存も送信もされていません");

        private final int status;
        private final String code;
        private final String english;
        private final String japanese;

        Category(int status, String code, String english, String japanese) {
            this.status = status;
            this.code = code;
            this.english = english;
            this.japanese = japanese;
        }

        public int status() {
            return status;
        }

        public String code() {
            return code;
        }

        public String title(Locale language) {
            return isJapanese(language) ? japanese : english;
        }
    }

    /// One mistake at one place of the request, a JSON pointer.
    public record FieldError(String at, String english, String japanese) {
        public String message(Locale language) {
            return isJapanese(language) ? japanese : english;
        }
    }

    public Problem(Category category, String english, String japanese) {
        this(category, english, japanese, List.of());
    }

    public Problem(Category category, String english, String japanese, List<FieldError> errors) {
        super(english);
        this.category = category;
        this.english = english;
        this.japanese = japanese;
        this.errors = List.copyOf(errors);
    }

    /// A readable request that is refused; every mistake is named.
    public static Problem refused(List<FieldError> errors) {
        return new Problem(
                Category.UNPROCESSABLE,
                "Nothing was stored. Correct " + (errors.size() == 1 ? "what is named" : errors.size() + " mistakes")
                        + " and send again",
                "保存されていません。" + errors.size() + " 件の誤りを直して再送してください",
                errors);
    }

    public Category category() {
        return category;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public String detail(Locale language) {
        return isJapanese(language) ? japanese : english;
    }

    private static boolean isJapanese(Locale language) {
        return language.getLanguage().equals("ja");
    }
}
