package org.renkei.kernel.release;

/// The rules of the release decision. All are evaluated for every decision; release is permitted only if none
/// fails. The codes are stable: they stand in answers, in the audit log and in translations. At most 32.
public enum ReleaseRule {
    /// A thing without readable label is released to nobody.
    LABEL_PRESENT("label-present"),
    /// The label's policy is one whose words this node knows.
    POLICY_KNOWN("policy-known"),
    /// Every caveat and purpose of the label is defined by its policy.
    CATEGORIES_KNOWN("categories-known"),
    /// The recipient is a party this node knows.
    PARTY_KNOWN("party-known"),
    /// National-eyes-only beats every other rule.
    EYES_ONLY("eyes-only"),
    /// The recipient is named, directly or by a group it belongs to on that day. No names: origin only.
    RELEASABLE_TO("releasable-to"),
    /// The recipient's clearance dominates the classification.
    LEVEL("level"),
    /// The recipient is briefed on every caveat.
    CAVEATS("caveats"),
    /// Classified things need an information protection agreement certainly in force.
    AGREEMENT_IN_FORCE("agreement-in-force"),
    /// That agreement covers the classification.
    AGREEMENT_CEILING("agreement-ceiling"),
    /// Every nation whose information is quoted has consented to this release.
    FOREIGN_INFORMATION("foreign-information"),
    /// Another nation's record is passed on only with its originator's consent (third-party rule).
    ORIGINATOR_CONTROL("originator-control"),
    /// Every purpose of the label is open to the recipient.
    PURPOSE("purpose");

    /// The rules whose failure an originator's consent could lift; if only these fail, a human decides.
    static final int CONSENT = FOREIGN_INFORMATION.bit() | ORIGINATOR_CONTROL.bit();

    /// The rules that speak about one recipient and one label. Where the record's own label fails only these,
    /// a portion with a more open label may still go.
    static final int PER_PORTION = RELEASABLE_TO.bit()
            | LEVEL.bit()
            | CAVEATS.bit()
            | AGREEMENT_IN_FORCE.bit()
            | AGREEMENT_CEILING.bit()
            | PURPOSE.bit();

    /// The rules about other nations. They are met for a site of the own nation: what is national belongs
    /// there, and no agreement is needed.
    static final int BETWEEN_NATIONS =
            EYES_ONLY.bit() | RELEASABLE_TO.bit() | AGREEMENT_IN_FORCE.bit() | AGREEMENT_CEILING.bit();

    /// The rules about anybody else. They are met for people of the own nation: what they look at is here
    /// already.
    static final int AMONG_OTHERS = BETWEEN_NATIONS | CONSENT | PARTY_KNOWN.bit();

    /// The rules that ask which party it is. They are met for whoever belongs to none: for them a label has
    /// to say that it is public, and by that its originator has said that it may go to anybody.
    static final int ABOUT_PARTIES = PARTY_KNOWN.bit() | ORIGINATOR_CONTROL.bit();

    private final String code;

    ReleaseRule(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// This rule's place in a set of rules.
    public int bit() {
        return 1 << ordinal();
    }

    public boolean isIn(int rules) {
        return (rules & bit()) != 0;
    }
}
