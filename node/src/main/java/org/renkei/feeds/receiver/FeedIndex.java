package org.renkei.feeds.receiver;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// An index of documents: an Atom feed (JMA, the U.S. weather service) or an RSS channel (GDACS, others).
/// What it says
/// of the documents themselves is not read. A document type or an entity ends the reading.
///
/// @param entries the oldest first, so that what follows comes after what it follows
record FeedIndex(List<Entry> entries) {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_DEPTH = 32;
    private static final int LONGEST = 2_000;

    /// @param link to the document
    /// @param updated as written; a document that changed is another one
    record Entry(String link, String updated) {
        String key() {
            return link + '\n' + updated;
        }
    }

    FeedIndex {
        entries = List.copyOf(entries);
    }

    /// Empty when it is something else, or broken: then the readers of documents say what is wrong.
    static Optional<FeedIndex> find(byte[] content) {
        try {
            return new Reading(content).read();
        } catch (XMLStreamException | RuntimeException broken) {
            // The parser of the platform meets some broken documents with exceptions of its own making.
            return Optional.empty();
        }
    }

    private static final class Reading {
        private final XMLStreamReader reader;
        private final List<Entry> entries = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private @Nullable String link;
        private @Nullable String cap;
        private String updated = "";
        private StringBuilder text = new StringBuilder();

        Reading(byte[] content) throws XMLStreamException {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
            factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
            this.reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
        }

        Optional<FeedIndex> read() throws XMLStreamException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (!start()) {
                            return Optional.empty();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(reader.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        return Optional.empty();
                    }
                    default -> {}
                }
            }
            return Optional.of(new FeedIndex(entries.reversed()));
        }

        /// @return whether this is an index still
        private boolean start() {
            var name = reader.getLocalName();
            if (open.isEmpty() && !isIndex(name) || open.size() > MOST_DEPTH) {
                return false;
            }
            open.add(name);
            text = new StringBuilder();
            if (isEntry(name)) {
                link = null;
                cap = null;
                updated = "";
            }
            if (name.equals("link") && inEntry() && ATOM.equals(reader.getNamespaceURI())) {
                atomLink();
            }
            return true;
        }

        private boolean isIndex(String name) {
            return name.equals("feed") && ATOM.equals(reader.getNamespaceURI()) || name.equals("rss");
        }

        private static boolean isEntry(String name) {
            return name.equals("entry") || name.equals("item");
        }

        private boolean inEntry() {
            return open.size() >= 2 && isEntry(open.get(open.size() - 2));
        }

        /// The one that says it leads to CAP, or else the first that leads to the document itself.
        private void atomLink() {
            var href = reader.getAttributeValue(null, "href");
            var relation = reader.getAttributeValue(null, "rel");
            var type = reader.getAttributeValue(null, "type");
            if (href != null && "application/cap+xml".equals(type)) {
                cap = href;
            } else if (href != null && link == null && (relation == null || relation.equals("alternate"))) {
                link = href;
            }
        }

        private void end() {
            var name = open.removeLast();
            if (!open.isEmpty() && isEntry(open.getLast())) {
                field(name, text.toString().strip());
            }
            if (isEntry(name)) {
                entry();
            }
            text = new StringBuilder();
        }

        private void field(String name, String value) {
            switch (name) {
                case "updated", "pubDate", "datemodified" -> updated = value;
                case "cap" -> cap = value;
                case "link" -> link = link == null && !value.isEmpty() ? value : link;
                default -> {}
            }
        }

        private void entry() {
            var to = cap != null ? cap : link;
            if (to != null && !to.isBlank() && to.length() <= LONGEST && entries.size() < MOST_ENTRIES) {
                entries.add(new Entry(to, updated));
            }
        }

        private void add(String more) {
            if (text.length() <= LONGEST) {
                text.append(more, 0, Math.min(more.length(), LONGEST));
            }
        }
    }
}
