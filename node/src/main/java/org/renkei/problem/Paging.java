package org.renkei.problem;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.problem.Problem.Category;

/// Pages that do not shift: a cursor names the last row seen, newest first.
public final class Paging {
    private static final int MAX_LIMIT = 500;

    private Paging() {}

    public static int limit(int wanted) {
        if (wanted < 1 || wanted > MAX_LIMIT) {
            throw new Problem(
                    Category.BAD_REQUEST, "limit is 1 to " + MAX_LIMIT, "limit は 1 から " + MAX_LIMIT + " までです");
        }
        return wanted;
    }

    public static String cursor(long last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(last).getBytes(StandardCharsets.US_ASCII));
    }

    /// A cursor that tells nothing but what was shown already.
    public static String cursor(UUID last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /// The row after which to go on; null without a cursor, from the newest.
    public static @Nullable UUID after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }

    public static Problem notOurs() {
        return new Problem(
                Category.BAD_REQUEST,
                "this cursor is not one that this node gave: start again without it",
                "このノードが渡したカーソルではありません。カーソルなしでやり直してください");
    }

    /// The place before which to go on; without a cursor from the newest.
    public static long before(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Long.parseLong(text);
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }
}
