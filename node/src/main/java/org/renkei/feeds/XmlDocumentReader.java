package org.renkei.feeds;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads one XML document of bounded size. A DOCTYPE is refused, nothing outside the document is ever fetched, and no
/// entity but the five of XML exists.
final class XmlDocumentReader {
    private static final int MAX_ELEMENTS = 500_000;
    private static final int MAX_CHARACTERS = 32_000_000;
    private static final int MAX_DEPTH = 64;

    private final XMLStreamReader reader;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private int elements;
    private long characters;

    private XmlDocumentReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    static XmlElement read(InputStream in) throws FeedException {
        try {
            return new XmlDocumentReader(factory().createXMLStreamReader(in)).readDocument();
        } catch (XMLStreamException | RuntimeException e) {
            // The parser of the platform meets some broken documents with exceptions of its own making.
            throw new FeedException(FeedException.reasonOf(e, FeedProblem.BROKEN_XML));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    private XmlElement readDocument() throws XMLStreamException, FeedException {
        XmlElement root = new XmlElement("", "", Map.of(), 0);
        open.push(root);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new FeedException(FeedProblem.DOCTYPE);
                default -> {}
            }
        }
        return root.onlyChild().orElseThrow(() -> new FeedException(FeedProblem.EMPTY));
    }

    private void start() throws FeedException {
        if (++elements > MAX_ELEMENTS || open.size() > MAX_DEPTH) {
            throw new FeedException(FeedProblem.TOO_MANY_PARTS, Integer.toString(MAX_ELEMENTS));
        }
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            count(reader.getAttributeValue(i).length());
        }
        var element = new XmlElement(
                reader.getLocalName(),
                Objects.requireNonNullElse(reader.getNamespaceURI(), ""),
                attributes,
                reader.getLocation().getLineNumber());
        open.element().add(element);
        open.push(element);
    }

    private void characters() throws FeedException {
        String text = reader.getText();
        count(text.length());
        open.element().append(text);
    }

    private void count(int more) throws FeedException {
        characters += more;
        if (characters > MAX_CHARACTERS) {
            throw new FeedException(FeedProblem.TOO_LARGE, MAX_CHARACTERS / 1_000_000 + " MB");
        }
    }
}
