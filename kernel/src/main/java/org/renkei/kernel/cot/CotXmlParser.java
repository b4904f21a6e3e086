package org.renkei.kernel.cot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Reads as much of XML 1.0 as events need: elements, attributes, texts, CDATA, comments, the five entities and numbers
/// of characters. There is nothing in it that could fetch, define or multiply anything: a document type or an
/// instruction ends the reading.
final class CotXmlParser {
    private static final int DEEPEST = 16;
    private static final int MOST_ELEMENTS = 2_000;
    private static final int MOST_ATTRIBUTES = 100;

    private final String in;
    private int at;
    private int elements;

    private CotXmlParser(String in) {
        this.in = in;
    }

    /// One element, with a declaration, comments and white space before it or behind it, and nothing else.
    ///
    /// @throws Refused
    static CotElement document(String text) {
        var parser = new CotXmlParser(text);
        parser.declaration();
        parser.between();
        if (parser.at >= text.length()) {
            throw broken();
        }
        var root = parser.element(1);
        parser.between();
        if (parser.at < text.length()) {
            throw broken();
        }
        return root;
    }

    /// Elements one after the other; texts between them mean nothing.
    ///
    /// @throws Refused
    static List<CotElement> elements(String text) {
        var parser = new CotXmlParser(text);
        var content = new Content();
        while (parser.at < text.length()) {
            if (parser.sees("</")) {
                throw broken();
            }
            parser.content(content, 1);
        }
        return content.children;
    }

    private static final class Content {
        private final StringBuilder text = new StringBuilder();
        private final List<CotElement> children = new ArrayList<>();
    }

    private void declaration() {
        if (sees("<?xml ")) {
            var end = in.indexOf("?>", at);
            var said = end < 0 ? "" : in.substring(at, end);
            if (!said.contains("version=\"1.0\"") && !said.contains("version='1.0'")) {
                throw broken();
            }
            at = end + 2;
        }
    }

    private void between() {
        while (at < in.length()) {
            if (sees("<!--")) {
                comment();
            } else if (isSpace(in.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }

    private CotElement element(int depth) {
        expect('<');
        if (at < in.length() && (in.charAt(at) == '!' || in.charAt(at) == '?')) {
            throw Refused.because(CotRefusal.DOCTYPE);
        }
        if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
            throw Refused.because(CotRefusal.DEPTH);
        }
        var name = name();
        var attributes = attributes();
        if (next() == '/') {
            expect('>');
            return new CotElement(name, attributes, "", List.of());
        }
        var content = new Content();
        while (!sees("</")) {
            content(content, depth + 1);
        }
        at += 2;
        if (!name().equals(name)) {
            throw broken();
        }
        space();
        expect('>');
        return new CotElement(name, attributes, content.text.toString(), content.children);
    }

    private void content(Content content, int depth) {
        if (at >= in.length()) {
            throw broken();
        }
        if (in.charAt(at) != '<') {
            content.text.append(text('<', false));
        } else if (sees("<!--")) {
            comment();
        } else if (sees("<![CDATA[")) {
            content.text.append(data());
        } else {
            content.children.add(element(depth));
        }
    }

    private TreeMap<String, String> attributes() {
        var attributes = new TreeMap<String, String>();
        while (true) {
            var before = at;
            space();
            if (at >= in.length()) {
                throw broken();
            }
            if (in.charAt(at) == '>' || in.charAt(at) == '/') {
                return attributes;
            }
            if (at == before) {
                throw broken();
            }
            var name = name();
            space();
            expect('=');
            space();
            var quote = next();
            if (quote != '"' && quote != '\'') {
                throw broken();
            }
            var value = text(quote, true);
            expect(quote);
            if (attributes.put(name, value) != null) {
                throw broken();
            }
            if (attributes.size() > MOST_ATTRIBUTES) {
                throw Refused.because(CotRefusal.DEPTH);
            }
        }
    }

    /// Up to that sign or the next tag, neither of which is read. White space of an attribute is blanks, unless it is
    /// written as a number.
    private String text(char end, boolean attribute) {
        var text = new StringBuilder();
        while (at < in.length() && in.charAt(at) != end && in.charAt(at) != '<') {
            var c = in.codePointAt(at);
            if (c == '&') {
                reference(text);
            } else {
                at += Character.charCount(c);
                append(text, attribute && c == '\t' ? ' ' : c, attribute ? ' ' : '\n');
            }
        }
        return text.toString();
    }

    /// The end of a line is one sign, however it was written.
    private void append(StringBuilder text, int c, char lineEnd) {
        if (!isCharacter(c)) {
            throw broken();
        }
        if (c == '\r') {
            at += at < in.length() && in.charAt(at) == '\n' ? 1 : 0;
            text.append(lineEnd);
        } else if (c == '\n') {
            text.append(lineEnd);
        } else {
            text.appendCodePoint(c);
        }
    }

    private void reference(StringBuilder text) {
        var end = in.indexOf(';', at);
        if (end < 0 || end - at > 10) {
            throw broken();
        }
        var name = in.substring(at + 1, end);
        at = end + 1;
        switch (name) {
            case "amp" -> text.append('&');
            case "lt" -> text.append('<');
            case "gt" -> text.append('>');
            case "quot" -> text.append('"');
            case "apos" -> text.append('\'');
            default -> text.appendCodePoint(number(name));
        }
    }

    private static int number(String name) {
        if (!name.startsWith("#")) {
            throw Refused.because(CotRefusal.DOCTYPE);
        }
        var hexadecimal = name.startsWith("#x");
        var digits = name.substring(hexadecimal ? 2 : 1);
        if (!digits.matches(hexadecimal ? "[0-9a-fA-F]{1,6}" : "[0-9]{1,7}")) {
            throw broken();
        }
        var c = Integer.parseInt(digits, hexadecimal ? 16 : 10);
        if (!isCharacter(c)) {
            throw broken();
        }
        return c;
    }

    private void comment() {
        var end = in.indexOf("-->", at + 4);
        if (end < 0) {
            throw broken();
        }
        at = end + 3;
    }

    private String data() {
        at += "<![CDATA[".length();
        var end = in.indexOf("]]>", at);
        if (end < 0) {
            throw broken();
        }
        var data = new StringBuilder();
        while (at < end) {
            var c = in.codePointAt(at);
            at += Character.charCount(c);
            append(data, c, '\n');
        }
        at = end + 3;
        return data.toString();
    }

    /// Letters of ASCII only: no one writes other names in events.
    private String name() {
        var from = at;
        while (at < in.length() && isNameCharacter(in.charAt(at), at == from)) {
            at++;
        }
        if (at == from) {
            throw broken();
        }
        return in.substring(from, at);
    }

    static boolean isNameCharacter(char c, boolean first) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '_'
                || c == ':'
                || !first && (c >= '0' && c <= '9' || c == '-' || c == '.');
    }

    /// What may stand in XML 1.0 §2.2.
    static boolean isCharacter(int c) {
        return c >= 0x20 && c < 0xD800
                || c == '\n'
                || c == '\r'
                || c == '\t'
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private void space() {
        while (at < in.length() && isSpace(in.charAt(at))) {
            at++;
        }
    }

    private boolean sees(String text) {
        return in.startsWith(text, at);
    }

    private char next() {
        if (at >= in.length()) {
            throw broken();
        }
        return in.charAt(at++);
    }

    private void expect(char c) {
        if (next() != c) {
            throw broken();
        }
    }

    private static Refused broken() {
        return Refused.because(CotRefusal.XML);
    }
}
