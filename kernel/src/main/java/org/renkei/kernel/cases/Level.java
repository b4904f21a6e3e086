package org.renkei.kernel.cases;

/// How high a body stands, the highest first. Each nation keeps its own chain of command; a body is where
/// they meet.
public enum Level implements Coded {
    SUMMIT,
    MINISTERIAL,
    /// Security Consultative Committee, "2+2".
    SCC,
    /// Security Subcommittee.
    SSC,
    /// Subcommittee for Defense Cooperation.
    SDC,
    /// Joint Committee under the Status of Forces Agreement.
    JC,
    DIRECTOR_GENERAL,
    DIRECTOR,
    ACTION_OFFICER,
    OPERATIONS,
    COMPONENT,
    ON_THE_SPOT
}
