package org.renkei.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An authenticator with one passkey (ES256), and the browser in front of it, written from the standard a second time.
/// What it says can be made wrong in every place.
public final class SoftAuthenticator {
    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int WITH_KEY = 64;

    private final KeyPair key;
    private final byte[] credentialId = new byte[32];
    private final String origin;
    private byte[] owner = new byte[0];
    private int count;

    public SoftAuthenticator(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(credentialId);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// What is said other than it is.
    ///
    /// @param steps how far the counter goes on
    public record Lies(String origin, String domain, String challenge, boolean verified, int steps, byte[] owner) {}

    public Lies truth(JsonNode options) {
        var domain = options.path("rp").path("id").asString(options.path("rpId").asString(""));
        return new Lies(origin, domain, options.path("challenge").asString(), true, 1, owner);
    }

    public SoftAuthenticator belongingTo(byte[] handle) {
        owner = handle;
        return this;
    }

    public byte[] owner() {
        return owner;
    }

    public String create(JsonNode options) {
        owner = Base64.getUrlDecoder().decode(options.path("user").path("id").asString());
        return create(truth(options));
    }

    public String create(Lies said) {
        var point = ((ECPublicKey) key.getPublic()).getW();
        var cose = bytes(
                new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32},
                coordinate(point.getAffineX()),
                new byte[] {0x22, 0x58, 32},
                coordinate(point.getAffineY()));
        var length = new byte[] {0, (byte) credentialId.length};
        var data = bytes(head(said, WITH_KEY), new byte[16], length, credentialId, cose);
        var object = bytes(
                new byte[] {(byte) 0xa3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xa0},
                text("authData"),
                new byte[] {0x59, (byte) (data.length >> 8), (byte) data.length},
                data);
        return answer(Map.of(
                "clientDataJSON", url(client("webauthn.create", said)),
                "attestationObject", url(object),
                "transports", new String[] {"internal", "hybrid", "pigeon"}));
    }

    public String use(JsonNode options) {
        return use(truth(options));
    }

    public String use(Lies said) {
        var client = client("webauthn.get", said);
        var data = head(said, 0);
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return answer(Map.of(
                    "clientDataJSON", url(client),
                    "authenticatorData", url(data),
                    "signature", url(signature.sign()),
                    "userHandle", url(said.owner())));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String answer(Map<String, Object> response) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "id",
                        url(credentialId),
                        "rawId",
                        url(credentialId),
                        "type",
                        "public-key",
                        "response",
                        response));
    }

    private byte[] head(Lies said, int more) {
        count += said.steps();
        var flags = PRESENT | (said.verified() ? VERIFIED : 0) | more;
        return ByteBuffer.allocate(37)
                .put(sha256(said.domain().getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(count)
                .array();
    }

    private static byte[] client(String type, Lies said) {
        return JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "type", type, "challenge", said.challenge(), "origin", said.origin(), "crossOrigin", false));
    }

    private static byte[] coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[32];
        var length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] text(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes(new byte[] {(byte) (0x60 + bytes.length)}, bytes);
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
