package org.renkei.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// The rules of CAP 1.2 as its schema and §3.2 of the standard have them: which elements in which order and
/// how often, which words, which form of times; written a second time, without what writes.
final class CapRules {
    private static final Map<String, String> CONTENT = Map.of(
            "alert",
            "identifier sender sent status msgType source? scope restriction? addresses? code* note? references?"
                    + " incidents? info*",
            "info",
            "language? category+ event responseType* urgency severity certainty audience? eventCode* effective? onset?"
                    + " expires? senderName? headline? description? instruction? web? contact? parameter* resource*"
                    + " area*",
            "area",
            "areaDesc polygon* circle* geocode* altitude? ceiling?",
            "parameter",
            "valueName value");

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d";
    private static final String POINT = "-?\\d+(\\.\\d+)?,-?\\d+(\\.\\d+)?";

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("identifier", "[^\\s,<&]+"),
            Map.entry("sender", "[^\\s,<&]+"),
            Map.entry("sent", TIME),
            Map.entry("effective", TIME),
            Map.entry("onset", TIME),
            Map.entry("expires", TIME),
            Map.entry("status", "Actual|Exercise|System|Test|Draft"),
            Map.entry("msgType", "Alert|Update|Cancel|Ack|Error"),
            Map.entry("scope", "Public"),
            Map.entry("language", "ja|en"),
            Map.entry("category", "Geo|Met|Safety|Security|Rescue|Fire|Health|Env|Transport|Infra|CBRNE|Other"),
            Map.entry("urgency", "Immediate|Expected|Future|Past|Unknown"),
            Map.entry("severity", "Extreme|Severe|Moderate|Minor|Unknown"),
            Map.entry("certainty", "Observed|Likely|Possible|Unlikely|Unknown"),
            Map.entry("references", "[^\\s,]+,[^\\s,]+," + TIME + "( [^\\s,]+,[^\\s,]+," + TIME + ")*"),
            Map.entry("polygon", POINT + "( " + POINT + "){3,}"),
            Map.entry("circle", POINT + " \\d+(\\.\\d+)?"));

    private CapRules() {}

    /// The document, once it keeps every rule.
    static Document read(String text) {
        var document = parse(text);
        var root = document.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("urn:oasis:names:tc:emergency:cap:1.2");
        assertThat(root.getLocalName()).isEqualTo("alert");
        check(root);
        if (!first(root, "msgType").equals("Alert")) {
            assertThat(first(root, "references"))
                    .as("what follows refers to what went before")
                    .isNotEmpty();
        }
        return document;
    }

    static Document parse(String text) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(text, e);
        }
    }

    /// The text of the first element of that name; empty where there is none.
    static String first(Element within, String name) {
        var found = within.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    static List<Element> children(Element of) {
        var children = new ArrayList<Element>();
        for (var node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static void check(Element element) {
        var name = element.getLocalName();
        var content = CONTENT.get(name);
        if (content == null) {
            assertThat(children(element)).as(name).isEmpty();
            assertThat(element.getTextContent()).as(name).isNotBlank().matches(value(name));
            return;
        }
        var names = new StringBuilder();
        children(element).forEach(one -> names.append(one.getLocalName()).append(' '));
        assertThat(names.toString()).as(name).matches(order(content));
        children(element).forEach(CapRules::check);
    }

    private static Pattern value(String name) {
        return Pattern.compile(VALUES.getOrDefault(name, ".*"), Pattern.DOTALL);
    }

    /// `a b? c*` as a pattern of names, each followed by a space.
    private static Pattern order(String content) {
        return Pattern.compile(content.replaceAll("(\\w+)([?*+]?) ?", "($1 )$2"));
    }
}
