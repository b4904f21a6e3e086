package org.renkei.watching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.watch.WatchLimits;
import org.renkei.kernel.watch.WatchedArea;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.watching.WatchPlan.NamedArea;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A plan as JSON: times in seconds, distances in metres, speeds in metres a second, corners as longitude and
/// latitude.
final class WatchPlanJson {
    private static final int MOST_AREAS = 200;
    private static final int MOST_CORNERS = 1_000;
    private static final String ID = "[a-z0-9][a-z0-9-]{0,31}";

    private final List<FieldError> mistakes = new ArrayList<>();
    private final JsonNode json;

    private WatchPlanJson(JsonNode json) {
        this.json = json;
    }

    /// @throws Problem naming every mistake
    static WatchPlan read(JsonNode json) {
        return new WatchPlanJson(json).plan();
    }

    private WatchPlan plan() {
        var label = read("/label", () -> Label.parse(json.path("label").asString("")));
        var gap = read(
                "/limits/gap",
                () -> new WatchLimits.Gap(
                        millis("gap", "silence"),
                        count("gap", "intervals"),
                        number("gap", "speed"),
                        count("gap", "others"),
                        number("gap", "coverage")));
        var jump = read(
                "/limits/jump",
                () -> new WatchLimits.Jump(
                        number("jump", "sea"),
                        number("jump", "air"),
                        number("jump", "other"),
                        number("jump", "distance")));
        var loitering = read(
                "/limits/loitering",
                () -> new WatchLimits.Loitering(
                        millis("loitering", "duration"),
                        number("loitering", "radius"),
                        number("loitering", "least"),
                        number("loitering", "most")));
        var drift = read(
                "/limits/drift",
                () -> new WatchLimits.Drift(
                        millis("drift", "duration"),
                        number("drift", "distance"),
                        number("drift", "least"),
                        number("drift", "most"),
                        number("drift", "offBow")));
        var stop = read(
                "/limits/stop",
                () -> new WatchLimits.Stop(
                        number("stop", "before"),
                        number("stop", "after"),
                        millis("stop", "within"),
                        millis("stop", "lasting")));
        var meeting = read(
                "/limits/meeting",
                () -> new WatchLimits.Meeting(
                        millis("meeting", "duration"), number("meeting", "distance"), number("meeting", "speed")));
        var interference = read(
                "/limits/interference",
                () -> new WatchLimits.Interference(
                        millis("interference", "window"),
                        count("interference", "nic"),
                        count("interference", "nacp"),
                        count("interference", "aircraft"),
                        number("interference", "share")));
        var areas = areas();
        if (!json.path("on").isBoolean()) {
            mistakes.add(new FieldError("/on", "true or false", "true か false で指定してください"));
        }
        if (label == null
                || gap == null
                || jump == null
                || loitering == null
                || drift == null
                || stop == null
                || meeting == null
                || interference == null
                || !mistakes.isEmpty()) {
            throw Problem.refused(mistakes);
        }
        return new WatchPlan(
                json.path("on").asBoolean(),
                label,
                new WatchLimits(gap, jump, loitering, drift, stop, meeting, interference),
                areas);
    }

    private <T> @Nullable T read(String at, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | LabelException e) {
            mistakes.add(new FieldError(at, String.valueOf(e.getMessage()), japanese(at)));
            return null;
        }
    }

    private static String japanese(String at) {
        return at.startsWith("/label")
                ? "秘密区分表示を読み取れません"
                : at.startsWith("/areas") ? "区域の ID・名称・対象・頂点（経度、緯度の順で 3 点以上）を確認してください" : "しきい値が不足しているか、範囲外です";
    }

    private double number(String rule, String name) {
        var value = json.path("limits").path(rule).path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("'" + name + "' is a number");
        }
        return value.asDouble();
    }

    private long millis(String rule, String name) {
        return Math.round(number(rule, name) * 1_000);
    }

    private int count(String rule, String name) {
        return (int) Math.round(number(rule, name));
    }

    private List<NamedArea> areas() {
        var areas = new ArrayList<NamedArea>();
        var ids = new HashSet<String>();
        var given = json.path("areas");
        if (given.size() > MOST_AREAS) {
            mistakes.add(new FieldError("/areas", "at most " + MOST_AREAS, MOST_AREAS + " 件までです"));
            return areas;
        }
        for (var i = 0; i < given.size(); i++) {
            var one = given.path(i);
            var area = read("/areas/" + i, () -> area(one));
            if (area != null && !ids.add(area.area().id())) {
                mistakes.add(new FieldError("/areas/" + i + "/id", "this id is there twice", "ID が重複しています"));
            } else if (area != null) {
                areas.add(area);
            }
        }
        return areas;
    }

    private static NamedArea area(JsonNode json) {
        var id = json.path("id").asString("");
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("'id' is lower case letters, digits and hyphens, at most 32: " + id);
        }
        var corners = new ArrayList<WatchedArea.Corner>();
        if (json.path("ring").size() > MOST_CORNERS) {
            throw new IllegalArgumentException("'ring' has at most " + MOST_CORNERS + " corners");
        }
        for (var corner : json.path("ring")) {
            if (corner.size() != 2
                    || !corner.path(0).isNumber()
                    || !corner.path(1).isNumber()) {
                throw new IllegalArgumentException("each corner of 'ring' is [longitude, latitude]");
            }
            corners.add(new WatchedArea.Corner(
                    corner.path(1).asDouble(), corner.path(0).asDouble()));
        }
        if (corners.size() > 3 && corners.getFirst().equals(corners.getLast())) {
            corners.removeLast();
        }
        var english = json.path("name").path("en").asString("").strip();
        var japanese = json.path("name").path("ja").asString("").strip();
        if (english.isEmpty() && japanese.isEmpty() || english.length() > 80 || japanese.length() > 80) {
            throw new IllegalArgumentException("'name' has 'en' or 'ja', at most 80 characters each");
        }
        return new NamedArea(
                new WatchedArea(id, corners, domains(json.path("domains"))),
                english.isEmpty() ? japanese : english,
                japanese.isEmpty() ? english : japanese);
    }

    private static Set<TrackDomain> domains(JsonNode json) {
        var domains = EnumSet.noneOf(TrackDomain.class);
        for (var one : json) {
            var name = one.asString("");
            domains.add(Arrays.stream(TrackDomain.values())
                    .filter(domain -> code(domain).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'domains' are sea, air, land, unknown: " + name)));
        }
        return domains;
    }

    private static String code(TrackDomain domain) {
        return domain.name().toLowerCase(Locale.ROOT);
    }

    static ObjectNode write(WatchPlan plan, JsonMapper mapper) {
        var json = mapper.createObjectNode();
        json.put("on", plan.on()).put("label", plan.label().text());
        var limits = json.putObject("limits");
        var gap = plan.limits().gap();
        limits.putObject("gap")
                .put("silence", gap.silence() / 1e3)
                .put("intervals", gap.intervals())
                .put("speed", gap.speed())
                .put("others", gap.others())
                .put("coverage", gap.coverage());
        var jump = plan.limits().jump();
        limits.putObject("jump")
                .put("sea", jump.sea())
                .put("air", jump.air())
                .put("other", jump.other())
                .put("distance", jump.distance());
        var loitering = plan.limits().loitering();
        limits.putObject("loitering")
                .put("duration", loitering.duration() / 1e3)
                .put("radius", loitering.radius())
                .put("least", loitering.least())
                .put("most", loitering.most());
        var drift = plan.limits().drift();
        limits.putObject("drift")
                .put("duration", drift.duration() / 1e3)
                .put("distance", drift.distance())
                .put("least", drift.least())
                .put("most", drift.most())
                .put("offBow", drift.offBow());
        var stop = plan.limits().stop();
        limits.putObject("stop")
                .put("before", stop.before())
                .put("after", stop.after())
                .put("within", stop.within() / 1e3)
                .put("lasting", stop.lasting() / 1e3);
        var meeting = plan.limits().meeting();
        limits.putObject("meeting")
                .put("duration", meeting.duration() / 1e3)
                .put("distance", meeting.distance())
                .put("speed", meeting.speed());
        var interference = plan.limits().interference();
        limits.putObject("interference")
                .put("window", interference.window() / 1e3)
                .put("nic", interference.nic())
                .put("nacp", interference.nacp())
                .put("aircraft", interference.aircraft())
                .put("share", interference.share());
        var areas = json.putArray("areas");
        for (var named : plan.areas()) {
            var area = areas.addObject().put("id", named.area().id());
            area.putObject("name").put("en", named.english()).put("ja", named.japanese());
            var domains = area.putArray("domains");
            named.area().domains().stream().sorted().forEach(domain -> domains.add(code(domain)));
            var ring = area.putArray("ring");
            named.area()
                    .ring()
                    .forEach(corner -> ring.addArray().add(corner.longitude()).add(corner.latitude()));
        }
        return json;
    }
}
