package org.renkei.feeds;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Why something could not be read, and what to do: a problem with its particulars.
public record FeedReason(FeedProblem problem, List<String> details) {
    private static final int MAX_DETAIL = 160;

    public FeedReason {
        details = details.stream().map(FeedReason::shorten).toList();
    }

    static FeedReason of(FeedProblem problem, String... details) {
        return new FeedReason(problem, Arrays.asList(details));
    }

    /// The whole reason in Japanese or else in English.
    public String text(Locale locale) {
        String pattern = Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) ? problem.ja() : problem.en();
        return MessageFormat.format(pattern, details.toArray());
    }

    private static String shorten(String detail) {
        String line = detail.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= MAX_DETAIL ? line : line.substring(0, MAX_DETAIL) + "…";
    }
}
