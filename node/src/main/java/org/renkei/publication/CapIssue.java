package org.renkei.publication;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is given out of alerts at one moment: an index, and a document for each of its entries.
///
/// @param lines newest first
record CapIssue(List<Line> lines, byte[] index, Map<String, byte[]> documents) {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /// @param before the messages it refers to
    /// @param notice null for a cancellation of what is no longer public
    record Line(
            CapMessage message,
            List<CapMessage> before,
            @Nullable Notice notice) {
        private Instant first() {
            return before.isEmpty() ? message.sent() : before.getFirst().sent();
        }

        private String title() {
            return notice == null ? "Cancelled / 取消" : notice.title().inBoth();
        }
    }

    static CapIssue of(List<Line> lines, String sender, PublicWords words) {
        var sorted = lines.stream()
                .sorted(Comparator.comparing((Line line) -> line.message().sent())
                        .reversed()
                        .thenComparing(line -> line.message().identifier(sender)))
                .toList();
        var text = new CapText(sender, words);
        return new CapIssue(
                sorted,
                index(sorted, sender, words),
                sorted.stream()
                        .collect(Collectors.toMap(
                                line -> line.message().identifier(sender),
                                line -> text.document(line.message(), line.before(), line.notice()))));
    }

    Optional<byte[]> document(String identifier) {
        return Optional.ofNullable(documents.get(identifier));
    }

    /// Atom (RFC 4287). Links are relative, so that it is the same wherever it is fetched.
    private static byte[] index(List<Line> lines, String sender, PublicWords words) {
        var updated =
                lines.isEmpty() ? Instant.EPOCH : lines.getFirst().message().sent();
        return XmlText.document(ATOM, "feed", feed -> {
            feed.element("id", "urn:renkei:" + sender + ":cap")
                    .element("title", words.node().inBoth())
                    .element("updated", updated.toString())
                    .within(
                            "author",
                            author -> author.element("name", words.node().inBoth()));
            lines.forEach(line -> feed.within("entry", entry -> {
                var identifier = line.message().identifier(sender);
                entry.element("id", "urn:renkei:cap:" + identifier)
                        .element("title", status(line) + line.title())
                        .element("updated", line.message().sent().toString())
                        .element("published", line.first().toString())
                        .empty("link", "href", "cap/" + identifier, "type", "application/cap+xml");
            }));
        });
    }

    private static String status(Line line) {
        return line.message().status().equals("Actual")
                ? ""
                : line.message().status().toUpperCase(Locale.ROOT) + ": ";
    }
}
