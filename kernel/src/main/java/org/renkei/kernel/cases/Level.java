package org.renkei.kernel.cases;

/// How high a body stands, the highest first. Each nation keeps its own chain of command; a body is where
/// they meet.
public enum Level implements Coded {
    SUMMIT("summit", "首脳"),
    MINISTERIAL("ministerial", "閣僚"),
    /// Security Consultative Committee, "2+2".
    SCC("2+2", "2+2"),
    /// Security Subcommittee.
    SSC("Security Subcommittee", "SSC"),
    /// Subcommittee for Defense Cooperation.
    SDC("Subcommittee for Defense Cooperation", "SDC"),
    /// Joint Committee under the Status of Forces Agreement.
    JC("Joint Committee", "合同委員会"),
    DIRECTOR_GENERAL("director-general", "局長級"),
    DIRECTOR("director", "課長級"),
    ACTION_OFFICER("action officer", "担当級"),
    OPERATIONS("operations", "運用"),
    COMPONENT("component", "軍種別"),
    ON_THE_SPOT("on the spot", "現地");

    private final String english;
    private final String japanese;

    Level(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }

    public boolean isAbove(Level other) {
        return compareTo(other) < 0;
    }
}
