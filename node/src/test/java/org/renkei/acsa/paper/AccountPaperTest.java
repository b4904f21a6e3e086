package org.renkei.acsa.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.renkei.documents.Documents;
import org.renkei.kernel.acsa.DeliveryState;
import org.renkei.kernel.acsa.StatementOfAccount;
import org.renkei.kernel.acsa.StatementOfAccount.Entry;
import org.renkei.kernel.acsa.StatementOfAccount.Unmatched;
import org.renkei.kernel.books.Asset;
import org.renkei.testing.Papers;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class AccountPaperTest {
    private static final String LABEL = "CONFIDENTIAL//REL TO JPN, USA//EXERCISE";
    private static final LocalDate DAY = LocalDate.of(2026, 5, 7);
    private static final Asset FUEL = new Asset("fuel/F-76", "litre-15c");

    @Test
    void everyOfFiveHundredEntriesIsThereOnceAndEveryPageIsMarked() {
        Papers.assumeFont();
        var entries = new ArrayList<Entry>();
        for (var number = 0; number < 500; number++) {
            entries.add(new Entry(
                    new UUID(7, number),
                    "USA",
                    "JPN",
                    DAY.plusDays(number / 10),
                    "receipt",
                    Asset.currency("JPY"),
                    1_000_000 + number));
        }
        var account = new StatementOfAccount(
                "JPN",
                "USA",
                DAY,
                DAY.plusYears(1),
                entries,
                new TreeMap<>(Map.of(Asset.currency("JPY"), -500_124_750L, FUEL, 1_200L)),
                new TreeMap<>(),
                List.of(new Unmatched(new UUID(7, 3), "USA", 2, DAY, DeliveryState.DISPUTED)));
        var pdf = print(account);
        Papers.keep(pdf, "account");
        var pages = Papers.pages(pdf);
        assertThat(pages).hasSizeBetween(8, 16);
        assertThat(pages).allSatisfy(page -> assertThat(page.split(LABEL, -1)).hasSize(3));
        var plain = Papers.plain(pdf);
        for (var number = 0; number < 500; number++) {
            assertThat(plain).containsOnlyOnce("%,dJPY".formatted(1_000_000 + number));
        }
        assertThat(plain)
                .contains("500,124,750JPY", "fuel/F-761,200リットル（15°C）Lat15°C")
                .contains("異議ありdisputed", "計算書", "statementofaccount")
                .contains(account.hash().hex())
                .contains("RENKEI:ACCOUNT:JPN:USA:2026-05-07:2027-05-07:"
                        + account.hash().hex());
    }

    @Test
    void anAccountWithoutEntriesSaysSo() {
        Papers.assumeFont();
        var empty =
                new StatementOfAccount("JPN", "USA", DAY, DAY, List.of(), new TreeMap<>(), new TreeMap<>(), List.of());
        assertThat(Papers.pages(print(empty))).hasSize(1).first().asString().contains("引渡しはすべて照合済みです。", "None.");
    }

    private static byte[] print(StatementOfAccount account) {
        try (var context = new AnnotationConfigApplicationContext(Documents.class)) {
            var made = Instant.parse("2027-05-08T00:00:00Z");
            return context.getBean(Documents.class).pdf(AccountPaper.of(account, LABEL, made));
        }
    }
}
