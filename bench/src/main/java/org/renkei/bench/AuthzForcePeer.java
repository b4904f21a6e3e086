package org.renkei.bench;

import static org.ow2.authzforce.xacml.identifiers.XacmlAttributeCategory.XACML_1_0_ACCESS_SUBJECT;
import static org.ow2.authzforce.xacml.identifiers.XacmlAttributeCategory.XACML_3_0_RESOURCE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import oasis.names.tc.xacml._3_0.core.schema.wd_17.DecisionType;
import org.ow2.authzforce.core.pdp.api.AttributeFqn;
import org.ow2.authzforce.core.pdp.api.AttributeFqns;
import org.ow2.authzforce.core.pdp.api.DecisionRequest;
import org.ow2.authzforce.core.pdp.api.DecisionRequestBuilder;
import org.ow2.authzforce.core.pdp.api.value.AttributeBag;
import org.ow2.authzforce.core.pdp.api.value.Bags;
import org.ow2.authzforce.core.pdp.api.value.IntegerValue;
import org.ow2.authzforce.core.pdp.api.value.StandardDatatypes;
import org.ow2.authzforce.core.pdp.api.value.StringValue;
import org.ow2.authzforce.core.pdp.impl.BasePdpEngine;
import org.ow2.authzforce.core.pdp.impl.PdpEngineConfiguration;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.release.Recipient;

/// The workload for AuthzForce: one XACML 3.0 policy whose condition holds all rules, attributes as bags made
/// beforehand. What an agreement covers on a day and who belongs to which group is told it ready-made; that
/// work is not timed.
final class AuthzForcePeer {
    private static final Optional<String> NO_ISSUER = Optional.empty();

    private final ReleaseWorkload workload;
    private final BasePdpEngine engine;
    private final DecisionRequestBuilder<?> builder;
    private final List<Map<AttributeFqn, AttributeBag<?>>> labels;
    private final List<List<Map<AttributeFqn, AttributeBag<?>>>> recipients;

    AuthzForcePeer(ReleaseWorkload workload) {
        this.workload = workload;
        this.engine = engine();
        this.builder = engine.newRequestBuilder(2, 13);
        this.labels = workload.labels.stream().map(AuthzForcePeer::attributes).toList();
        this.recipients = workload.recipients.stream()
                .map(recipient -> ReleaseWorkload.DAYS.stream()
                        .map(day -> attributes(
                                recipient,
                                workload.ceiling(recipient.party(), day),
                                workload.groupsOf(recipient.party(), day)))
                        .toList())
                .toList();
    }

    boolean permits(int request) {
        return permits(request(request));
    }

    boolean permits(DecisionRequest request) {
        return engine.evaluate(request).getDecision() == DecisionType.PERMIT;
    }

    DecisionRequest request(int request) {
        builder.reset();
        labels.get(workload.label[request]).forEach(builder::putNamedAttributeIfAbsent);
        recipients
                .get(workload.recipient[request])
                .get(workload.day[request])
                .forEach(builder::putNamedAttributeIfAbsent);
        return builder.build(false);
    }

    private static Map<AttributeFqn, AttributeBag<?>> attributes(Label label) {
        var attributes = new LinkedHashMap<AttributeFqn, AttributeBag<?>>();
        String category = XACML_3_0_RESOURCE.value();
        attributes.put(name(category, "level"), number(label.classification().level()));
        if (label.releasability() instanceof Releasability.To(var codes)) {
            put(attributes, name(category, "releasable-to"), codes);
            attributes.put(name(category, "public"), number(0));
        } else {
            attributes.put(name(category, "public"), number(1));
        }
        attributes.put(name(category, "eyes-only"), number(label.eyesOnly() ? 1 : 0));
        put(attributes, name(category, "caveats"), label.caveats());
        put(attributes, name(category, "purposes"), label.purposes());
        put(attributes, name(category, "foreign"), label.foreign());
        return attributes;
    }

    private static Map<AttributeFqn, AttributeBag<?>> attributes(
            Recipient recipient, int ceiling, List<String> groups) {
        var attributes = new LinkedHashMap<AttributeFqn, AttributeBag<?>>();
        String category = XACML_1_0_ACCESS_SUBJECT.value();
        attributes.put(name(category, "clearance"), number(recipient.clearance().level()));
        attributes.put(name(category, "ceiling"), number(ceiling));
        put(attributes, name(category, "nation"), List.of(recipient.party()));
        var names = new ArrayList<>(groups);
        names.add(recipient.party());
        put(attributes, name(category, "names"), names);
        put(attributes, name(category, "caveats"), recipient.caveats());
        put(attributes, name(category, "purposes"), recipient.purposes());
        return attributes;
    }

    private static AttributeFqn name(String category, String id) {
        return AttributeFqns.newInstance(category, NO_ISSUER, id);
    }

    private static AttributeBag<?> number(int value) {
        return Bags.singletonAttributeBag(StandardDatatypes.INTEGER, IntegerValue.valueOf(value));
    }

    private static void put(
            Map<AttributeFqn, AttributeBag<?>> attributes, AttributeFqn name, Collection<String> values) {
        if (!values.isEmpty()) {
            List<StringValue> bag = values.stream().map(StringValue::new).toList();
            attributes.put(name, Bags.newAttributeBag(StandardDatatypes.STRING, bag));
        }
    }

    private static BasePdpEngine engine() {
        try {
            Path folder = Files.createTempDirectory("renkei-bench");
            for (String file : List.of("pdp.xml", "policy.xml")) {
                try (InputStream in = AuthzForcePeer.class.getResourceAsStream(file)) {
                    Files.copy(
                            Objects.requireNonNull(in, file),
                            folder.resolve(file),
                            StandardCopyOption.REPLACE_EXISTING);
                }
                folder.resolve(file).toFile().deleteOnExit();
            }
            folder.toFile().deleteOnExit();
            String configuration = folder.resolve("pdp.xml").toUri().toString();
            return new BasePdpEngine(PdpEngineConfiguration.getInstance(configuration));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
