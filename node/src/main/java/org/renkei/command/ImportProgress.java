package org.renkei.command;

import java.io.PrintWriter;
import java.util.Locale;

/// Shows how far an import is: a bar that moves on a terminal, a line for each file elsewhere.
final class ImportProgress {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private final Locale locale;
    private final int files;
    private final long totalBytes;
    private long bytes;
    private int file;
    private long shown = -1;

    ImportProgress(PrintWriter out, boolean terminal, Locale locale, int files, long totalBytes) {
        this.out = out;
        this.terminal = terminal;
        this.locale = locale;
        this.files = files;
        this.totalBytes = totalBytes;
    }

    void fileStarts() {
        file++;
    }

    void bytesRead(long count) {
        bytes += count;
    }

    void show(long records) {
        if (terminal && records != shown) {
            shown = records;
            int filled = totalBytes == 0 ? WIDTH : (int) (WIDTH * Math.min(bytes, totalBytes) / totalBytes);
            out.print("\r[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] "
                    + ImportText.PROGRESS.in(locale, file, files, records) + "\u001b[K");
            out.flush();
        }
    }

    void fileEnds(String name, long records) {
        if (!terminal) {
            out.println(ImportText.FILE_DONE.in(locale, name, records));
        }
    }

    void ends() {
        if (terminal) {
            out.print("\r\u001b[K");
        }
        out.flush();
    }
}
