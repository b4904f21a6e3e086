package org.renkei.kernel.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.ledger.Hash;

/// Content that a record lists at `/attachments` of its body and that travels apart from it: whoever holds a form
/// that lists it may fetch it. Each place is a portion like any other, so a label can cut it out.
///
/// @param size bytes, at least 1
/// @param digest SHA-256 of the content
public record Attachment(
        String name,
        String type,
        long size,
        Hash digest,
        @Nullable Preview preview) {
    /// Places beyond are not looked at.
    public static final int MOST = 100;
    public static final int MAX_NAME = 200;

    /// A larger one is no preview.
    public static final int MAX_PREVIEW = 32 * 1024;

    private static final String KEY = "attachments";
    private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,63}/[a-z0-9][a-z0-9.+-]{0,99}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /// A small image of the content, fetched without being asked for.
    public record Preview(String type, long size, Hash digest) {}

    /// What a body lists, in order; whatever is not exactly as it should be is no attachment.
    public static List<Attachment> listIn(CborMap body) {
        if (!(body.entries().get(KEY) instanceof CborArray(var items))) {
            return List.of();
        }
        var attachments = new ArrayList<Attachment>();
        items.stream().limit(MOST).forEach(item -> parse(item).ifPresent(attachments::add));
        return attachments;
    }

    /// Whether a body says anything about attachments, right or wrong.
    public static Optional<CborValue> claimIn(CborMap body) {
        return Optional.ofNullable(body.entries().get(KEY));
    }

    /// @return empty when the value is no attachment
    public static Optional<Attachment> parse(CborValue value) {
        if (!(value instanceof CborMap(var fields))
                || !(fields.get("name") instanceof CborText(var name))
                || !isName(name)
                || !isTypeAndSize(fields)) {
            return Optional.empty();
        }
        return digest(fields)
                .map(digest -> new Attachment(
                        name,
                        text(fields, "type"),
                        number(fields, "size"),
                        digest,
                        preview(fields.get("preview")).orElse(null)));
    }

    private static Optional<Preview> preview(@Nullable CborValue value) {
        if (!(value instanceof CborMap(var fields)) || !isTypeAndSize(fields) || number(fields, "size") > MAX_PREVIEW) {
            return Optional.empty();
        }
        return digest(fields).map(digest -> new Preview(text(fields, "type"), number(fields, "size"), digest));
    }

    /// A name to show and to save under: one line, no path, and nothing in it that is not seen or that turns the
    /// direction of what follows (Unicode categories Cc, Cf, Zl and Zp), so that it reads as what it is.
    public static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= MAX_NAME
                && !name.equals(".")
                && !name.equals("..")
                && name.codePoints().noneMatch(Attachment::isUnfit);
    }

    private static boolean isUnfit(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> letter == '/' || letter == '\\';
        };
    }

    public static boolean isType(String type) {
        return TYPE.matcher(type).matches();
    }

    private static boolean isTypeAndSize(Map<String, CborValue> fields) {
        return isType(text(fields, "type")) && number(fields, "size") > 0;
    }

    private static Optional<Hash> digest(Map<String, CborValue> fields) {
        var text = text(fields, "sha256");
        return DIGEST.matcher(text).matches() ? Optional.of(Hash.parse(text)) : Optional.empty();
    }

    private static String text(Map<String, CborValue> fields, String key) {
        return fields.get(key) instanceof CborText(var text) ? text : "";
    }

    private static long number(Map<String, CborValue> fields, String key) {
        return fields.get(key) instanceof CborInt(var number) ? number : 0;
    }
}
