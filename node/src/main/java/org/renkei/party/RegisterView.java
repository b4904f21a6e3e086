package org.renkei.party;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The register of bodies and phase policies as an administrator has it.
///
/// @param version of what this nation has said; 0 while it has said nothing
/// @param yaml what it has said
/// @param shipped what the node comes with, to write by
/// @param versions those before, too; the newest first
public record RegisterView(int version, String yaml, String shipped, List<Version> versions) {

    public record Version(int version, Instant at, String by, String yaml) {}

    /// What would be another than now.
    ///
    /// @param what `body`, `office` or `policy`
    /// @param change `added`, `changed` or `gone`
    public record Change(String what, String code, String change, Map<String, String> name) {}

    public record Effect(int bodies, int offices, int policies, List<Change> changes) {}
}
