package org.renkei.party;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.renkei.kernel.cases.Assistance;
import org.renkei.kernel.cases.Body;
import org.renkei.kernel.cases.Coded;
import org.renkei.kernel.cases.Level;
import org.renkei.kernel.cases.OfficeHours;
import org.renkei.kernel.cases.Phase;
import org.renkei.kernel.cases.PhasePolicy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Bodies of coordination, and what each nation's law allows in each phase, as this node ships them. A mistake in it
/// stops
/// the node.
@Component
public class CoordinationRegister {
    private static final String BODIES = "/party/bodies.yaml";
    private static final String POLICIES = "/party/phase-policies.yaml";

    private final List<Body> bodies;
    private final List<PhasePolicy> policies;

    CoordinationRegister() {
        var tree = read(BODIES);
        this.bodies = tree.path("bodies")
                .valueStream()
                .map(row -> body(row, tree.path("offices"), tree.path("hours")))
                .toList();
        this.policies = read(POLICIES)
                .path("policies")
                .valueStream()
                .map(CoordinationRegister::policy)
                .toList();
    }

    public List<Body> bodies() {
        return bodies;
    }

    public Optional<Body> find(String code) {
        return bodies.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public List<PhasePolicy> policies() {
        return policies;
    }

    private static JsonNode read(String path) {
        try (InputStream in = CoordinationRegister.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the node lacks its own " + path);
            }
            return YAMLMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Body body(JsonNode row, JsonNode offices, JsonNode hours) {
        var members = row.path("offices")
                .valueStream()
                .map(code -> member(offices.path(code.asString()), hours))
                .toList();
        return new Body(
                text(row, "code"), text(row, "en"), text(row, "ja"), word(text(row, "level"), Level.class), members);
    }

    private static Body.Member member(JsonNode office, JsonNode hours) {
        var when = hours.path(text(office, "hours"));
        var always = when.path("from").isMissingNode();
        return new Body.Member(
                text(office, "party"),
                text(office, "en"),
                text(office, "ja"),
                new OfficeHours(
                        ZoneId.of(text(when, "zone")),
                        always ? null : LocalTime.parse(text(when, "from")),
                        always ? null : LocalTime.parse(text(when, "until"))));
    }

    private static PhasePolicy policy(JsonNode row) {
        return new PhasePolicy(
                text(row, "party"),
                word(text(row, "phase"), Phase.class),
                LocalDate.parse(text(row, "from")),
                row.path("until").isString() ? LocalDate.parse(text(row, "until")) : null,
                row.path("allows")
                        .valueStream()
                        .map(one -> word(one.asString(), Assistance.class))
                        .collect(Collectors.toSet()),
                text(row, "en"),
                text(row, "ja"),
                text(row, "source"));
    }

    private static <E extends Enum<E> & Coded> E word(String code, Class<E> type) {
        return Coded.find(type, code).orElseThrow(() -> new IllegalStateException("nobody knows " + code));
    }

    private static String text(JsonNode node, String name) {
        var text = node.path(name).asString("");
        if (text.isBlank()) {
            throw new IllegalStateException(name + " is missing in " + node);
        }
        return text;
    }
}
