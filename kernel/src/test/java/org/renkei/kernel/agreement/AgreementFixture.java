package org.renkei.kernel.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.renkei.kernel.label.Classification;

/// `anAgreement().between("JPN", "USA").inForce("2007-08-10").upTo(SECRET).build()`. What is not said is not known.
public final class AgreementFixture {
    private String id = "test";
    private AgreementType type = AgreementType.INFORMATION_PROTECTION;
    private Set<String> parties = Set.of("JPN", "USA");
    private PartialDate signed;
    private PartialDate inForce;
    private LocalDate ended;
    private Classification ceiling;
    private final List<Suspension> suspensions = new ArrayList<>();

    private AgreementFixture() {}

    public static AgreementFixture anAgreement() {
        return new AgreementFixture();
    }

    public AgreementFixture called(String id) {
        this.id = id;
        return this;
    }

    public AgreementFixture about(AgreementType type) {
        this.type = type;
        return this;
    }

    public AgreementFixture between(String... parties) {
        this.parties = Set.copyOf(List.of(parties));
        return this;
    }

    public AgreementFixture signed(String date) {
        signed = PartialDate.parse(date);
        return this;
    }

    public AgreementFixture inForce(String date) {
        inForce = PartialDate.parse(date);
        return this;
    }

    public AgreementFixture ended(String day) {
        ended = LocalDate.parse(day);
        return this;
    }

    public AgreementFixture suspended(String from, String until) {
        suspensions.add(new Suspension(LocalDate.parse(from), until == null ? null : LocalDate.parse(until), "test"));
        return this;
    }

    public AgreementFixture upTo(Classification ceiling) {
        this.ceiling = ceiling;
        return this;
    }

    public Agreement build() {
        return new Agreement(
                id,
                type,
                "Agreement " + id,
                "協定" + id,
                parties,
                signed,
                inForce,
                ended,
                ended == null ? null : "test",
                suspensions,
                ceiling,
                "test",
                1);
    }
}
