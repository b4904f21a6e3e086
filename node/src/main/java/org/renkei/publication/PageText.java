package org.renkei.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.renkei.publication.Holdings.Side;

/// The public page in one language: one list for a telephone, a screen reader and paper, without a script.
final class PageText {
    /// Of everything that is given out here.
    static final String MARKING = "UNCLASSIFIED//PUBLIC";

    /// Of each section; the rest is in the GeoJSON.
    private static final int MOST = 500;

    private final PublicWords words;
    private final String node;
    private final String language;
    private final Instant made;
    private final PageItems items;
    private final Html html = new Html();

    private PageText(PublicWords words, String node, String language, Instant made) {
        this.words = words;
        this.node = node;
        this.language = language;
        this.made = made;
        this.items = new PageItems(words, language, made);
    }

    /// @param made whole minutes: ages are counted from it
    static byte[] of(Holdings holdings, PublicWords words, String node, String language, Instant made) {
        return new PageText(words, node, language, made).page(holdings).getBytes(UTF_8);
    }

    private String page(Holdings holdings) {
        var real = holdings.side(false, made);
        var drill = holdings.side(true, made);
        html.within(
                "html",
                page -> page.within("head", any -> head()).within("body", any -> body(real, drill)),
                "lang",
                language);
        return "<!doctype html>\n" + html;
    }

    private void head() {
        html.empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .element("title", word("title") + " – " + words.node().in(language))
                .empty("link", "rel", "stylesheet", "href", "/public/page.css")
                .empty("link", "rel", "alternate", "type", "application/geo+json", "href", "/public/features.geojson")
                .empty("link", "rel", "alternate", "type", "application/atom+xml", "href", "/public/cap");
    }

    private void body(Side real, Side drill) {
        html.element("a", word("skip"), "class", "skip", "href", "#content")
                .element("p", MARKING, "class", "marking")
                .within("header", any -> top())
                .within("main", any -> content(real, drill), "id", "content")
                .within("footer", any -> foot())
                .element("p", MARKING, "class", "marking");
    }

    private void top() {
        var other = language.equals("ja") ? "en" : "ja";
        html.element(
                        "a",
                        word("other"),
                        "class",
                        "language",
                        "href",
                        "/public/" + other,
                        "lang",
                        other,
                        "hreflang",
                        other)
                .element("h1", word("title"))
                .element("p", words.node().in(language) + " (" + node + ")", "class", "node")
                .within("p", line -> {
                    line.text(word("made") + " ");
                    PageItems.time(line, made);
                })
                .element("p", word("what"), "class", "quiet");
    }

    private void content(Side real, Side drill) {
        if (real.isEmpty() && drill.isEmpty()) {
            html.element("p", word("none"), "class", "none");
        }
        if (!real.isEmpty()) {
            contents(real);
            sections(real, "");
        }
        if (!drill.isEmpty()) {
            html.within(
                    "div",
                    any -> {
                        html.element("p", word("exercise"), "class", "drill");
                        sections(drill, "exercise-");
                    },
                    "class",
                    "exercise",
                    "role",
                    "region",
                    "aria-label",
                    word("exercise"));
        }
    }

    private void contents(Side side) {
        html.within(
                "nav",
                nav -> nav.within("ul", list -> {
                    content(list, "alerts", side.alerts());
                    content(list, "hazards", side.hazards());
                    content(list, "shelters", side.shelters());
                    content(list, "places", side.places());
                    content(list, "needs", side.needs());
                }),
                "aria-label",
                word("contents"));
    }

    private void content(Html list, String section, List<?> all) {
        if (!all.isEmpty()) {
            list.within("li", one -> one.element("a", word(section) + " " + all.size(), "href", "#" + section));
        }
    }

    private void sections(Side side, String prefix) {
        section(prefix, "alerts", side.alerts(), items::notice);
        section(prefix, "hazards", side.hazards(), items::notice);
        section(prefix, "shelters", side.shelters(), items::place);
        section(prefix, "places", side.places(), items::place);
        section(prefix, "needs", side.needs(), items::need);
    }

    private <T> void section(String prefix, String name, List<T> all, BiConsumer<Html, T> item) {
        if (all.isEmpty()) {
            return;
        }
        var id = prefix + name;
        html.within(
                "section",
                section -> {
                    var mark = prefix.isEmpty() ? "" : word("exerciseMark") + " ";
                    section.element("h2", mark + word(name) + " " + all.size(), "id", id);
                    section.within(
                            "ul",
                            list -> all.stream()
                                    .limit(MOST)
                                    .forEach(one -> list.within("li", entry -> item.accept(entry, one))));
                    if (all.size() > MOST) {
                        section.element("p", PageWords.of("more", language, all.size() - MOST), "class", "quiet");
                    }
                },
                "aria-labelledby",
                id);
    }

    private void foot() {
        html.element("h2", word("machines"))
                .within(
                        "ul",
                        list -> list.within(
                                        "li",
                                        one -> one.element("a", word("geojson"), "href", "/public/features.geojson"))
                                .within("li", one -> one.element("a", word("cap"), "href", "/public/cap")));
    }

    private String word(String key) {
        return PageWords.of(key, language);
    }
}
