package org.renkei.kernel.agreement;

/// How an agreement stands on a given day. Only [#IN_FORCE] carries a release.
public enum AgreementState {
    IN_FORCE("in-force"),
    /// Signed; entry into force not reached.
    SIGNED("signed"),
    /// The sources do not say whether it is in force.
    UNKNOWN("unknown"),
    SUSPENDED("suspended"),
    ENDED("ended");

    private final String code;

    AgreementState(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
