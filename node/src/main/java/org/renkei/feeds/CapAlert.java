package org.renkei.feeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A Common Alerting Protocol message (OASIS CAP 1.1 and 1.2) as an alert, in the words of CAP. One block of
/// information in Japanese and one in another language become the two languages of the texts; the gravest block
/// gives the severity, and the areas of all blocks are kept once.
final class CapAlert {
    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:";

    private static final List<String> STATUS = List.of("Actual", "Exercise", "System", "Test", "Draft");
    private static final List<String> MESSAGE = List.of("Alert", "Update", "Cancel", "Ack", "Error");
    private static final List<String> SCOPE = List.of("Public", "Restricted", "Private");
    private static final List<String> SEVERITY = List.of("Extreme", "Severe", "Moderate", "Minor", "Unknown");
    private static final List<String> URGENCY = List.of("Immediate", "Expected", "Future", "Past", "Unknown");
    private static final List<String> CERTAINTY = List.of("Observed", "Likely", "Possible", "Unlikely", "Unknown");
    private static final List<String> NOT_REAL = List.of("Exercise", "Test", "Draft");

    private final XmlElement alert;
    private final List<XmlElement> infos;
    private final Optional<XmlElement> gravest;

    private CapAlert(XmlElement alert) {
        this.alert = alert;
        this.infos = alert.all("info").toList();
        this.gravest = infos.stream().min((one, other) -> Integer.compare(severityRank(one), severityRank(other)));
    }

    static FeedDraft draft(XmlElement alert) throws FeedException {
        return new CapAlert(alert).draft();
    }

    private FeedDraft draft() throws FeedException {
        String sender = alert.required("sender");
        var source = new FeedSource("cap", sender + " " + alert.required("identifier"));
        String author = gravest.map(info -> info.text("senderName"))
                .filter(name -> !name.isEmpty())
                .orElse(sender);
        String status = oneOf(alert, "status", STATUS);
        FeedBody body = new FeedBody();
        texts(body, sender);
        body.put("sender", FeedBody.clip(sender, 200))
                .put("sent", FeedValues.time("sent", alert.required("sent")))
                .put("status", status)
                .put("msgType", oneOf(alert, "msgType", MESSAGE))
                .put("scope", oneOf(alert, "scope", SCOPE))
                .strings("references", references());
        if (gravest.isPresent()) {
            assessment(body, gravest.get());
        }
        FeedDraft draft = FeedDraft.real("alert", precedence(), source, author, body);
        return NOT_REAL.contains(status) ? draft.asExercise() : draft;
    }

    private void texts(FeedBody body, String sender) {
        @Nullable
        XmlElement ja = infos.stream().filter(CapAlert::isJapanese).findFirst().orElse(null);
        @Nullable
        XmlElement en =
                infos.stream().filter(info -> !isJapanese(info)).findFirst().orElse(null);
        String untitled = "CAP " + alert.text("msgType") + " " + sender;
        body.shortText("title", title(en, ja == null ? untitled : ""), title(ja, ""))
                .longText("summary", text(en, "description"), text(ja, "description"))
                .shortText("event", text(en, "event"), text(ja, "event"))
                .longText("instructions", text(en, "instruction"), text(ja, "instruction"))
                .longText("remarks", alert.text("note"), null);
    }

    private void assessment(FeedBody body, XmlElement info) throws FeedException {
        body.put("severity", oneOf(info, "severity", SEVERITY))
                .put("urgency", oneOf(info, "urgency", URGENCY))
                .put("certainty", certainty(info))
                .strings(
                        "category",
                        info.all("category").map(XmlElement::text).distinct().toList());
        for (String field : List.of("effective", "expires")) {
            if (!info.text(field).isEmpty()) {
                body.put(field, FeedValues.time(field, info.text(field)));
            }
        }
        var areas = new ArrayList<ObjectNode>();
        for (XmlElement area : infos.stream().flatMap(each -> each.all("area")).toList()) {
            ObjectNode read = area(area);
            if (!areas.contains(read)) {
                areas.add(read);
            }
        }
        body.objects("areas", areas);
    }

    /// CAP 1.0 said "Very Likely", and it is still met.
    private static String certainty(XmlElement info) throws FeedException {
        return info.text("certainty").equals("Very Likely") ? "Likely" : oneOf(info, "certainty", CERTAINTY);
    }

    private static ObjectNode area(XmlElement area) throws FeedException {
        FeedBody body = new FeedBody().put("description", FeedBody.clip(area.required("areaDesc"), 200));
        String circle = area.text("circle");
        if (!circle.isEmpty()) {
            body.put("circle", FeedBody.clip(circle, 100));
        }
        Optional<XmlElement> polygon =
                area.first("polygon").filter(element -> !element.text().isEmpty());
        if (polygon.isPresent()) {
            body.node().set("polygon", polygon(polygon.get().text()));
        }
        return body.node();
    }

    private static ArrayNode polygon(String text) throws FeedException {
        ArrayNode points = JsonNodeFactory.instance.arrayNode();
        for (String pair : text.split("\\s+")) {
            String[] numbers = pair.split(",");
            if (numbers.length != 2) {
                throw new FeedException(FeedProblem.NOT_A_POSITION, "polygon", pair);
            }
            @Nullable Double lat = FeedValues.number("polygon", numbers[0]);
            @Nullable Double lon = FeedValues.number("polygon", numbers[1]);
            if (lat == null || lon == null) {
                throw new FeedException(FeedProblem.NOT_A_POSITION, "polygon", pair);
            }
            FeedPosition point = FeedPosition.of(lat, lon, null);
            points.addArray().add(point.lat()).add(point.lon());
        }
        return points;
    }

    private List<String> references() {
        return Arrays.stream(alert.text("references").split("\\s+"))
                .filter(reference -> !reference.isEmpty())
                .map(reference -> FeedBody.clip(reference, 500))
                .limit(200)
                .toList();
    }

    private String precedence() {
        String severity = gravest.map(info -> info.text("severity")).orElse("");
        boolean now = gravest.map(info -> info.text("urgency")).orElse("").equals("Immediate");
        return switch (severity) {
            case "Extreme" -> now ? "FLASH" : "IMMEDIATE";
            case "Severe" -> now ? "IMMEDIATE" : "PRIORITY";
            default -> "ROUTINE";
        };
    }

    private static int severityRank(XmlElement info) {
        int rank = SEVERITY.indexOf(info.text("severity"));
        return rank < 0 ? SEVERITY.size() : rank;
    }

    private static boolean isJapanese(XmlElement info) {
        return info.text("language").toLowerCase(Locale.ROOT).startsWith("ja");
    }

    private static String title(@Nullable XmlElement info, String otherwise) {
        if (info == null) {
            return otherwise;
        }
        String headline = info.text("headline");
        return headline.isEmpty() ? info.text("event") : headline;
    }

    private static @Nullable String text(@Nullable XmlElement info, String field) {
        return info == null ? null : info.text(field);
    }

    private static String oneOf(XmlElement element, String field, List<String> allowed) throws FeedException {
        String value = element.required(field);
        if (!allowed.contains(value)) {
            throw new FeedException(FeedProblem.NOT_ALLOWED, field, value, String.join(", ", allowed));
        }
        return value;
    }
}
