package org.renkei.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.renkei.command.BatchOutcome.AlreadyKnown;
import org.renkei.command.BatchOutcome.Refused;
import org.renkei.command.BatchOutcome.Revised;
import org.renkei.command.BatchOutcome.Stored;

/// What came of everything that was found.
final class ImportTally {
    private static final int MAX_SHOWN = 10_000;

    private final List<String> refusals = new ArrayList<>();
    private long read;
    private long stored;
    private long alreadyKnown;
    private long revised;
    private long refused;

    void read() {
        read++;
    }

    long found() {
        return read;
    }

    void add(String place, BatchOutcome outcome) {
        switch (outcome) {
            case Stored() -> stored++;
            case AlreadyKnown() -> alreadyKnown++;
            case Revised() -> revised++;
            case Refused(String reason) -> refuse(place, reason);
        }
    }

    /// Refusals beyond the first ten thousand are counted only.
    void refuse(String place, String reason) {
        refused++;
        if (refusals.size() < MAX_SHOWN) {
            refusals.add(place + ": " + reason);
        }
    }

    boolean anyRefused() {
        return refused > 0;
    }

    void print(PrintWriter out, Locale locale) {
        row(out, locale, ImportText.READ, read);
        row(out, locale, ImportText.STORED, stored);
        row(out, locale, ImportText.ALREADY_KNOWN, alreadyKnown);
        row(out, locale, ImportText.REVISED, revised);
        row(out, locale, ImportText.REFUSED, refused);
        refusals.forEach(out::println);
        if (refused > refusals.size()) {
            out.println("…");
        }
        out.flush();
    }

    private static void row(PrintWriter out, Locale locale, ImportText name, long count) {
        String text = name.in(locale);
        // A Japanese character takes two columns.
        int columns =
                text.codePoints().map(character -> character < 0x1100 ? 1 : 2).sum();
        out.println(text + " ".repeat(14 - columns) + "%,10d".formatted(count));
    }
}
