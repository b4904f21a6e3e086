package org.renkei.kernel.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.books.Books.Balance;
import org.renkei.kernel.books.Transfer.Phase;

class BooksTest {
    private static final Asset YEN = Asset.currency("JPY");

    private final Books books = new Books();

    @Test
    void aReservationIsPostedInPartsAndTheRestIsGivenBack() {
        books.add(transfer("r", 100, Phase.PENDING, null));
        assertThat(books.balance(YEN, Account.RECEIVABLE)).isEqualTo(new Balance(0, 100));
        books.add(transfer("p", 60, Phase.POSTED, "r"));
        assertThat(books.balance(YEN, Account.RECEIVABLE)).isEqualTo(new Balance(60, 40));
        books.add(transfer("v", 40, Phase.VOIDED, "r"));
        assertThat(books.balance(YEN, Account.RECEIVABLE)).isEqualTo(new Balance(60, 0));
        assertThat(books.balance(YEN, Account.SUPPLIED)).isEqualTo(new Balance(-60, 0));
        assertThat(books.mirror().balance(YEN, Account.PAYABLE)).isEqualTo(new Balance(-60, 0));
    }

    @Test
    void noReservationIsUsedBeyondItsAmount() {
        books.add(transfer("r", 100, Phase.PENDING, null));
        assertThatThrownBy(() -> books.add(transfer("p", 101, Phase.POSTED, "r")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> books.add(transfer("q", 1, Phase.POSTED, "nothing")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsPostedTwice() {
        books.add(transfer("r", 100, Phase.PENDING, null));
        assertThatThrownBy(() -> books.add(transfer("r", 100, Phase.PENDING, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Transfer transfer(String id, long amount, Phase phase, @Nullable String pending) {
        return new Transfer(
                id,
                YEN,
                Account.RECEIVABLE,
                Account.SUPPLIED,
                amount,
                phase,
                pending,
                "test",
                LocalDate.parse("2026-05-07"));
    }
}
