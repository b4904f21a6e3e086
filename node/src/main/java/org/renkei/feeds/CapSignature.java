package org.renkei.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import org.w3c.dom.Element;

/// One enveloped signature of an alert: whether it holds, who signed, and what was signed.
final class CapSignature {
    private static final Set<String> AFTER_ENVELOPED =
            Set.of(CanonicalizationMethod.INCLUSIVE, CanonicalizationMethod.EXCLUSIVE);
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)\\s*CN=(\"[^\"]*\"|[^,]*)");
    private static final int LONGEST_NAME = 60;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final Element element;
    private final List<X509Certificate> trusted;
    private final Instant now;

    private CapSignature(Element element, List<X509Certificate> trusted, Instant now) {
        this.element = element;
        this.trusted = trusted;
        this.now = now;
    }

    /// @param content the octets that were signed, a whole document in its canonical form
    record Held(byte[] content, String signer) {}

    /// @param trusted signers, or who signed theirs; empty when nobody is known: then the signer is who he
    /// says he is
    static Held verify(Element element, List<X509Certificate> trusted, Instant now) throws FeedException {
        return new CapSignature(element, trusted, now).verify();
    }

    private Held verify() throws FeedException {
        List<X509Certificate> enclosed = enclosed();
        List<X509Certificate> candidates = enclosed.isEmpty() ? trusted : enclosed;
        for (X509Certificate candidate : candidates) {
            DOMValidateContext context = context(candidate);
            XMLSignature signature = read(context);
            if (holds(signature, context)) {
                checkTrust(candidate, enclosed);
                return new Held(content(signature), name(candidate));
            }
        }
        if (candidates.isEmpty()) {
            throw new FeedException(FeedProblem.SIGNER_UNKNOWN, "no certificate");
        }
        throw new FeedException(FeedProblem.SIGNATURE_BROKEN);
    }

    private List<X509Certificate> enclosed() throws FeedException {
        // Any key does for reading what stands in the signature.
        XMLSignature signature = read(new DOMValidateContext(
                KeySelector.singletonKeySelector(new SecretKeySpec(new byte[1], "none")), element));
        if (signature.getKeyInfo() == null) {
            return List.of();
        }
        return signature.getKeyInfo().getContent().stream()
                .flatMap(each -> each instanceof X509Data data ? data.getContent().stream() : Stream.of())
                .flatMap(each -> each instanceof X509Certificate certificate ? Stream.of(certificate) : Stream.of())
                .toList();
    }

    private DOMValidateContext context(X509Certificate certificate) {
        return new DOMValidateContext(certificate.getPublicKey(), element);
    }

    private static XMLSignature read(DOMValidateContext context) throws FeedException {
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        context.setProperty("javax.xml.crypto.dsig.cacheReference", true);
        try {
            XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            checkForm(signature);
            return signature;
        } catch (MarshalException e) {
            String message = String.valueOf(e.getMessage());
            throw new FeedException(
                    message.contains("forbidden") ? FeedProblem.SIGNATURE_WEAK : FeedProblem.SIGNATURE_FORM, message);
        } catch (RuntimeException e) {
            // What the platform's reader of signatures does not expect.
            throw new FeedException(FeedProblem.SIGNATURE_FORM, String.valueOf(e.getMessage()));
        }
    }

    /// The whole alert without the signature, nothing else and nothing less.
    private static void checkForm(XMLSignature signature) throws FeedException {
        List<Reference> references = signature.getSignedInfo().getReferences();
        if (references.size() != 1 || !signature.getObjects().isEmpty()) {
            throw new FeedException(FeedProblem.SIGNATURE_FORM, "exactly one reference, no objects");
        }
        Reference reference = references.getFirst();
        List<Transform> transforms = reference.getTransforms();
        boolean whole = "".equals(reference.getURI())
                && !transforms.isEmpty()
                && transforms.size() <= 2
                && transforms.getFirst().getAlgorithm().equals(Transform.ENVELOPED)
                && transforms.stream().skip(1).map(Transform::getAlgorithm).allMatch(AFTER_ENVELOPED::contains);
        if (!whole) {
            throw new FeedException(FeedProblem.SIGNATURE_FORM, "reference \"" + reference.getURI() + "\"");
        }
    }

    private static boolean holds(XMLSignature signature, DOMValidateContext context) throws FeedException {
        try {
            return signature.validate(context);
        } catch (XMLSignatureException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String message = String.valueOf(cause.getMessage());
            if (message.contains("forbidden") || message.contains("secure validation")) {
                throw new FeedException(FeedProblem.SIGNATURE_WEAK, message);
            }
            return false;
        }
    }

    private static byte[] content(XMLSignature signature) throws FeedException {
        Reference reference = signature.getSignedInfo().getReferences().getFirst();
        try (InputStream signed = reference.getDigestInputStream()) {
            return signed.readAllBytes();
        } catch (IOException e) {
            throw new FeedException(FeedProblem.SIGNATURE_FORM, String.valueOf(e.getMessage()));
        }
    }

    private void checkTrust(X509Certificate signer, List<X509Certificate> enclosed) throws FeedException {
        if (trusted.isEmpty()) {
            return;
        }
        try {
            boolean[] usage = signer.getKeyUsage();
            if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
                throw new FeedException(FeedProblem.SIGNER_UNKNOWN, name(signer) + ": not a key for signatures");
            }
            if (trusted.contains(signer)) {
                signer.checkValidity(Date.from(now));
            } else {
                build(signer, enclosed);
            }
        } catch (GeneralSecurityException e) {
            throw new FeedException(FeedProblem.SIGNER_UNKNOWN, name(signer) + ": " + e.getMessage());
        }
    }

    private void build(X509Certificate signer, List<X509Certificate> enclosed)
            throws GeneralSecurityException, FeedException {
        Set<TrustAnchor> anchors = trusted.stream()
                .filter(certificate -> certificate.getBasicConstraints() >= 0)
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            throw new FeedException(FeedProblem.SIGNER_UNKNOWN, name(signer));
        }
        var target = new X509CertSelector();
        target.setCertificate(signer);
        var parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(enclosed)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }

    private static String name(X509Certificate certificate) {
        String whole = certificate.getSubjectX500Principal().getName();
        var common = COMMON_NAME.matcher(whole);
        String name = common.find() ? common.group(1) : whole;
        return FeedBody.clip(name.replaceAll("\\p{Cntrl}+", " "), LONGEST_NAME);
    }
}
