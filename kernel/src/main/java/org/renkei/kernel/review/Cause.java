package org.renkei.kernel.review;

/// What about a release a policy may ask an officer to look at. The codes are stable: they stand in policies, in the
/// audit log and in translations.
public enum Cause {
    /// Whatever it is, if the rest of the rule fits.
    ALWAYS("always"),
    /// Nothing of this kind was ever released to the party.
    FIRST_OF_KIND("first-of-kind"),
    /// The record's marking is less restrictive than that of the revision before.
    DOWNGRADE("downgrade"),
    /// Exercise and real things stand in one record, or in it and what it refers to.
    EXERCISE_MIX("exercise-mix"),
    /// Many records are released to the party: at once, or by one author within the hours that the policy names.
    MANY("many"),
    /// Another nation, whose information is quoted, has not consented. Only its consent releases it.
    CONSENT("consent"),
    /// The record was cut or kept back by an officer, and is marked differently since.
    RULED_OTHERWISE("ruled-otherwise");

    private final String code;

    Cause(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// Whether a policy may name it; the others come by themselves.
    public boolean isForPolicies() {
        return this != RULED_OTHERWISE && this != CONSENT;
    }

    /// @throws IllegalArgumentException naming the codes there are
    public static Cause parse(String code) {
        for (var cause : values()) {
            if (cause.code.equals(code) && cause.isForPolicies()) {
                return cause;
            }
        }
        throw new IllegalArgumentException(
                "'" + code + "' is no cause; there are always, first-of-kind, downgrade, exercise-mix, many");
    }
}
