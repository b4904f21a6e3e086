package org.renkei.documents;

import java.util.List;

/// What a document is made of, from top to bottom.
public sealed interface Block {

    /// Begins a part; it does not stay alone at the foot of a page.
    record Heading(Words text) implements Block {}

    record Paragraph(Words text) implements Block {}

    /// Fields of a form: a caption above its value, in boxes that fill rows.
    ///
    /// @param columns how many boxes of span 1 fill a row
    record Boxes(int columns, List<Box> boxes) implements Block {
        public Boxes {
            boxes = List.copyOf(boxes);
        }
    }

    record Box(Words caption, String value, int span) {
        public Box(Words caption, String value) {
            this(caption, value, 1);
        }
    }

    /// A table; its headings are repeated on every page that it reaches.
    ///
    /// @param rows a text for each column
    /// @param empty what stands there instead of rows
    record Table(List<Column> columns, List<List<String>> rows, Words empty) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            var width = columns.size();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("a row has not " + width + " cells");
            }
        }
    }

    /// @param weight how wide it is beside the others
    /// @param figures whether it holds numbers, which stand at the right
    record Column(Words heading, int weight, boolean figures) {
        public Column(Words heading, int weight) {
            this(heading, weight, false);
        }
    }

    /// What can be verified afterwards: a caption, what was said, and a code as a QR symbol and in letters.
    record Seals(List<Seal> seals) implements Block {
        public Seals {
            seals = List.copyOf(seals);
        }
    }

    /// @param code empty where there is nothing to verify
    record Seal(Words caption, List<String> lines, String code) {
        public Seal {
            lines = List.copyOf(lines);
        }
    }

    /// Room for signatures by hand: office, name, date.
    record Signatures(List<Words> captions) implements Block {
        public Signatures {
            captions = List.copyOf(captions);
        }
    }
}
