package org.renkei.feeds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A telegram of the Japan Meteorological Agency (気象庁防災情報XML): what all kinds have in common. Its source id
/// is the
/// event, the kind and the serial number; where the serial is empty, the time of issue to the second.
final class JmaTelegram {
    static final String NAMESPACE = "http://xml.kishou.go.jp/jmaxml1/";

    private static final String AUTHOR = "Japan Meteorological Agency";

    private final XmlElement report;
    private final JmaTelegramType type;

    private JmaTelegram(XmlElement report, JmaTelegramType type) {
        this.report = report;
        this.type = type;
    }

    static JmaTelegram of(XmlElement report) throws FeedException {
        String title = report.required("Control", "Title");
        JmaTelegramType type =
                JmaTelegramType.of(title).orElseThrow(() -> new FeedException(FeedProblem.UNKNOWN_TELEGRAM, title));
        return new JmaTelegram(report, type);
    }

    /// All telegrams of a kind about one event say something of the same thing; the later one counts.
    FeedMessage message() throws FeedException {
        String time = report.required("Control", "DateTime");
        String mark = FeedValues.narrow(head("Serial")) + "/" + head("InfoType") + "/" + time;
        return new FeedMessage(
                topic() + "/" + mark,
                List.of(topic()),
                FeedValues.time("DateTime", time),
                isCancelled() ? FeedMessage.Verb.CANCELS : FeedMessage.Verb.SAYS);
    }

    private String topic() throws FeedException {
        return event() + "/" + type.name() + (isDrill() ? "/drill" : isTest() ? "/test" : "");
    }

    /// Warnings of the weather go on from telegram to telegram of one office for one region, without an
    /// event.
    private String event() throws FeedException {
        String event = head("EventID");
        if (!event.isEmpty() || !type.isWeather()) {
            return report.required("Head", "EventID");
        }
        String region = report.text("Head", "Headline", "Information", "Item", "Areas", "Area", "Code");
        return report.text("Control", "PublishingOffice") + "/" + region;
    }

    FeedDraft draft() throws FeedException {
        FeedBody body = type.isAlert() ? new JmaAlert(this).body() : new JmaHazard(this).body();
        String kind = type.isAlert() ? "alert" : "hazard";
        FeedDraft draft = FeedDraft.real(kind, precedence(), source(), AUTHOR, body);
        return isDrill() || isTest() ? draft.asExercise() : draft;
    }

    private FeedSource source() throws FeedException {
        String serial = FeedValues.narrow(report.text("Head", "Serial"));
        String mark = serial.isEmpty() ? report.required("Control", "DateTime") : serial;
        return new FeedSource("jma", event() + "/" + type.name() + "/" + mark + (isDrill() ? "/drill" : ""));
    }

    private String precedence() {
        if (type.isWeather()) {
            return weatherPrecedence();
        }
        boolean warning = type == JmaTelegramType.VXSE43
                || gravestTsunami().filter("大津波警報"::equals).isPresent();
        boolean grave = gravestTsunami().filter("津波警報"::equals).isPresent() || strongIntensity();
        if (isTest()) {
            return "ROUTINE";
        }
        return warning ? "FLASH" : grave ? "IMMEDIATE" : "PRIORITY";
    }

    private String weatherPrecedence() {
        if (isTest() || isCancelled()) {
            return "ROUTINE";
        }
        return switch (weather().severity()) {
            case "Extreme" -> "IMMEDIATE";
            case "Severe" -> "PRIORITY";
            default -> "ROUTINE";
        };
    }

    JmaWeather weather() {
        return new JmaWeather(report, type);
    }

    /// Five lower and above.
    private boolean strongIntensity() {
        return maxIntensity().filter(intensity -> intensity.compareTo("5") >= 0).isPresent();
    }

    JmaTelegramType type() {
        return type;
    }

    XmlElement body() {
        return report.first("Body").orElse(report);
    }

    String head(String field) {
        return report.text("Head", field);
    }

    String publisher() {
        return report.text("Control", "PublishingOffice");
    }

    String headline() {
        return report.text("Head", "Headline", "Text");
    }

    boolean isCancelled() {
        return head("InfoType").equals("取消");
    }

    boolean isDrill() {
        return report.text("Control", "Status").equals("訓練");
    }

    boolean isTest() {
        return report.text("Control", "Status").equals("試験") || type == JmaTelegramType.VXSE42;
    }

    @Nullable
    Instant validUntil() throws FeedException {
        return head("ValidDateTime").isEmpty() ? null : FeedValues.time("ValidDateTime", head("ValidDateTime"));
    }

    /// Whether a tsunami telegram says of every coast that nothing is in force there any more.
    boolean isTsunamiOver() {
        return type == JmaTelegramType.VTSE41
                && body().first("Tsunami", "Forecast", "Item").isPresent()
                && gravestTsunami().isEmpty();
    }

    Instant reportTime() throws FeedException {
        return FeedValues.time("ReportDateTime", head("ReportDateTime"));
    }

    /// When the earth shook, or what time the telegram is about.
    Instant eventTime() throws FeedException {
        for (String time : List.of(body().text("Earthquake", "OriginTime"), head("TargetDateTime"))) {
            if (!time.isEmpty()) {
                return FeedValues.time("OriginTime", time);
            }
        }
        return reportTime();
    }

    /// The hypocenter; degrees and minutes are preferred where they stand beside the rounded degrees.
    @Nullable
    FeedPosition hypocenter() throws FeedException {
        List<XmlElement> written =
                body().all("Earthquake", "Hypocenter", "Area", "Coordinate").toList();
        Optional<XmlElement> best = written.stream()
                .filter(coordinate -> coordinate.attribute("type").contains("度分"))
                .findFirst()
                .or(() -> written.stream().findFirst());
        return best.isEmpty() ? null : FeedPosition.parseJma(best.get().text()).orElse(null);
    }

    String hypocenterName() {
        String detailed = body().text("Earthquake", "Hypocenter", "Area", "DetailedName");
        String name = body().text("Earthquake", "Hypocenter", "Area", "Name");
        return detailed.isEmpty() ? name : name + " " + detailed;
    }

    /// Null where it is not known; the description then says so in words.
    @Nullable
    Double magnitude() throws FeedException {
        String text = body().text("Earthquake", "Magnitude");
        return text.equals("NaN") ? null : FeedValues.number("Magnitude", text);
    }

    String magnitudeAttribute(String attribute) {
        return body().first("Earthquake", "Magnitude")
                .map(magnitude -> magnitude.attribute(attribute))
                .orElse("");
    }

    /// On the scale of JMA: 1 to 4, 5-, 5+, 6-, 6+, 7; observed, or else forecast.
    Optional<String> maxIntensity() {
        return Optional.of(body().text("Intensity", "Observation", "MaxInt"))
                .filter(text -> !text.isEmpty())
                .or(() -> body().first("Intensity", "Forecast", "ForecastInt").map(JmaTelegram::forecast));
    }

    /// The upper bound, or the lower one where the upper is open.
    static String forecast(XmlElement forecastInt) {
        String upper = forecastInt.text("To");
        return upper.isEmpty() || upper.equals("over") ? forecastInt.text("From") : upper;
    }

    /// 大津波警報, 津波警報, 津波注意報 or 津波予報: the gravest that is in force for any coast.
    Optional<String> gravestTsunami() {
        List<String> inForce = body().all("Tsunami", "Forecast", "Item", "Category", "Kind", "Name")
                .map(XmlElement::text)
                .filter(name -> !name.endsWith("解除"))
                .toList();
        return List.of("大津波警報", "津波警報", "津波注意報", "津波予報").stream()
                .filter(grade -> inForce.stream().anyMatch(name -> name.startsWith(grade)))
                .findFirst();
    }

    /// The code of the first coast of the gravest grade, forecast before observed.
    Optional<String> gravestCoast() {
        var grade = gravestTsunami().orElse("");
        return Stream.concat(
                        body().all("Tsunami", "Forecast", "Item")
                                .filter(item ->
                                        item.text("Category", "Kind", "Name").startsWith(grade)),
                        body().all("Tsunami", "Observation", "Item"))
                .map(item -> item.text("Area", "Code"))
                .filter(code -> !code.isEmpty())
                .findFirst();
    }

    /// `M 6.5, maximum intensity 6-`, as far as known.
    String figures(String magnitudeWord, String intensityWord) throws FeedException {
        @Nullable Double magnitude = magnitude();
        String size = magnitude == null ? "" : magnitudeWord + magnitude;
        String shaking =
                maxIntensity().map(intensity -> intensityWord + intensity).orElse("");
        return size.isEmpty() || shaking.isEmpty() ? size + shaking : size + ", " + shaking;
    }
}
