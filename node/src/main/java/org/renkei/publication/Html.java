package org.renkei.publication;

import java.util.function.Consumer;
import org.springframework.web.util.HtmlUtils;

/// Writes HTML; every text and attribute is escaped.
final class Html {
    private final StringBuilder out = new StringBuilder(8_192);

    /// @param attributes names and values in turn; one with an empty value is left out
    Html within(String name, Consumer<Html> content, String... attributes) {
        open(name, attributes);
        content.accept(this);
        out.append("</").append(name).append(">\n");
        return this;
    }

    /// Nothing at all where there is no content.
    Html withinUnlessEmpty(String name, Consumer<Html> content) {
        var before = out.length();
        open(name);
        var begun = out.length();
        content.accept(this);
        if (out.length() == begun) {
            out.setLength(before);
        } else {
            out.append("</").append(name).append(">\n");
        }
        return this;
    }

    Html element(String name, String text, String... attributes) {
        open(name, attributes);
        text(text);
        out.append("</").append(name).append(">\n");
        return this;
    }

    /// One that has no end tag.
    Html empty(String name, String... attributes) {
        open(name, attributes);
        out.append('\n');
        return this;
    }

    Html text(String text) {
        out.append(HtmlUtils.htmlEscape(text, "UTF-8"));
        return this;
    }

    private void open(String name, String... attributes) {
        out.append('<').append(name);
        for (var at = 0; at < attributes.length; at += 2) {
            if (!attributes[at + 1].isEmpty()) {
                out.append(' ')
                        .append(attributes[at])
                        .append("=\"")
                        .append(HtmlUtils.htmlEscape(attributes[at + 1], "UTF-8"))
                        .append('"');
            }
        }
        out.append('>');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
