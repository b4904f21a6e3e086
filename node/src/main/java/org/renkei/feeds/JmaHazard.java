package org.renkei.feeds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a telegram says was observed: an earthquake or a tsunami.
final class JmaHazard {
    private final JmaTelegram telegram;

    JmaHazard(JmaTelegram telegram) {
        this.telegram = telegram;
    }

    FeedBody body() throws FeedException {
        @Nullable FeedPosition position = telegram.hypocenter();
        return new FeedBody()
                .shortText("title", titleEn(), titleJa())
                .longText("summary", null, telegram.headline())
                .put("hazardType", telegram.type().hazardType())
                .put("time", telegram.eventTime())
                .place(telegram)
                .roughPosition(shakenMost())
                .put("depthKm", position == null ? null : position.depthKm())
                .put("magnitude", telegram.magnitude())
                .put("magnitudeType", telegram.magnitudeAttribute("type"))
                .put("maxIntensity", telegram.maxIntensity().orElse(null))
                .objects("areas", Stream.concat(shakenAreas(), coasts()).toList())
                .put("status", status())
                .longText("remarks", null, remarks());
    }

    private String status() {
        if (telegram.isCancelled()) {
            return "cancelled";
        }
        return telegram.isDrill() ? "exercise" : telegram.isTest() ? "test" : "actual";
    }

    private String titleEn() throws FeedException {
        String figures = telegram.figures("M", "maximum intensity ");
        String title = telegram.type().en() + (figures.isEmpty() ? "" : ": " + figures);
        return telegram.isCancelled() ? "Cancelled: " + title : title;
    }

    private String titleJa() throws FeedException {
        String title = telegram.head("Title") + " " + telegram.hypocenterName();
        String whole = title.strip() + " " + telegram.figures("M", "最大震度");
        return (telegram.isCancelled() ? "取消: " : "") + whole.strip();
    }

    private String remarks() {
        List<String> texts = Stream.of(
                        telegram.body().all("Text"),
                        telegram.body().all("Comments", "ForecastComment", "Text"),
                        telegram.body().all("Comments", "VarComment", "Text"),
                        telegram.body().all("Comments", "FreeFormComment"))
                .flatMap(found -> found)
                .map(XmlElement::text)
                .toList();
        String unknown =
                telegram.magnitudeAttribute("condition").isEmpty() ? "" : telegram.magnitudeAttribute("description");
        return (unknown + "\n" + String.join("\n", texts)).strip();
    }

    /// The first prefecture is the one that shook most.
    private Optional<FeedPosition> shakenMost() {
        return telegram.body()
                .all("Intensity", "Observation", "Pref")
                .map(prefecture -> JmaRegions.find(prefecture.text("Code")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<ObjectNode> shakenAreas() {
        return telegram.body()
                .all("Intensity", "Observation", "Pref", "Area")
                .map(area -> area(area).put("intensity", area.text("MaxInt")).node());
    }

    /// Coasts with what is forecast or was seen there. The height is given in the words of JMA: `１０ｍ超`, `巨大`.
    private Stream<ObjectNode> coasts() {
        Stream<ObjectNode> forecast =
                telegram.body().all("Tsunami", "Forecast", "Item").map(JmaHazard::coast);
        Stream<ObjectNode> observed =
                telegram.body().all("Tsunami", "Observation", "Item").map(JmaHazard::observed);
        return Stream.concat(forecast, observed);
    }

    static ObjectNode coast(XmlElement item) {
        return area(item.first("Area").orElse(item))
                .put("category", item.text("Category", "Kind", "Name"))
                .put("height", height(item))
                .coast(item.text("Area", "Code"), item.text("Category", "Kind", "Name"))
                .node();
    }

    private static ObjectNode observed(XmlElement item) {
        String highest = item.all("Station")
                .map(JmaHazard::height)
                .filter(height -> !height.isEmpty())
                .findFirst()
                .orElse("");
        return area(item.first("Area").orElse(item))
                .put("category", "観測")
                .put("height", highest)
                .coast(item.text("Area", "Code"), "観測")
                .node();
    }

    static String height(XmlElement item) {
        return item.first("MaxHeight", "TsunamiHeight")
                .map(height -> height.attribute("description"))
                .orElse("");
    }

    private static FeedBody area(XmlElement area) {
        return new FeedBody().shortText("name", null, area.text("Name")).put("code", area.text("Code"));
    }
}
