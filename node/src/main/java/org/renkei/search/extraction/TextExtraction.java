package org.renkei.search.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/// The program that takes a file from its standard input and writes its text to its standard output, UTF-8.
/// It is started for one file and ended when it takes too long; whatever it cannot read it leaves out.
public final class TextExtraction {
    private TextExtraction() {}

    /// @param arguments the [Format], and how many characters are wanted at most
    public static void main(String... arguments) throws IOException {
        var text = of(Format.valueOf(arguments[0]), System.in.readAllBytes(), Integer.parseInt(arguments[1]));
        OutputStream out = System.out;
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    static String of(Format format, byte[] file, int most) throws IOException {
        var text = new Bounded(most);
        switch (format) {
            case PDF -> Papers.read(file, text);
            case WORD -> Office.readWord(file, text);
            case SHEET -> Office.readSheet(file, text);
            case PLAIN -> text.add(PlainText.read(file));
        }
        return text.toString();
    }

    /// Text up to a number of characters.
    static final class Bounded {
        private final int most;
        private final StringBuilder text = new StringBuilder();

        Bounded(int most) {
            this.most = most;
        }

        boolean isFull() {
            return text.length() >= most;
        }

        void add(CharSequence more) {
            var left = most - text.length();
            text.append(more, 0, Math.min(left, more.length()));
        }

        @Override
        public String toString() {
            var end = text.length();
            return end > 0 && Character.isHighSurrogate(text.charAt(end - 1))
                    ? text.substring(0, end - 1)
                    : text.toString();
        }
    }
}
