package org.renkei.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.renkei.feeds.FeedItem.Read;
import org.renkei.feeds.FeedItem.Refused;

/// What a reader finds in a text, in bytes or in a file.
final class Feeds {
    private Feeds() {}

    static String sample(String name) {
        try (InputStream in = Feeds.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<FeedItem> items(byte[] file) {
        return items(new ByteArrayInputStream(file));
    }

    static List<FeedItem> items(InputStream file) {
        var items = new ArrayList<FeedItem>();
        new FeedReader().read(file, items::add);
        return items;
    }

    static List<FeedItem> items(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return items(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FeedDraft only(String text) {
        List<FeedItem> items = items(text.getBytes(UTF_8));
        if (items.size() == 1 && items.getFirst() instanceof Read read) {
            return read.draft();
        }
        throw new AssertionError(items.toString());
    }

    static List<FeedDraft> drafts(List<FeedItem> items) {
        return items.stream()
                .filter(Read.class::isInstance)
                .map(item -> ((Read) item).draft())
                .toList();
    }

    /// `line: reason` of everything refused, in English.
    static List<String> refusals(List<FeedItem> items) {
        return items.stream()
                .filter(Refused.class::isInstance)
                .map(item ->
                        item.place().after("") + " " + ((Refused) item).reason().text(Locale.ENGLISH))
                .map(String::strip)
                .toList();
    }

    static List<String> refusals(String text) {
        return refusals(items(text.getBytes(UTF_8)));
    }
}
