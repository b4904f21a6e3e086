package org.renkei.publication;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a document of one XML namespace; the same calls give the same bytes. Characters that XML 1.0
/// cannot hold are left out.
final class XmlText {
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter out;

    private XmlText(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] document(String namespace, String root, Consumer<XmlText> content) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.setDefaultNamespace(namespace);
            out.writeStartElement(namespace, root);
            out.writeDefaultNamespace(namespace);
            content.accept(new XmlText(out));
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    XmlText element(String name, String text) {
        return within(name, inner -> inner.text(text));
    }

    /// Nothing where there is no text.
    XmlText optional(String name, String text) {
        return text.isBlank() ? this : element(name, text);
    }

    XmlText within(String name, Consumer<XmlText> content) {
        return write(() -> {
            out.writeStartElement(name);
            content.accept(this);
            out.writeEndElement();
        });
    }

    /// An element without content; `attributes` are names and values in turn.
    XmlText empty(String name, String... attributes) {
        return write(() -> {
            out.writeEmptyElement(name);
            for (var at = 0; at < attributes.length; at += 2) {
                out.writeAttribute(attributes[at], attributes[at + 1]);
            }
        });
    }

    private void text(String text) {
        write(() -> out.writeCharacters(NOT_XML.matcher(text).replaceAll("")));
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private XmlText write(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }
}
