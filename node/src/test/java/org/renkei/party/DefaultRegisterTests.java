package org.renkei.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.testing.Recordings;

/// The register that the node ships with, against the public facts it was made from where these are at hand.
class DefaultRegisterTests {
    @Test
    void everyAgreementHasPartiesThatAreKnownAndOneCeilingAtMost() {
        var codes = RegisterFiles.parties().stream().map(Party::code).collect(Collectors.toSet());
        var agreements = RegisterFiles.agreements(null);
        assertThat(agreements).hasSize(45).allMatch(one -> codes.containsAll(one.parties()));
        assertThat(agreements)
                .allMatch(one -> (one.ceiling() != null) == (one.type() == AgreementType.INFORMATION_PROTECTION));
    }

    @Test
    void holdsEveryRowOfThePublicFactsWithItsDates() throws IOException {
        var facts = Recordings.need("agreements.csv");
        var names = RegisterFiles.parties().stream().collect(Collectors.toMap(Party::nameEn, Party::code));
        var agreements = RegisterFiles.agreements(null);
        var rows = Files.readAllLines(facts);
        for (var row : rows.subList(1, rows.size())) {
            var cells = row.split(",", 5);
            var partner = names.get(cells[0]);
            assertThat(partner).as(cells[0]).isNotNull();
            assertThat(agreements)
                    .as(row)
                    .anyMatch(one -> one.parties().contains(partner)
                            && one.type() == type(cells[1])
                            && text(one.signed()).equals(cells[2])
                            && text(one.inForce()).equals(cells[3]));
        }
    }

    private static AgreementType type(String words) {
        return words.startsWith("Information")
                ? AgreementType.INFORMATION_PROTECTION
                : words.startsWith("ACSA")
                        ? AgreementType.ACSA
                        : words.startsWith("Defense")
                                ? AgreementType.EQUIPMENT_TRANSFER
                                : AgreementType.RECIPROCAL_ACCESS;
    }

    private static String text(Object date) {
        return date == null ? "" : date.toString();
    }
}
