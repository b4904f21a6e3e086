package org.renkei.feeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A Common Alerting Protocol message (OASIS CAP 1.1 and 1.2) as an alert, in the words of CAP. One block of
/// information in Japanese and one in another language become the two languages of the texts; the gravest
/// block
/// gives the severity, and the areas of all blocks are kept once.
final class CapAlert {
    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:";

    private static final List<String> STATUS = List.of("Actual", "Exercise", "System", "Test", "Draft");
    private static final List<String> MESSAGE = List.of("Alert", "Update", "Cancel", "Ack", "Error");
    private static final List<String> SCOPE = List.of("Public", "Restricted", "Private");
    private static final List<String> SEVERITY = List.of("Extreme", "Severe", "Moderate", "Minor", "Unknown");
    private static final List<String> URGENCY = List.of("Immediate", "Expected", "Future", "Past", "Unknown");
    private static final List<String> CERTAINTY = List.of("Observed", "Likely", "Possible", "Unlikely", "Unknown");
    private static final int MOST_AREAS = 10_000;
    private static final List<String> NOT_REAL = List.of("Exercise", "Test", "Draft");

    private final XmlElement alert;
    private final List<XmlElement> infos;
    private final Optional<XmlElement> gravest;

    private CapAlert(XmlElement alert) {
        this.alert = alert;
        this.infos = alert.all("info").toList();
        this.gravest = infos.stream().min((one, other) -> Integer.compare(severityRank(one), severityRank(other)));
    }

    static CapAlert of(XmlElement alert) {
        return new CapAlert(alert);
    }

    /// An alert is named by those of its own sender that it refers to, as much as by itself: nobody
    /// replaces or
    /// cancels what another sender said.
    FeedMessage message() throws FeedException {
        String sender = alert.required("sender");
        String id = name(sender, alert.required("identifier"));
        Stream<String> meant = references().stream()
                .map(reference -> reference.split(","))
                .filter(parts -> parts.length == 3 && parts[0].equals(sender))
                .map(parts -> name(parts[0], parts[1]));
        return new FeedMessage(
                id,
                Stream.concat(Stream.of(id), meant).toList(),
                FeedValues.time("sent", alert.required("sent")),
                verb());
    }

    private FeedMessage.Verb verb() {
        String status = alert.text("status");
        if (status.equals("System") || status.equals("Draft")) {
            return FeedMessage.Verb.BESIDE;
        }
        return switch (alert.text("msgType")) {
            case "Ack", "Error" -> FeedMessage.Verb.BESIDE;
            case "Cancel" -> FeedMessage.Verb.CANCELS;
            default -> FeedMessage.Verb.SAYS;
        };
    }

    /// With a sign in between that no XML can hold.
    private static String name(String sender, String identifier) {
        return sender + '\u001f' + identifier;
    }

    FeedDraft draft() throws FeedException {
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
            for (ObjectNode read : shapes(area)) {
                if (areas.size() < MOST_AREAS && !areas.contains(read)) {
                    areas.add(read);
                }
            }
        }
        body.objects("areas", areas).position(CapPlace.of(areas).orElse(null));
    }

    /// CAP 1.0 said "Very Likely", and it is still met.
    private static String certainty(XmlElement info) throws FeedException {
        return info.text("certainty").equals("Very Likely") ? "Likely" : oneOf(info, "certainty", CERTAINTY);
    }

    /// One for each polygon beyond the first; an area without a shape is its name.
    private static List<ObjectNode> shapes(XmlElement area) throws FeedException {
        FeedBody first = new FeedBody().put("description", FeedBody.clip(area.required("areaDesc"), 200));
        ObjectNode named = first.node().deepCopy();
        String circle = area.text("circle");
        if (!circle.isEmpty()) {
            CapPlace.center(circle);
            first.put("circle", FeedBody.clip(circle, 100));
        }
        var shapes = new ArrayList<>(List.of(first.node()));
        for (XmlElement polygon : area.all("polygon").toList()) {
            if (!polygon.text().isEmpty()) {
                ObjectNode shape = shapes.getLast().has("polygon") ? named.deepCopy() : shapes.removeLast();
                shape.set("polygon", polygon(polygon.text()));
                shapes.add(shape);
            }
        }
        return shapes;
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
