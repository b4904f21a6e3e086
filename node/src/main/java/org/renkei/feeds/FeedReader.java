package org.renkei.feeds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Reads files of all known kinds: the door of this package. Each file is recognized by its content, gzip and
/// zip around it included, and read as a stream; a file of a gigabyte needs no more memory than its largest
/// element.
///
/// Nothing that a file contains makes [#read] throw: what cannot be read is an item of its own. Only the
/// consumer's own
/// exceptions pass through.
public final class FeedReader {
    private static final int PEEK = 8192;

    private final String label;
    private final FeedLimits limits;

    /// Labels everything `UNCLASSIFIED//PUBLIC`.
    public FeedReader() {
        this(FeedDraft.PUBLIC, FeedLimits.DEFAULT);
    }

    /// @param label for everything that is read
    public FeedReader(String label, FeedLimits limits) {
        this.label = label;
        this.limits = limits;
    }

    /// Reads one file to its end; the caller closes the stream.
    public void read(InputStream file, Consumer<FeedItem> consumer) {
        var sink = new FeedSink(consumer, "", label);
        try {
            InputStream in = new BufferedInputStream(file, PEEK);
            FeedForm form = form(in);
            switch (form) {
                case GZIP -> readInner(FeedArchive.gunzip(in, limits), sink);
                case ZIP -> FeedArchive.unzip(in, limits, FeedReader::readInner, sink);
                case JSON, XML, TABLE, EMPTY, UNKNOWN -> readContent(form, in, sink);
            }
        } catch (IOException e) {
            sink.refuse(0, FeedException.reasonOf(e, FeedProblem.UNREADABLE));
        }
    }

    private static void readInner(InputStream inner, FeedSink sink) {
        try {
            InputStream in = new BufferedInputStream(inner, PEEK);
            FeedForm form = form(in);
            if (form == FeedForm.GZIP || form == FeedForm.ZIP) {
                throw new FeedException(FeedProblem.NESTED_ARCHIVE);
            }
            readContent(form, in, sink);
        } catch (IOException e) {
            sink.refuse(0, FeedException.reasonOf(e, FeedProblem.BROKEN_ARCHIVE));
        }
    }

    private static void readContent(FeedForm form, InputStream in, FeedSink sink) throws IOException {
        if (FeedForm.startsWithByteOrderMark(peek(in))) {
            in.skipNBytes(FeedForm.BYTE_ORDER_MARK_LENGTH);
        }
        switch (form) {
            case JSON -> GeoJsonReader.read(in, sink);
            case XML -> readXml(in, sink);
            case TABLE -> TableReader.read(in, charset(in), sink);
            case EMPTY -> sink.refuse(0, FeedReason.of(FeedProblem.EMPTY));
            case UNKNOWN, GZIP, ZIP -> sink.refuse(0, FeedReason.of(FeedProblem.UNKNOWN_CONTENT));
        }
    }

    private static void readXml(InputStream in, FeedSink sink) {
        long line = 0;
        FeedDraft draft;
        FeedMessage message;
        try {
            XmlElement root = XmlDocumentReader.read(in);
            line = root.line();
            if (root.namespace().equals(JmaTelegram.NAMESPACE) && root.name().equals("Report")) {
                var telegram = JmaTelegram.of(root);
                draft = telegram.draft();
                message = telegram.message();
            } else if (root.namespace().startsWith(CapAlert.NAMESPACE)
                    && root.name().equals("alert")) {
                var alert = CapAlert.of(root);
                draft = alert.draft();
                message = alert.message();
            } else {
                throw new FeedException(FeedProblem.UNKNOWN_XML, root.name());
            }
        } catch (FeedException e) {
            sink.refuse(line, e.reason());
            return;
        }
        sink.read(line, draft, message);
    }

    private static FeedForm form(InputStream in) throws IOException {
        return FeedForm.of(peek(in));
    }

    /// UTF-8, unless the beginning is none and then the Shift_JIS of Japanese offices.
    private static Charset charset(InputStream in) throws IOException {
        return FeedForm.isUtf8(peek(in)) ? StandardCharsets.UTF_8 : Charset.forName("windows-31j");
    }

    private static byte[] peek(InputStream in) throws IOException {
        in.mark(PEEK);
        byte[] start = in.readNBytes(PEEK);
        in.reset();
        return start;
    }
}
