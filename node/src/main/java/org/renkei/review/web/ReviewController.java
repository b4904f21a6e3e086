package org.renkei.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.keys.Partners;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.review.EmergencyDesk;
import org.renkei.review.ReviewDesk;
import org.renkei.review.ReviewViews;
import org.renkei.review.Word;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class ReviewController {
    private static final int MAX_MANY = 500;
    private static final int MAX_CUTS = 200;
    private static final int LEAST_EMERGENCY_REASON = 10;

    private final ReviewDesk desk;
    private final EmergencyDesk emergencies;

    ReviewController(ReviewDesk desk, EmergencyDesk emergencies) {
        this.desk = desk;
        this.emergencies = emergencies;
    }

    @GetMapping("/api/v1/reviews")
    ReviewViews.Page list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Caller caller) {
        return desk.list(new ReviewDesk.Filter(!state.equals("closed"), party, kind), cursor, limit, caller);
    }

    @GetMapping("/api/v1/reviews/waiting")
    ReviewViews.Backlog waiting(@AuthenticationPrincipal Caller caller) {
        return desk.backlog(caller);
    }

    @GetMapping("/api/v1/reviews/{id}")
    ReviewViews.Case get(@PathVariable UUID id, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.get(id, caller, language);
    }

    @PostMapping("/api/v1/reviews/{id}/preview")
    ReviewViews.Preview preview(
            @PathVariable UUID id, @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        return desk.preview(id, cuts(request), caller);
    }

    @PostMapping("/api/v1/reviews/{id}/ruling")
    ReviewViews.Review rule(
            @PathVariable UUID id, @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        var word = new Word(releases(request), cuts(request), Requests.reason(request, "reason", 1));
        return desk.rule(id, word, caller);
    }

    @PostMapping("/api/v1/reviews/rulings")
    Map<String, List<ReviewViews.Outcome>> ruleMany(
            @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, Locale language) {
        var word = new Word(releases(request), List.of(), Requests.reason(request, "reason", 1));
        var ids = request.path("ids");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MAX_MANY) {
            throw Problem.refused(List.of(new FieldError(
                    "/ids", "1 to " + MAX_MANY + " reviews are expected", "審査を 1〜" + MAX_MANY + " 件指定してください")));
        }
        var outcomes = new ArrayList<ReviewViews.Outcome>();
        for (var id : ids) {
            outcomes.add(one(Requests.id(id), word, caller, language));
        }
        return Map.of("outcomes", outcomes);
    }

    private ReviewViews.Outcome one(UUID id, Word word, Caller officer, Locale language) {
        try {
            return new ReviewViews.Outcome(id, desk.rule(id, word, officer).state(), null);
        } catch (Problem problem) {
            return new ReviewViews.Outcome(id, null, problem.detail(language));
        }
    }

    @PostMapping("/api/v1/records/{id}/emergency-release")
    ReviewViews.Review release(
            @PathVariable UUID id, @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        return emergencies.release(
                id,
                request.path("party").asString(""),
                Requests.reason(request, "reason", LEAST_EMERGENCY_REASON),
                caller);
    }

    @GetMapping("/api/v1/emergencies")
    Map<String, List<ReviewViews.Emergency>> listEmergencies(@AuthenticationPrincipal Caller caller) {
        return Map.of("emergencies", emergencies.list(caller));
    }

    @PostMapping("/api/v1/emergencies/{id}")
    ReviewViews.Emergency review(
            @PathVariable UUID id, @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        return emergencies.review(
                id,
                Requests.reason(request, "note", 1),
                request.path("withdraw").asBoolean(false),
                caller);
    }

    @GetMapping("/api/v1/records/{id}/rulings")
    Map<String, List<ReviewViews.RulingView>> rulings(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return Map.of("rulings", desk.rulings(id, caller));
    }

    @PostMapping("/api/v1/records/{id}/rulings/{party}/lift")
    Map<String, List<ReviewViews.RulingView>> lift(
            @PathVariable UUID id,
            @PathVariable String party,
            @RequestBody JsonNode request,
            @AuthenticationPrincipal Caller caller) {
        return Map.of(
                "rulings", desk.lift(id, Partners.keyInPath(party), Requests.reason(request, "reason", 1), caller));
    }

    private static boolean releases(JsonNode request) {
        return switch (request.path("verdict").asString("")) {
            case "release" -> true;
            case "withhold" -> false;
            default ->
                throw Problem.refused(List.of(new FieldError(
                        "/verdict", "'release' or 'withhold' is expected", "release または withhold を指定してください")));
        };
    }

    private static List<JsonPointer> cuts(JsonNode request) {
        var cuts = new ArrayList<JsonPointer>();
        var list = request.path("cuts");
        if (list.size() > MAX_CUTS) {
            throw Problem.refused(
                    List.of(new FieldError("/cuts", "at most " + MAX_CUTS + " places", "除外は " + MAX_CUTS + " 箇所までです")));
        }
        for (var cut : list) {
            try {
                cuts.add(JsonPointer.parse(cut.asString("")));
            } catch (IllegalArgumentException e) {
                throw Problem.refused(List.of(new FieldError(
                        "/cuts", String.valueOf(e.getMessage()), "JSON ポインターではありません: " + cut.asString(""))));
            }
        }
        return cuts;
    }
}
