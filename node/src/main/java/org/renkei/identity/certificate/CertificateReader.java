package org.renkei.identity.certificate;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.renkei.problem.Problem.FieldError;

/// Reads a client certificate that somebody brings (PEM, RFC 7468) and says all that is wrong with it. Who
/// signed it is not asked: it is known by its own hash.
public final class CertificateReader {
    private static final int MAX_LENGTH = 16 * 1024;
    private static final int LEAST_RSA_BITS = 3072;
    private static final int LEAST_EC_BITS = 256;
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");
    private static final FieldError NONE = new FieldError(
            "/certificate",
            "one certificate is expected, in PEM: from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----",
            "PEM 形式の証明書 1 枚（-----BEGIN CERTIFICATE----- から -----END CERTIFICATE----- まで）が必要です");

    private CertificateReader() {}

    /// Empty when it cannot be read at all.
    ///
    /// @param mistakes what is wrong is added here
    public static Optional<X509Certificate> read(String pem, Instant now, List<FieldError> mistakes) {
        if (pem.contains("PRIVATE KEY-----")) {
            mistakes.add(new FieldError(
                    "/certificate",
                    "this holds a private key, which belongs to its machine alone: make a new pair, and bring the certificate only",
                    "秘密鍵が含まれています。秘密鍵はその機械だけのものです。鍵を作り直し、証明書だけを登録してください"));
            return Optional.empty();
        }
        var block = BLOCK.matcher(pem);
        if (pem.length() > MAX_LENGTH || !block.find()) {
            mistakes.add(NONE);
            return Optional.empty();
        }
        var encoded = block.group(1);
        if (block.find()) {
            mistakes.add(new FieldError(
                    "/certificate",
                    "these are several certificates: bring the machine's own one, without those that signed it",
                    "証明書が複数あります。署名した側のものを除き、その機械の証明書だけを登録してください"));
            return Optional.empty();
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(encoded);
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            mistakes.addAll(checkTime(certificate, now));
            mistakes.addAll(checkUsage(certificate));
            mistakes.addAll(checkKey(certificate.getPublicKey()));
            return Optional.of(certificate);
        } catch (CertificateException | IllegalArgumentException e) {
            mistakes.add(NONE);
            return Optional.empty();
        }
    }

    private static List<FieldError> checkTime(X509Certificate certificate, Instant now) {
        var from = certificate.getNotBefore().toInstant();
        var until = certificate.getNotAfter().toInstant();
        if (from.isAfter(now)) {
            return wrong(
                    "it holds only from " + from + " on: register it then, or correct the clock where it was made",
                    "有効期間の開始（" + from + "）前です。開始後に登録するか、作成元の時計を直してください");
        }
        return until.isAfter(now)
                ? List.of()
                : wrong("it has expired on " + until + ": make a new one", until + " に期限切れとなっています。新しいものを作ってください");
    }

    private static List<FieldError> checkUsage(X509Certificate certificate) throws CertificateParsingException {
        var extended = certificate.getExtendedKeyUsage();
        var usage = certificate.getKeyUsage();
        if (extended != null && !extended.contains(CLIENT_AUTH)) {
            return wrong(
                    "it is for another use: among its extended key usages is no clientAuth",
                    "用途が違います。拡張鍵用途に clientAuth（クライアント認証）がありません");
        }
        if (usage != null && !usage[0] || certificate.hasUnsupportedCriticalExtension()) {
            return wrong(
                    "it is for another use: its key may not sign (digitalSignature), or something critical in it is unknown here",
                    "用途が違います。鍵用途に digitalSignature がないか、理解できない必須の拡張があります");
        }
        return List.of();
    }

    private static List<FieldError> checkKey(PublicKey key) {
        var strong = switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
            case ECPublicKey curve -> curve.getParams().getCurve().getField().getFieldSize() >= LEAST_EC_BITS;
            case EdECPublicKey edwards -> true;
            default -> false;
        };
        return strong
                ? List.of()
                : wrong(
                        "its key is too weak, or of a kind that TLS 1.3 does not take here: RSA from 3072 bits, P-256, P-384, P-521, Ed25519 or Ed448",
                        "鍵が弱いか、ここでの TLS 1.3 で使えない種類です。RSA 3072 ビット以上、P-256、P-384、P-521、Ed25519、Ed448 のいずれかにしてください");
    }

    private static List<FieldError> wrong(String english, String japanese) {
        return List.of(new FieldError("/certificate", english, japanese));
    }
}
