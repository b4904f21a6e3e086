package org.renkei.feeds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What a telegram warns of, in the words of CAP: an earthquake early warning, a tsunami warning, the weather. The
/// words
/// for severity follow the grades of JMA: 大津波警報 is Extreme, a warning is Severe, an advisory Moderate.
final class JmaAlert {
    private final JmaTelegram telegram;

    JmaAlert(JmaTelegram telegram) {
        this.telegram = telegram;
    }

    FeedBody body() throws FeedException {
        String severity = severity();
        boolean weather = telegram.type().isWeather();
        return new FeedBody()
                .shortText("title", titleEn(), titleJa())
                .longText("summary", null, summary())
                .shortText("event", telegram.type().en(), telegram.type().title())
                .put("sender", telegram.publisher())
                .put("sent", telegram.reportTime())
                .put("status", telegram.isDrill() ? "Exercise" : telegram.isTest() ? "Test" : "Actual")
                .put("msgType", messageType())
                .put("scope", "Public")
                .strings("category", List.of(weather ? "Met" : "Geo"))
                .put("severity", severity)
                .put("urgency", urgency(severity))
                .put("certainty", telegram.isTest() ? "Unknown" : "Likely")
                .put("time", telegram.eventTime())
                .put("expires", telegram.validUntil())
                .place(telegram)
                .roughPosition(weather ? telegram.weather().position() : Optional.empty())
                .objects(
                        "areas",
                        (weather ? telegram.weather().areas() : Stream.concat(forecastAreas(), coasts())).toList())
                .longText("instructions", null, comments());
    }

    private String titleEn() throws FeedException {
        String figures = telegram.figures("M", "forecast intensity ");
        String title = telegram.type().en() + (figures.isEmpty() ? "" : ": " + figures);
        return telegram.isCancelled() ? "Cancelled: " + title : title;
    }

    private String titleJa() throws FeedException {
        String title = telegram.head("Title") + " " + telegram.hypocenterName();
        String whole = title.strip() + " " + telegram.figures("M", "予想最大震度");
        return (telegram.isCancelled() ? "取消: " : "") + whole.strip();
    }

    private String summary() {
        String text = telegram.body().text("Text");
        return (telegram.headline() + "\n" + text).strip();
    }

    private String messageType() {
        if (telegram.isCancelled()) {
            return "Cancel";
        }
        if (telegram.isTsunamiOver()
                || telegram.type().isWeather() && telegram.weather().isOver()) {
            return "Cancel";
        }
        String serial = FeedValues.narrow(telegram.head("Serial"));
        boolean first = serial.isEmpty() || serial.equals("1");
        return first && !telegram.head("InfoType").equals("訂正") ? "Alert" : "Update";
    }

    private String severity() {
        if (telegram.isTest()) {
            return "Unknown";
        }
        if (telegram.type().isWeather()) {
            return telegram.weather().severity();
        }
        if (telegram.type() == JmaTelegramType.VXSE43) {
            return "Severe";
        }
        return switch (telegram.gravestTsunami().orElse("")) {
            case "大津波警報" -> "Extreme";
            case "津波警報" -> "Severe";
            case "津波注意報" -> "Moderate";
            case "津波予報" -> "Minor";
            default -> telegram.isTsunamiOver() ? "Minor" : "Unknown";
        };
    }

    private String urgency(String severity) {
        if (telegram.isTest() || telegram.isCancelled()) {
            return "Unknown";
        }
        if (telegram.type().isWeather()) {
            return telegram.weather().isOver() ? "Past" : severity.equals("Extreme") ? "Immediate" : "Expected";
        }
        if (telegram.isTsunamiOver()) {
            return "Past";
        }
        return severity.equals("Minor") ? "Expected" : "Immediate";
    }

    private String comments() {
        return Stream.concat(
                        telegram.body().all("Comments", "WarningComment", "Text"),
                        telegram.body().all("Comments", "FreeFormComment"))
                .map(XmlElement::text)
                .reduce("", (one, other) -> (one + "\n" + other).strip());
    }

    private Stream<ObjectNode> forecastAreas() {
        return telegram.body().all("Intensity", "Forecast", "Pref", "Area").map(area -> {
            String intensity =
                    area.first("ForecastInt").map(JmaTelegram::forecast).orElse("");
            String grade = area.text("Category", "Kind", "Name");
            return described(area.text("Name"), grade, intensity.isEmpty() ? "" : "震度" + intensity)
                    .put("code", area.text("Code"))
                    .put("intensity", intensity)
                    .node();
        });
    }

    private Stream<ObjectNode> coasts() {
        return telegram.body().all("Tsunami", "Forecast", "Item").map(item -> {
            String grade = item.text("Category", "Kind", "Name");
            String height = JmaHazard.height(item);
            return described(item.text("Area", "Name"), grade, height)
                    .put("code", item.text("Area", "Code"))
                    .put("category", grade)
                    .put("height", height)
                    .coast(item.text("Area", "Code"), grade)
                    .node();
        });
    }

    private static FeedBody described(String name, String grade, String figure) {
        String details =
                Stream.of(grade, figure).filter(text -> !text.isEmpty()).reduce("", (a, b) -> (a + " " + b).strip());
        return new FeedBody().shortText("description", null, details.isEmpty() ? name : name + "（" + details + "）");
    }
}
