package org.renkei.party;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Body;
import org.renkei.kernel.cases.PhasePolicy;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.settings.NodeSettings;
import org.renkei.yaml.WrittenYaml;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Bodies of coordination, and what each nation's law allows in each phase: as this node ships them, and as
/// this nation has them instead. A mistake in what is shipped stops the node.
@Component
public class CoordinationRegister {
    private static final Logger LOG = LoggerFactory.getLogger(CoordinationRegister.class);

    static final String BODIES = "/party/bodies.yaml";
    static final String POLICIES = "/party/phase-policies.yaml";
    static final int MOST_CHARACTERS = 256 * 1024;

    /// Which a map at a JSON pointer may have.
    private static final Map<Pattern, List<String>> FIELDS = Map.of(
            Pattern.compile(""), CoordinationReader.FIELDS,
            Pattern.compile("/hours/[^/]*"), CoordinationReader.HOURS_FIELDS,
            Pattern.compile("/offices/[^/]*"), CoordinationReader.OFFICE_FIELDS,
            Pattern.compile("/bodies/[0-9]+"), CoordinationReader.BODY_FIELDS,
            Pattern.compile("/policies/[0-9]+"), CoordinationReader.POLICY_FIELDS);

    private static final WrittenYaml.Shape SHAPE =
            new WrittenYaml.Shape("a register", "登録簿", MOST_CHARACTERS, 4, CoordinationRegister::fieldsOf);

    /// Another process of this node may have taken a newer overlay.
    private static final long LOOK_AGAIN = Duration.ofSeconds(1).toNanos();

    private final Overlays overlays;
    private final Set<String> parties;
    private final String self;
    private final InForce shipped;
    private volatile Kept kept;

    /// What holds together.
    private record InForce(CoordinationData data, List<Body> bodies, Map<String, Body> byCode) {
        static InForce of(CoordinationData data) {
            var bodies = data.listBodies();
            return new InForce(
                    data, bodies, bodies.stream().collect(Collectors.toMap(Body::code, Function.identity())));
        }
    }

    /// @param mistakes why the newest overlay cannot be read, so that what is shipped holds
    private record Kept(int version, InForce inForce, List<FieldError> mistakes, long lookedAt) {}

    CoordinationRegister(Overlays overlays, PartyRegister register, NodeSettings settings) {
        this.overlays = overlays;
        this.parties = register.listParties().stream().map(Party::code).collect(Collectors.toSet());
        this.self = settings.node().party();
        this.shipped = InForce.of(shipped(parties));
        this.kept = new Kept(0, shipped, List.of(), System.nanoTime() - LOOK_AGAIN);
    }

    /// What the node ships with.
    static CoordinationData shipped(Set<String> parties) {
        var bodies = shipped(BODIES, parties, CoordinationData.NOTHING);
        return bodies.with(shipped(POLICIES, parties, bodies));
    }

    private static CoordinationData shipped(String path, Set<String> parties, CoordinationData base) {
        var reader = new CoordinationReader(parties, base);
        var data = reader.read(YAMLMapper.shared().readTree(text(path)));
        if (!reader.mistakes().isEmpty()) {
            throw new IllegalStateException(path + " cannot be relied on: " + reader.mistakes());
        }
        return data;
    }

    static String text(String path) {
        try (InputStream in = CoordinationRegister.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the node lacks its own " + path);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Body> bodies() {
        return inForce().bodies();
    }

    /// What is of concern to somebody of a nation: what everybody's node ships, and of what this nation has
    /// instead or besides those bodies in which that nation has an office.
    private List<Body> bodiesFor(String nation) {
        if (nation.equals(self)) {
            return bodies();
        }
        return bodies().stream()
                .flatMap(one -> one.member(nation).isPresent()
                        ? Stream.of(one)
                        : Stream.ofNullable(shipped.byCode().get(one.code())))
                .toList();
    }

    public Optional<Body> find(String code) {
        return Optional.ofNullable(inForce().byCode().get(code));
    }

    /// What is of concern to a caller by their nation.
    public List<Body> bodiesFor(Caller caller) {
        var person = caller.person();
        return bodiesFor(person == null ? self : person.nation());
    }

    /// One of [#bodiesFor] a caller.
    public Optional<Body> findFor(Caller caller, String code) {
        return bodiesFor(caller).stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public List<PhasePolicy> policies() {
        return inForce().data().policies();
    }

    /// What this nation holds its own law to allow is nothing for others beyond what everybody's node ships.
    public List<PhasePolicy> policiesFor(String nation) {
        return nation.equals(self) ? policies() : shipped.data().policies();
    }

    /// Why what this nation says does not hold; nothing while it does.
    public List<FieldError> mistakes() {
        return now().mistakes();
    }

    private InForce inForce() {
        return now().inForce();
    }

    private Kept now() {
        var now = kept;
        return System.nanoTime() - now.lookedAt() < LOOK_AGAIN ? now : look(now);
    }

    private synchronized Kept look(Kept before) {
        var version = overlays.newestVersion();
        if (version == before.version()) {
            kept = new Kept(version, before.inForce(), before.mistakes(), System.nanoTime());
        } else {
            var newest = overlays.newest().orElseThrow();
            kept = read(newest);
        }
        return kept;
    }

    /// What could be read when it was taken may name what a newer version of the node does not ship any more.
    private Kept read(Overlays.Overlay overlay) {
        try {
            return new Kept(overlay.version(), InForce.of(with(overlay.yaml())), List.of(), System.nanoTime());
        } catch (Problem e) {
            LOG.error("version {} of the register of bodies cannot be read: {}", overlay.version(), e.errors());
            return new Kept(overlay.version(), shipped, e.errors(), System.nanoTime());
        }
    }

    /// The next question is answered by what is in the database.
    void forget() {
        kept = new Kept(kept.version(), kept.inForce(), kept.mistakes(), System.nanoTime() - LOOK_AGAIN);
    }

    /// What would hold with an overlay.
    ///
    /// @throws Problem naming every mistake with its line
    CoordinationData with(String yaml) {
        return shipped.data().with(WrittenYaml.read(yaml, SHAPE, this::read));
    }

    private WrittenYaml.Reading<CoordinationData> read(JsonNode tree) {
        var reader = new CoordinationReader(parties, shipped.data());
        return new WrittenYaml.Reading<>(reader.read(tree), reader.mistakes());
    }

    CoordinationData data() {
        return inForce().data();
    }

    private static @Nullable List<String> fieldsOf(String at) {
        return FIELDS.entrySet().stream()
                .filter(one -> one.getKey().matcher(at).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
