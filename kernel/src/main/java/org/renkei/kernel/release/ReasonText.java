package org.renkei.kernel.release;

import java.util.Locale;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementState;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;

/// A [Reason] in words, in Japanese or English, with the facts and dates it rests on; and what would change it.
public final class ReasonText {
    private ReasonText() {}

    /// The outward grade: all that a partner may be told of a decision against it.
    public static String outward(Locale language) {
        return pick(language, "開示できません", "not releasable");
    }

    public static String of(Reason reason, Locale language) {
        var label = reason.label();
        return label == null
                ? pick(language, "読み取れる秘密区分表示がありません", "there is no readable label")
                : reason.met() ? met(reason, label, language) : failed(reason, label, language);
    }

    private static String met(Reason reason, Label label, Locale language) {
        var party = reason.recipient().name();
        return switch (reason.rule()) {
            case LABEL_PRESENT -> pick(language, "区分表示 " + label, "labelled " + label);
            case POLICY_KNOWN ->
                pick(language, "規則 " + label.policy() + " は既知", "policy " + label.policy() + " is known");
            case CATEGORIES_KNOWN -> pick(language, "付加区分と目的はすべて既知", "all caveats and purposes are known");
            case PARTY_KNOWN -> pick(language, party + " は登録済み", party + " is a known party");
            case EYES_ONLY ->
                label.eyesOnly()
                        ? pick(
                                language,
                                "自国限り: " + party + " は自国の拠点",
                                "national eyes only: " + party + " is a site of the own nation")
                        : pick(language, "自国限りではない", "not national-eyes-only");
            case RELEASABLE_TO ->
                reason.national()
                        ? pick(
                                language,
                                party + " は自国の拠点（開示先の指定は不要）",
                                party + " is a site of the own nation: REL TO is about others")
                        : label.releasability() instanceof Releasability.Everyone
                                ? pick(language, "公開", "public")
                                : pick(language, "開示先に " + party + " を含む", party + " is in REL TO");
            case LEVEL ->
                pick(
                        language,
                        party + " の取扱資格 " + clearance(reason) + " は " + marking(label) + " 以上",
                        "clearance " + clearance(reason) + " of " + party + " covers " + marking(label));
            case CAVEATS ->
                label.caveats().isEmpty()
                        ? pick(language, "付加区分なし", "no caveats")
                        : pick(
                                language,
                                party + " は " + label.caveats() + " の取扱可",
                                party + " is briefed on " + label.caveats());
            case AGREEMENT_IN_FORCE ->
                reason.national()
                        ? pick(language, "自国の拠点: 協定は不要", "own nation: no agreement needed")
                        : label.classification().isClassified()
                                ? inForce(reason, language)
                                : pick(
                                        language,
                                        "秘密ではないため情報保護協定は不要",
                                        "unclassified: no information protection agreement needed");
            case AGREEMENT_CEILING ->
                reason.national()
                        ? pick(language, "自国の拠点: 協定は不要", "own nation: no agreement needed")
                        : label.classification().isClassified()
                                ? ceiling(reason, language)
                                : pick(language, "秘密ではない", "unclassified");
            case FOREIGN_INFORMATION -> pick(language, "他国情報の制約なし", "no foreign information without consent");
            case ORIGINATOR_CONTROL -> pick(language, "作成元の同意に不足なし", "no originator's consent is missing");
            case PURPOSE ->
                label.purposes().isEmpty()
                        ? pick(language, "目的の限定なし", "no purpose bound")
                        : pick(
                                language,
                                "目的 " + label.purposes() + " は許可",
                                "purpose " + label.purposes() + " is open to " + party);
        };
    }

    private static String failed(Reason reason, Label label, Locale language) {
        var party = reason.recipient().name();
        return switch (reason.rule()) {
            case LABEL_PRESENT -> pick(language, "読み取れる秘密区分表示がありません", "there is no readable label");
            case POLICY_KNOWN ->
                pick(
                        language,
                        "規則 " + label.policy() + " を知りません",
                        "policy " + label.policy() + " is not known to this node");
            case CATEGORIES_KNOWN ->
                pick(
                        language,
                        "規則 " + label.policy() + " にない付加区分または目的: " + label.caveats() + label.purposes(),
                        "caveats " + label.caveats() + " or purposes " + label.purposes()
                                + " are not defined by policy " + label.policy());
            case PARTY_KNOWN -> pick(language, party + " は登録されていません", party + " is not a known party");
            case EYES_ONLY -> pick(language, "自国限り（EYES ONLY）", "national eyes only (EYES ONLY)");
            case RELEASABLE_TO ->
                label.releasability().isOriginOnly()
                        ? pick(language, "開示先の指定なし: 自国のみ", "no REL TO: stays at its origin")
                        : pick(
                                language,
                                "開示先に " + party + " なし（" + label + "）",
                                party + " is not in REL TO (" + label + ")");
            case LEVEL ->
                pick(
                        language,
                        party + " の取扱資格 " + clearance(reason) + " は " + marking(label) + " に満たない",
                        "clearance " + clearance(reason) + " of " + party + " is below " + marking(label));
            case CAVEATS ->
                pick(
                        language,
                        party + " は " + label.caveats() + " のすべてを取り扱えない（許可: "
                                + reason.recipient().caveats() + "）",
                        party + " is not briefed on all of " + label.caveats() + " (briefed: "
                                + reason.recipient().caveats() + ")");
            case AGREEMENT_IN_FORCE -> notInForce(reason, language);
            case AGREEMENT_CEILING -> belowCeiling(reason, label, language);
            case FOREIGN_INFORMATION ->
                pick(
                        language,
                        label.foreign() + " の情報を含み、その同意がない",
                        "holds information of " + label.foreign() + " without its consent");
            case ORIGINATOR_CONTROL ->
                pick(
                        language,
                        "作成元の同意がない（第三者規則）",
                        "the originator has not consented to passing it on (third-party rule)");
            case PURPOSE ->
                pick(
                        language,
                        "目的 " + label.purposes() + " は " + party + " に許可されていない",
                        "purpose " + label.purposes() + " is not open to " + party);
        };
    }

    private static String inForce(Reason reason, Locale language) {
        var agreement = reason.agreement();
        if (agreement == null) {
            return pick(language, "情報保護協定が有効", "an information protection agreement is in force");
        }
        return pick(
                language,
                agreement.nameJa() + " " + agreement.inForce() + " 発効",
                agreement.nameEn() + ", in force " + agreement.inForce());
    }

    private static String ceiling(Reason reason, Locale language) {
        var agreement = reason.agreement();
        var ceiling = agreement == null || agreement.ceiling() == null
                ? ""
                : agreement.ceiling().marking();
        return pick(language, "協定の対象は " + ceiling + " まで", "the agreement covers up to " + ceiling);
    }

    private static String notInForce(Reason reason, Locale language) {
        var agreement = reason.agreement();
        var party = reason.recipient().name();
        if (agreement == null) {
            return pick(language, party + " との情報保護協定なし", "no information protection agreement with " + party);
        }
        var state = agreement.stateOn(reason.asOf());
        return pick(
                language,
                agreement.nameJa() + ": " + stateJa(state, agreement, reason) + "（" + reason.asOf() + " 現在）",
                agreement.nameEn() + ": " + stateEn(state, agreement, reason) + " (as of " + reason.asOf() + ")");
    }

    private static String stateEn(AgreementState state, Agreement agreement, Reason reason) {
        return switch (state) {
            case IN_FORCE -> "in force " + agreement.inForce();
            case SIGNED -> "signed " + agreement.signed() + ", not known to be in force";
            case UNKNOWN -> "date of entry into force not known";
            case SUSPENDED -> "suspended since " + suspendedSince(agreement, reason);
            case ENDED -> "ended " + agreement.ended();
        };
    }

    private static String stateJa(AgreementState state, Agreement agreement, Reason reason) {
        return switch (state) {
            case IN_FORCE -> agreement.inForce() + " 発効";
            case SIGNED -> agreement.signed() + " 署名、発効は確認できない";
            case UNKNOWN -> "発効日不明";
            case SUSPENDED -> suspendedSince(agreement, reason) + " から停止中";
            case ENDED -> agreement.ended() + " 終了";
        };
    }

    private static String suspendedSince(Agreement agreement, Reason reason) {
        return agreement.suspensions().stream()
                .filter(suspension -> suspension.covers(reason.asOf()))
                .map(suspension -> suspension.from().toString())
                .findFirst()
                .orElse("?");
    }

    private static String belowCeiling(Reason reason, Label label, Locale language) {
        var agreement = reason.agreement();
        if (agreement == null || agreement.stateOn(reason.asOf()) != AgreementState.IN_FORCE) {
            return pick(language, "有効な協定がなく、対象区分を確かめられない", "no agreement in force that could cover " + marking(label));
        }
        var ceiling = agreement.ceiling();
        return ceiling == null
                ? pick(language, agreement.nameJa() + ": 対象区分が不明", agreement.nameEn() + ": its ceiling is not known")
                : pick(
                        language,
                        agreement.nameJa() + " の対象は " + ceiling.marking() + " まで",
                        agreement.nameEn() + " covers only up to " + ceiling.marking());
    }

    /// What would make a failed rule hold, and who could decide it; empty for a rule that is met.
    public static String remedy(Reason reason, Locale language) {
        if (reason.met()) {
            return "";
        }
        return switch (reason.rule()) {
            case LABEL_PRESENT, POLICY_KNOWN, CATEGORIES_KNOWN ->
                pick(language, "作成者が区分表示を改める", "the author can correct the label");
            case PARTY_KNOWN -> pick(language, "管理者が当事国を登録する", "an administrator can register the party");
            case EYES_ONLY, RELEASABLE_TO, PURPOSE ->
                pick(language, "作成者または開示担当官が開示先を改める", "the author or the release officer can widen the label");
            case LEVEL, CAVEATS ->
                pick(language, "開示担当官が接続先の取扱資格を改める", "the release officer can change what the partner is cleared for");
            case AGREEMENT_IN_FORCE, AGREEMENT_CEILING ->
                pick(
                        language,
                        "協定の発効・再開が必要。区分を下げるのは作成者のみ",
                        "the agreement must come into force or resume; only the author can lower the label");
            case FOREIGN_INFORMATION, ORIGINATOR_CONTROL ->
                pick(language, "作成元の国に同意を求める", "ask the originating nation for its consent");
        };
    }

    private static String clearance(Reason reason) {
        return reason.recipient().clearance().marking();
    }

    private static String marking(Label label) {
        return label.classification().marking();
    }

    private static String pick(Locale language, String japanese, String english) {
        return language.getLanguage().equals("ja") ? japanese : english;
    }
}
