package org.renkei.feeds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What a telegram about the weather warns of, by the grades of JMA: 特別警報 is Extreme; 警報, 土砂災害警戒情報 and
/// 記録的短時間大雨情報 are Severe; 注意報 and 竜巻注意情報 are Moderate. Nothing in force is Minor, and past.
final class JmaWeather {
    private final XmlElement headline;
    private final JmaTelegramType type;

    JmaWeather(XmlElement report, JmaTelegramType type) {
        this.headline = report.first("Head", "Headline").orElse(report);
        this.type = type;
    }

    String severity() {
        return switch (type) {
            case VXWW50, VPOA50 -> isOver() ? "Minor" : "Severe";
            case VPHW50, VPHW51 -> isOver() ? "Minor" : "Moderate";
            default -> gravestWarning();
        };
    }

    private String gravestWarning() {
        List<String> names = inForce().toList();
        if (names.stream().anyMatch(name -> name.contains("特別警報"))) {
            return "Extreme";
        }
        if (names.stream().anyMatch(name -> name.contains("警報"))) {
            return "Severe";
        }
        return names.stream().anyMatch(name -> name.contains("注意報")) ? "Moderate" : "Minor";
    }

    boolean isOver() {
        return items().findAny().isPresent() && inForce().findAny().isEmpty();
    }

    private Stream<String> inForce() {
        return items().flatMap(item -> item.all("Kind"))
                .filter(kind -> !kind.text("Condition").equals("解除"))
                .map(kind -> kind.text("Name"))
                .filter(name -> !name.isEmpty() && !name.equals("解除") && !name.equals("なし"));
    }

    /// The finest division stands last.
    private Stream<XmlElement> items() {
        Optional<XmlElement> finest = headline.all("Information").reduce((coarser, finer) -> finer);
        return finest.stream().flatMap(information -> information.all("Item"));
    }

    Stream<ObjectNode> areas() {
        return items().flatMap(item -> {
            String kinds = item.all("Kind")
                    .map(kind -> kind.text("Name")
                            + (kind.text("Condition").isEmpty() ? "" : "（" + kind.text("Condition") + "）"))
                    .reduce("", (one, other) -> one.isEmpty() ? other : one + "、" + other);
            return item.all("Areas", "Area")
                    .map(area -> new FeedBody()
                            .shortText("description", null, area.text("Name") + "：" + kinds)
                            .put("code", area.text("Code"))
                            .put("category", FeedBody.clip(kinds, 100))
                            .node());
        });
    }

    Optional<FeedPosition> position() {
        return headline.all("Information", "Item", "Areas", "Area")
                .map(area -> JmaRegions.find(area.text("Code")))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
