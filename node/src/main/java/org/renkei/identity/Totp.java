package org.renkei.identity;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes by time (RFC 6238) over HMAC-SHA-1 (RFC 4226): 6 digits, a new one every 30 seconds, as every authenticator
/// app makes them.
final class Totp {
    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /// The step that a code belongs to: this one, the one before or the one after (RFC 6238 §5.2).
    static OptionalLong match(byte[] secret, String code, Instant now) {
        var given = code.replace(" ", "").getBytes(StandardCharsets.UTF_8);
        var found = OptionalLong.empty();
        for (var step = step(now) - 1; step <= step(now) + 1; step++) {
            var right = code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
            return ("%0" + digits + "d").formatted(number % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA1", e);
        }
    }

    /// The secret as an authenticator takes it by hand (RFC 4648 §6, without padding).
    static String text(byte[] secret) {
        var text = new StringBuilder();
        var bits = 0L;
        var count = 0;
        for (var one : secret) {
            bits = bits << 8 | one & 0xff;
            for (count += 8; count >= 5; count -= 5) {
                text.append(BASE32.charAt((int) (bits >> count - 5 & 31)));
            }
        }
        if (count > 0) {
            text.append(BASE32.charAt((int) (bits << 5 - count & 31)));
        }
        return text.toString();
    }

    /// The same as an address that authenticators open.
    static String uri(byte[] secret, String node, String signInName) {
        var issuer = encode("Renkei " + node);
        return "otpauth://totp/" + issuer + ":" + encode(signInName) + "?secret=" + text(secret) + "&issuer=" + issuer
                + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
