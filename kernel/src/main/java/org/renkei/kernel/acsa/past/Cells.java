package org.renkei.kernel.acsa.past;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What people type into the cells of a spreadsheet, read the same by every form of line.
public final class Cells {
    private static final int MOST_DIGITS = 30;
    private static final int FIRST_YEAR = 1950;
    private static final Pattern DAY =
            Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[T ]00:00(?::00(?:\\.0+)?)?)?");
    private static final Pattern NUMBER = Pattern.compile("-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.[0-9]+)?");

    private Cells() {}

    /// As it is kept: composed, without blanks around it.
    public static String text(String cell) {
        return Normalizer.normalize(cell.replace("\r\n", "\n"), Normalizer.Form.NFC)
                .strip();
    }

    /// As it is compared and reckoned with: full-width forms become plain ones.
    public static String plain(String cell) {
        return Normalizer.normalize(text(cell), Normalizer.Form.NFKC).strip();
    }

    /// Null for what is no number, or too long to be one that counts something.
    public static @Nullable BigDecimal number(String plain) {
        return plain.length() <= MOST_DIGITS && NUMBER.matcher(plain).matches()
                ? new BigDecimal(plain.replace(",", ""))
                : null;
    }

    /// Null for what is no day that there was, the year first, up to and with the last one.
    public static @Nullable LocalDate day(String plain, LocalDate last) {
        var parts = DAY.matcher(plain);
        try {
            if (parts.matches()) {
                var day = LocalDate.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
                return day.getYear() >= FIRST_YEAR && !day.isAfter(last) ? day : null;
            }
        } catch (DateTimeException e) {
            // No day, like every other text that is none.
        }
        return null;
    }
}
