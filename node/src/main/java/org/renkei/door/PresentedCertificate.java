package org.renkei.door;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.renkei.identity.CertificateDesk;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.http.HttpHeaders;

/// The client certificate of the connection, as far as the request means to come in by it. Browsers add a
/// certificate to whatever any site makes them send; what a browser sends is therefore never recognized by one.
final class PresentedCertificate {
    /// Without it nothing is written by a certificate; no other site can add it without being asked.
    static final String MEANT = "Renkei-Certificate";

    private static final String CHAIN = "jakarta.servlet.request.X509Certificate";

    private PresentedCertificate() {}

    static Optional<X509Certificate> find(HttpServletRequest request) {
        return !isFromBrowser(request)
                        && request.getAttribute(CHAIN) instanceof X509Certificate[] chain
                        && chain.length > 0
                ? Optional.of(chain[0])
                : Optional.empty();
    }

    static boolean isMeant(HttpServletRequest request) {
        return request.getHeader(MEANT) != null;
    }

    private static boolean isFromBrowser(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Site") != null
                || request.getHeader(HttpHeaders.ORIGIN) != null
                || request.getHeader(CallerFilter.OWN_PAGE) != null;
    }

    static Problem opensNothing(X509Certificate certificate) {
        var fingerprint = CertificateDesk.fingerprint(certificate);
        return new Problem(
                Category.UNAUTHORIZED,
                "This client certificate opens nothing here: it is not registered, its time is over, it was revoked, or its account"
                        + " is deactivated. An administrator registers it on the screen People. SHA-256: "
                        + fingerprint,
                "このクライアント証明書では入れません。未登録、期限切れ、失効、またはアカウントが無効です。管理者が「人」の画面で登録します。SHA-256：" + fingerprint);
    }

    static Problem ambiguous() {
        return new Problem(
                Category.BAD_REQUEST,
                "A registered client certificate and a session or token came together, and nobody can tell as whom: send one of them",
                "登録済みのクライアント証明書と、セッションまたはトークンが同時に送られました。どちらとして扱うか決められません。一方だけを送ってください");
    }

    static Problem notMeant() {
        return new Problem(
                Category.FORBIDDEN,
                "What writes by a client certificate carries the header `" + MEANT
                        + ": 1`, so that no other site can make a browser send it",
                "クライアント証明書で書き込む要求には、ヘッダー " + MEANT + ": 1 が必要です（他のサイトがブラウザーに送らせるのを防ぐため）");
    }
}
