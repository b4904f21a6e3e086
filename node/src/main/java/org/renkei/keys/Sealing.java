package org.renkei.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;

/// Seals a stream so that one node alone can open it, whoever carries it: X-Wing
/// (draft-connolly-cfrg-xwing-kem: ML-KEM-768 and X25519), HKDF-SHA256, and AES-256-GCM over pieces of 64 KiB
/// that can be neither changed, moved, left out nor cut off at the end (the STREAM construction of Hoang,
/// Reyhanitabar, Rogaway and Vizár, 2015).
///
/// Sealed bytes: encapsulation (1,120), then each piece with its tag (16). The nonce of a piece is its number
/// in 11 bytes and 1 for the last one, else 0. Who sealed it, the content must tell.
public final class Sealing {
    public static final int PUBLIC_KEY = 1_216;

    private static final int ENCAPSULATION = 1_120;
    private static final int PIECE = 64 * 1024;
    private static final int TAG = 16;
    private static final byte[] INFO = "renkei sealed stream 1\n".getBytes(US_ASCII);

    private Sealing() {}

    /// @param context what both sides know, for example a header in the clear: with another one nothing opens
    public static void seal(byte[] publicKey, byte[] context, InputStream plain, OutputStream sealed)
            throws IOException {
        var random = new SecureRandom();
        var secret = new XWingKEMGenerator(random).generateEncapsulated(new XWingPublicKeyParameters(publicKey));
        sealed.write(secret.getEncapsulation());
        pieces(Cipher.ENCRYPT_MODE, key(secret.getSecret(), context), plain, PIECE, sealed);
    }

    /// @throws IOException when it is not sealed to this key, was changed or is not whole; what was written before is
    ///     genuine, but must not be used before the end is reached
    public static void open(byte[] privateKey, byte[] context, InputStream sealed, OutputStream plain)
            throws IOException {
        open(List.of(privateKey), context, sealed, plain);
    }

    /// The same with whichever of these keys it was sealed to; the first piece tells.
    static void open(List<byte[]> privateKeys, byte[] context, InputStream sealed, OutputStream plain)
            throws IOException {
        var encapsulation = sealed.readNBytes(ENCAPSULATION);
        if (encapsulation.length < ENCAPSULATION) {
            throw new IOException("it is cut off");
        }
        var first = sealed.readNBytes(PIECE + TAG);
        var next = first.length < PIECE + TAG ? new byte[0] : sealed.readNBytes(PIECE + TAG);
        var rest = new SequenceInputStream(new ByteArrayInputStream(join(first, next)), sealed);
        for (var privateKey : privateKeys.subList(0, privateKeys.size() - 1)) {
            var key = key(secret(privateKey, encapsulation), context);
            if (opens(key, first, next.length == 0)) {
                pieces(Cipher.DECRYPT_MODE, key, rest, PIECE + TAG, plain);
                return;
            }
        }
        var last = key(secret(privateKeys.getLast(), encapsulation), context);
        pieces(Cipher.DECRYPT_MODE, last, rest, PIECE + TAG, plain);
    }

    private static boolean opens(SecretKey key, byte[] piece, boolean last) throws IOException {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce(0, last)));
            cipher.doFinal(piece);
            return true;
        } catch (AEADBadTagException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IOException("it cannot be opened", e);
        }
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static byte[] secret(byte[] privateKey, byte[] encapsulation) throws IOException {
        try {
            return new XWingKEMExtractor(new XWingPrivateKeyParameters(privateKey)).extractSecret(encapsulation);
        } catch (IllegalStateException e) {
            // A point of small order: nobody who seals sends one.
            throw new IOException("it is not sealed to this node, was changed, or is cut off", e);
        }
    }

    private static SecretKey key(byte[] secret, byte[] context) {
        try {
            var info = ByteBuffer.allocate(INFO.length + context.length)
                    .put(INFO)
                    .put(context)
                    .array();
            var parameters = HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, 32);
            return new SecretKeySpec(KDF.getInstance("HKDF-SHA256").deriveData(parameters), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pieces(int mode, SecretKey key, InputStream in, int size, OutputStream out) throws IOException {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var piece = in.readNBytes(size);
            for (var number = 0L; ; number++) {
                var next = piece.length < size ? new byte[0] : in.readNBytes(size);
                cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce(number, next.length == 0)));
                out.write(cipher.doFinal(piece));
                if (next.length == 0) {
                    return;
                }
                piece = next;
            }
        } catch (AEADBadTagException e) {
            throw new IOException("it is not sealed to this node, was changed, or is cut off", e);
        } catch (GeneralSecurityException e) {
            throw new IOException("it cannot be " + (mode == Cipher.ENCRYPT_MODE ? "sealed" : "opened"), e);
        }
    }

    private static byte[] nonce(long number, boolean last) {
        return ByteBuffer.allocate(12)
                .putInt(0)
                .putLong(number << 8 | (last ? 1 : 0))
                .array();
    }
}
