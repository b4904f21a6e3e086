package org.renkei.kernel.label;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// A label in the shape of STANAG 4774 (ADatP-4774 Ed. A), with the moment and the originator that the shape asks for.
///
/// Caveats, originator control, eyes-only, foreign information and purposes travel as RESTRICTIVE categories,
/// release as the PERMISSIVE one, exercise as an INFORMATIVE one. Reading refuses what it does not know among
/// the first two, so that nothing is ever read as less restricted than it was written; an unknown informative
/// category is passed over. The normative schemas are distributed through nations and were not available: the
/// shape is claimed, conformance is not.
public record StanagLabel(
        Label label, Instant created, @Nullable String originator) {

    public static final String NAMESPACE = "urn:nato:stanag:4774:confidentialitymetadatalabel:1:0";

    private static final String CAVEATS = "Caveats";
    private static final String HANDLING = "Handling";
    private static final String RELEASABLE_TO = "Releasable To";
    private static final String FOREIGN = "Foreign Government Information";
    private static final String PURPOSE = "Purpose";
    private static final String CONTEXT = "Context";
    private static final int MAX_LENGTH = 64 * 1024;

    public String xml() {
        var out = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.setPrefix("s4774", NAMESPACE);
            xml.writeStartElement(NAMESPACE, "originatorConfidentialityLabel");
            xml.writeNamespace("s4774", NAMESPACE);
            xml.writeStartElement(NAMESPACE, "ConfidentialityInformation");
            element(xml, "PolicyIdentifier", label.policy());
            element(xml, "Classification", label.classification().marking());
            writeCategories(xml);
            xml.writeEndElement();
            element(xml, "CreationDateTime", created.toString());
            if (originator != null) {
                element(xml, "OriginatorID", originator);
            }
            xml.writeEndElement();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return out.toString();
    }

    private void writeCategories(XMLStreamWriter xml) throws XMLStreamException {
        var handling = new ArrayList<String>();
        if (label.originatorControlled()) {
            handling.add("ORCON");
        }
        if (label.eyesOnly()) {
            handling.add("EYES ONLY");
        }
        category(xml, CAVEATS, "RESTRICTIVE", label.caveats());
        category(xml, HANDLING, "RESTRICTIVE", handling);
        category(xml, FOREIGN, "RESTRICTIVE", label.foreign());
        category(xml, PURPOSE, "RESTRICTIVE", label.purposes());
        category(
                xml,
                RELEASABLE_TO,
                "PERMISSIVE",
                switch (label.releasability()) {
                    case Releasability.Everyone() -> List.of("PUBLIC");
                    case Releasability.To(var codes) -> codes;
                });
        category(xml, CONTEXT, "INFORMATIVE", label.exercise() ? List.of("EXERCISE") : List.of());
    }

    private static void category(XMLStreamWriter xml, String tag, String type, Collection<String> values)
            throws XMLStreamException {
        if (values.isEmpty()) {
            return;
        }
        xml.writeStartElement(NAMESPACE, "Category");
        xml.writeAttribute("TagName", tag);
        xml.writeAttribute("Type", type);
        for (var value : values) {
            element(xml, "GenericValue", value);
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /// Reads one `originatorConfidentialityLabel`. Document types and entities are refused.
    public static StanagLabel parse(String xml) {
        if (xml.length() > MAX_LENGTH) {
            throw new LabelException("the label is longer than " + MAX_LENGTH + " characters");
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new Reader(factory.createXMLStreamReader(new StringReader(xml))).read();
        } catch (XMLStreamException | RuntimeException e) {
            throw e instanceof LabelException refused
                    ? refused
                    : new LabelException("no readable STANAG 4774 label: " + e.getMessage());
        }
    }

    /// Walks the elements in document order and collects what they say.
    private static final class Reader {
        private final XMLStreamReader in;
        private @Nullable String policy;
        private @Nullable Classification classification;
        private @Nullable Instant created;
        private @Nullable String originator;
        private Releasability releasability = Releasability.ORIGIN_ONLY;
        private final HashSet<String> seen = new HashSet<>();
        private final TreeSet<String> caveats = new TreeSet<>();
        private final TreeSet<String> handling = new TreeSet<>();
        private final TreeSet<String> foreign = new TreeSet<>();
        private final TreeSet<String> purposes = new TreeSet<>();
        private final TreeSet<String> context = new TreeSet<>();

        Reader(XMLStreamReader in) {
            this.in = in;
        }

        StanagLabel read() throws XMLStreamException {
            // The platform's reader of XML 1.1 takes a kilobyte of memory for each line feed.
            if ("1.1".equals(in.getVersion())) {
                throw new LabelException("a label is written in XML 1.0");
            }
            in.nextTag();
            if (!isElement("originatorConfidentialityLabel")) {
                throw new LabelException(
                        "the root is " + in.getName() + ", not originatorConfidentialityLabel of " + NAMESPACE);
            }
            while (in.hasNext()) {
                var event = in.next();
                if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
                    throw new LabelException("document types and entities are not allowed in a label");
                }
                if (event == XMLStreamReader.START_ELEMENT) {
                    element();
                }
            }
            return label();
        }

        private void element() throws XMLStreamException {
            if (!NAMESPACE.equals(in.getNamespaceURI())) {
                throw new LabelException("element " + in.getName() + " is no part of a label");
            }
            once(in.getLocalName());
            switch (in.getLocalName()) {
                case "ConfidentialityInformation" -> {}
                case "PolicyIdentifier" -> policy = in.getElementText().strip();
                case "Classification" -> classification = Classification.parse(in.getElementText());
                case "PrivacyMark", "SuccessionHandling" -> in.getElementText();
                case "CreationDateTime" -> created = instant(in.getElementText().strip());
                case "OriginatorID" -> originator = in.getElementText().strip();
                case "Category" -> category();
                case String other -> throw new LabelException("element " + other + " is not known in a label");
            }
        }

        private void category() throws XMLStreamException {
            var tag = String.valueOf(in.getAttributeValue(null, "TagName"));
            var type = String.valueOf(in.getAttributeValue(null, "Type"));
            var values = new ArrayList<String>();
            while (in.nextTag() == XMLStreamReader.START_ELEMENT) {
                if (!isElement("GenericValue")) {
                    throw new LabelException("category '" + tag + "' has a value that is not a GenericValue");
                }
                values.add(in.getElementText().strip());
            }
            once(type + ":" + tag);
            switch (type + ":" + tag) {
                case "RESTRICTIVE:" + CAVEATS -> caveats.addAll(values);
                case "RESTRICTIVE:" + HANDLING -> handling.addAll(values);
                case "RESTRICTIVE:" + FOREIGN -> foreign.addAll(values);
                case "RESTRICTIVE:" + PURPOSE -> purposes.addAll(values);
                case "PERMISSIVE:" + RELEASABLE_TO ->
                    releasability = values.equals(List.of("PUBLIC")) ? Releasability.PUBLIC : Releasability.to(values);
                case "INFORMATIVE:" + CONTEXT -> context.addAll(values);
                case String other -> {
                    if (!type.equals("INFORMATIVE")) {
                        throw new LabelException(
                                "category '" + other + "' is not known here; the label cannot be read safely");
                    }
                }
            }
        }

        /// A second word on the same matter could contradict the first.
        private void once(String what) {
            if (!what.equals("Category") && !what.equals("PrivacyMark") && !seen.add(what)) {
                throw new LabelException(what + " stands twice in the label");
            }
        }

        private StanagLabel label() {
            if (policy == null || classification == null || created == null) {
                throw new LabelException("PolicyIdentifier, Classification and CreationDateTime must all be present");
            }
            if (!List.of("ORCON", "EYES ONLY").containsAll(handling)) {
                throw new LabelException(
                        "handling " + handling + " is not known here; the label cannot be read safely");
            }
            var label = new Label(
                    policy,
                    classification,
                    caveats,
                    handling.contains("ORCON"),
                    handling.contains("EYES ONLY"),
                    releasability,
                    foreign,
                    purposes,
                    context.contains("EXERCISE"));
            return new StanagLabel(label, created, originator);
        }

        private boolean isElement(String name) {
            return NAMESPACE.equals(in.getNamespaceURI()) && in.getLocalName().equals(name);
        }

        private static Instant instant(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw new LabelException("CreationDateTime '" + text + "' is no date and time with zone");
            }
        }
    }
}
