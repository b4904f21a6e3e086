package org.renkei.translation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.renkei.translation.ServiceFault.Cause;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads what came back: one text, or the reason why it is none.
final class Completion {
    /// A translation may be longer than its text by so much, and a fixed amount.
    private static final int TIMES = 6;

    private static final int AND = 500;

    /// Neither control characters nor those that turn the direction of what stands around them.
    private static final Pattern NOT_SHOWN =
            Pattern.compile("[\\p{Cntrl}&&[^\n\t]]|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]");

    private static final Pattern MARKUP = Pattern.compile("(?i)^\\s*<(!doctype|html|\\?xml|head|body)\\b");

    private Completion() {}

    /// @param type the content type, empty where there is none
    /// @param asked characters of the text that was sent
    static String read(int status, String type, byte[] body, int asked, JsonMapper json) throws ServiceFault {
        requireOk(status);
        if (!type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
            throw new ServiceFault(Cause.NOT_JSON);
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            var choice = json.readTree(text).path("choices").path(0);
            var content = choice.path("message").path("content");
            if (!content.isString() || content.asString().isBlank()) {
                throw new ServiceFault(Cause.NO_TEXT);
            }
            if (choice.path("finish_reason").asString("").equals("length")) {
                throw new ServiceFault(Cause.CUT_OFF);
            }
            return plain(content.asString().strip().replace("\r\n", "\n"), asked);
        } catch (JacksonException | CharacterCodingException e) {
            throw new ServiceFault(Cause.NOT_JSON);
        }
    }

    private static void requireOk(int status) throws ServiceFault {
        if (status >= 300 && status < 400) {
            throw new ServiceFault(Cause.ELSEWHERE);
        }
        switch (status) {
            case 200 -> {}
            case 401, 403 -> throw new ServiceFault(Cause.KEY_REFUSED);
            case 429, 503 -> throw new ServiceFault(Cause.BUSY);
            default -> throw new ServiceFault(Cause.REFUSED);
        }
    }

    private static String plain(String text, int asked) throws ServiceFault {
        if (text.length() > TIMES * asked + AND) {
            throw new ServiceFault(Cause.TOO_LONG);
        }
        if (NOT_SHOWN.matcher(text).find() || MARKUP.matcher(text).find()) {
            throw new ServiceFault(Cause.NO_PLAIN_TEXT);
        }
        return text;
    }
}
