package org.renkei.fuzz;

import java.util.List;

/// Known attacks on readers of XML and YAML.
public final class Attacks {
    private Attacks() {}

    /// The document with document types and entities in it, in the place of `word`, and with too much of something.
    public static List<String> xml(String document, String word) {
        var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"lol\">");
        for (var i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        laughs.append("]>");
        var body = document.replaceFirst("<\\?xml[^>]*>\\s*", "");
        var within = body.replace(word, "&l11;");
        return List.of(
                laughs + within,
                "<!DOCTYPE a [<!ENTITY l11 SYSTEM \"file:///etc/passwd\">]>" + within,
                "<!DOCTYPE a [<!ENTITY l11 SYSTEM \"http://127.0.0.1:9/\">]>" + within,
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">" + body,
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///dev/zero\">%p;]>" + body,
                "<!DOCTYPE a [<!ENTITY l11 \"" + "x".repeat(20_000) + "\">]>"
                        + body.replace(word, "&l11;".repeat(2_000)),
                "<?xml version=\"1.1\"?>" + body.replace(word, "&#0;&#x1;"),
                "<?xml-stylesheet href=\"file:///etc/passwd\"?>" + body,
                body.replaceFirst("<([^>/ ]+) ", "<$1 a=\"" + "x".repeat(60_000) + "\" "),
                body.replace(word, "<a>".repeat(15_000)),
                body.replace(word, "<!--" + "-".repeat(10_000)),
                body.replace(word, "<![CDATA[" + "]]".repeat(10_000)),
                body.replace(word, "<x xmlns:a='a' xmlns:b='b'/>".repeat(1_500)));
    }

    public static List<String> yaml() {
        var laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var i = 1; i < 10; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "1"));
        }
        return List.of(
                laughs + "renkei:\n  node: *a9\n",
                "renkei: &a\n  node: *a\n",
                "renkei: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]\n",
                "renkei:\n  node: " + "[".repeat(20_000),
                "renkei:\n" + " ".repeat(30_000) + "node: a\n",
                "{".repeat(10_000),
                "- ".repeat(10_000),
                "? ".repeat(10_000),
                "renkei:\n  node: \"" + "\\x41".repeat(10_000) + "\"\n",
                "%TAG ! tag:" + "a".repeat(10_000) + "\n---\nrenkei: !<!> 1\n");
    }
}
