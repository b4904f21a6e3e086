package org.renkei.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.review.ReleasePolicy;
import org.renkei.problem.Problem;
import org.renkei.yaml.WrittenYaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A release policy as YAML that somebody wrote by hand: a map of the fields of a policy, in plain values.
final class PolicyYaml {
    /// Characters.
    static final int MAX_LENGTH = 32 * 1024;

    private static final WrittenYaml.Shape SHAPE =
            new WrittenYaml.Shape("a policy", "方針", MAX_LENGTH, 4, PolicyYaml::fieldsOf);

    private PolicyYaml() {}

    static String write(ReleasePolicy policy) {
        return YAMLMapper.shared().writeValueAsString(PolicyDraft.of(policy));
    }

    /// @param parties codes that are known
    /// @throws Problem naming every mistake with its line and what is expected there; `at` is `/yaml/` and the line
    static ReleasePolicy read(String yaml, Set<String> parties) {
        return WrittenYaml.read(yaml, SHAPE, tree -> policy(tree, parties));
    }

    private static WrittenYaml.Reading<ReleasePolicy> policy(JsonNode tree, Set<String> parties) {
        var reader = new PolicyReader(parties, LocalDate.MIN);
        var policy = reader.tryToRead(tree, 0);
        return new WrittenYaml.Reading<>(policy, reader.mistakes());
    }

    private static @Nullable List<String> fieldsOf(String at) {
        return at.isEmpty() ? PolicyReader.FIELDS : at.matches("/rules/[0-9]+") ? PolicyReader.RULE_FIELDS : null;
    }
}
