package org.renkei.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.renkei.settings.FeedReading;
import org.renkei.settings.FeedReading.Signatures;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Checks the signatures of a CAP alert (CAP 1.2 §3.3.4.1: enveloped XML signatures of the whole alert) and
/// answers the
/// bytes that were signed: what is read afterwards is these, nothing that merely stood beside them.
///
/// Several signatures may stand in one alert, as where a distributor signs what an office signed: each is
/// of the alert
/// without any of them, and each has to hold. A signature anywhere else than directly in the alert, one
/// that signs a
/// part
/// or something beside, and one by algorithms that the platform holds to be broken (SHA-1, MD5) are refused.
final class CapSignatures {
    private static final int MOST = 4;

    private final FeedReading.Alerts reading;

    CapSignatures(FeedReading.Alerts reading) {
        this.reading = reading;
    }

    /// @param content what to read
    /// @param said what was found about signatures
    record Checked(byte[] content, Said said) {}

    /// What was found, in both languages.
    record Said(String en, String ja) {}

    /// @param now the certificates have to hold at this time
    Checked check(byte[] content, Instant now) throws FeedException {
        if (reading.signatures() == Signatures.IGNORE) {
            return new Checked(content, new Said("not checked", "未検証"));
        }
        Document document = document(content);
        List<Element> signatures = signatures(document.getDocumentElement());
        if (signatures.isEmpty()) {
            if (reading.signatures() == Signatures.REQUIRE) {
                throw new FeedException(FeedProblem.UNSIGNED);
            }
            return new Checked(content, new Said("none", "なし"));
        }
        return checked(document, signatures, now);
    }

    private Checked checked(Document document, List<Element> signatures, Instant now) throws FeedException {
        List<X509Certificate> trusted = trusted();
        byte[] signed = new byte[0];
        var names = new ArrayList<String>();
        Element alert = document.getDocumentElement();
        signatures.forEach(alert::removeChild);
        for (Element signature : signatures) {
            alert.appendChild(signature);
            var held = CapSignature.verify(signature, trusted, now);
            alert.removeChild(signature);
            signed = held.content();
            names.add(held.signer());
        }
        String by = String.join(", ", names);
        return new Checked(
                signed,
                reading.signers() == null
                        ? new Said("intact, by " + by + ", whom nobody here has confirmed", "改変なし（署名者 " + by + " は未確認）")
                        : new Said("valid, by " + by, "有効（署名者 " + by + "）"));
    }

    /// Read each time, so that new ones count from the next alert on.
    private List<X509Certificate> trusted() throws FeedException {
        Path file = reading.signers();
        if (file == null) {
            return List.of();
        }
        try (var in = Files.newInputStream(file)) {
            List<X509Certificate> signers = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (signers.isEmpty()) {
                throw new FeedException(FeedProblem.SIGNER_UNKNOWN, "signers: none in the file");
            }
            return signers;
        } catch (IOException | CertificateException e) {
            throw new FeedException(FeedProblem.SIGNER_UNKNOWN, "signers: " + e.getMessage());
        }
    }

    /// Only directly in the alert; one that hides elsewhere is an attempt to have something else read than
    /// was signed.
    private static List<Element> signatures(Element alert) throws FeedException {
        var direct = new ArrayList<Element>();
        for (Node node = alert.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && isSignature(element)) {
                direct.add(element);
            }
        }
        int all = alert.getElementsByTagNameNS(XMLSignature.XMLNS, "*").getLength();
        int within = direct.stream()
                .mapToInt(one ->
                        1 + one.getElementsByTagNameNS(XMLSignature.XMLNS, "*").getLength())
                .sum();
        if (all != within || direct.size() > MOST || XMLSignature.XMLNS.equals(alert.getNamespaceURI())) {
            throw new FeedException(FeedProblem.SIGNATURE_FORM, "a signature elsewhere than directly in the alert");
        }
        return direct;
    }

    private static boolean isSignature(Element element) {
        return XMLSignature.XMLNS.equals(element.getNamespaceURI())
                && element.getLocalName().equals("Signature");
    }

    private static Document document(byte[] content) throws FeedException {
        try {
            // What the reader refuses, its size and its entities, is refused before a tree is built.
            XmlDocumentReader.read(new ByteArrayInputStream(content));
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            // The platform's own prints to the console.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(content));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new FeedException(FeedException.reasonOf(e, FeedProblem.BROKEN_XML));
        }
    }
}
