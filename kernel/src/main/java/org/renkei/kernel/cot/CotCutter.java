package org.renkei.kernel.cot;

import java.util.Arrays;
import java.util.function.Consumer;

/// Cuts a stream of bytes into pieces: events of XML with nothing between them, frames of the TAK protocol, and what is
/// neither up to the next event. A piece is judged by [CotReader]; nothing here fails. Not thread-safe.
public final class CotCutter {
    /// Longest event or frame, in bytes.
    public static final int LONGEST = 128 * 1024;

    static final int FRAME = 0xBF;
    private static final int SAMPLE = 256;
    private static final byte[] EVENT = {'<', 'e', 'v', 'e', 'n', 't'};
    private static final byte[] COMMENT = {'<', '!', '-', '-'};
    private static final byte[] DATA = {'<', '!', '[', 'C', 'D', 'A', 'T', 'A', '['};

    private final Consumer<byte[]> pieces;
    private byte[] piece = new byte[1024];
    private int length;
    private State state = State.BETWEEN;
    private int depth;
    private int tag;
    private int quote;
    private int missing;
    private boolean framed;

    private enum State {
        BETWEEN,
        /// Neither event nor frame.
        GARBAGE,
        /// Garbage of which enough was told.
        SKIPPED,
        TEXT,
        /// After a `<`.
        OPEN,
        TAG,
        QUOTED,
        MARKUP,
        INSTRUCTION,
        LENGTH,
        PAYLOAD
    }

    /// @param pieces are the taker's own
    public CotCutter(Consumer<byte[]> pieces) {
        this.pieces = pieces;
    }

    /// The next bytes of the stream, wherever they begin and end.
    public void cut(byte[] bytes, int from, int count) {
        for (var i = from; i < from + count; ) {
            if (state == State.PAYLOAD) {
                var part = Math.min(missing, from + count - i);
                add(bytes, i, part);
                i += part;
                missing -= part;
                if (missing == 0) {
                    give(length);
                }
            } else {
                take(bytes[i++]);
            }
        }
    }

    /// The stream has ended: what was begun is given as it is.
    public void end() {
        if (length > 0 && state != State.SKIPPED) {
            give(length);
        }
        start(State.BETWEEN);
    }

    private void take(byte b) {
        switch (state) {
            case BETWEEN -> begin(b);
            case GARBAGE, SKIPPED -> garbage(b);
            case LENGTH -> frameLength(b);
            case TEXT, OPEN, TAG, QUOTED, MARKUP, INSTRUCTION, PAYLOAD -> {
                add(b);
                markup(b);
                if (length > LONGEST) {
                    give(length);
                    state = State.SKIPPED;
                }
            }
        }
    }

    private void begin(byte b) {
        if (b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == 0) {
            return;
        }
        add(b);
        if (b == '<') {
            depth = 0;
            tag = 0;
            state = State.OPEN;
        } else {
            state = (b & 0xFF) == FRAME ? State.LENGTH : State.GARBAGE;
        }
    }

    private void markup(byte b) {
        switch (state) {
            case TEXT -> text(b);
            case OPEN -> state = b == '!' ? State.MARKUP : b == '?' ? State.INSTRUCTION : State.TAG;
            case TAG -> {
                if (b == '"' || b == '\'') {
                    quote = b;
                    state = State.QUOTED;
                } else if (b == '>') {
                    tagEnds();
                } else if (b == '<') {
                    anew();
                }
            }
            case QUOTED -> {
                if (b == quote) {
                    state = State.TAG;
                } else if (b == '<') {
                    anew();
                }
            }
            case MARKUP -> special(b);
            case INSTRUCTION -> {
                if (b == '>' && piece[length - 2] == '?') {
                    state = State.TEXT;
                }
            }
            case BETWEEN, GARBAGE, SKIPPED, LENGTH, PAYLOAD -> throw new IllegalStateException(state.name());
        }
    }

    private void text(byte b) {
        if (b == '<') {
            tag = length - 1;
            state = State.OPEN;
        } else if (depth == 0 && b > ' ') {
            state = State.GARBAGE;
        }
    }

    /// A comment or CDATA; anything else that begins like them has no place in an event.
    private void special(byte b) {
        var isComment = begins(COMMENT);
        var isData = begins(DATA);
        if (!isComment && !isData) {
            state = State.GARBAGE;
        } else if (b == '>'
                && length - tag >= (isComment ? 7 : 12)
                && piece[length - 2] == (isComment ? '-' : ']')
                && piece[length - 3] == (isComment ? '-' : ']')) {
            state = State.TEXT;
        }
    }

    /// Whether what was read of the tag is the beginning of that, or that and more.
    private boolean begins(byte[] word) {
        var count = Math.min(length - tag, word.length);
        return Arrays.equals(piece, tag, tag + count, word, 0, count);
    }

    private void tagEnds() {
        state = State.TEXT;
        if (piece[tag + 1] == '/') {
            depth--;
        } else if (tag > 0 && depth > 0 && isEvent()) {
            // An event within an event: the one before was cut off.
            give(tag);
            state = State.TEXT;
            tag = 0;
            depth = piece[length - 2] == '/' ? 0 : 1;
        } else if (piece[length - 2] != '/') {
            depth++;
        }
        if (depth <= 0) {
            give(length);
        }
    }

    private boolean isEvent() {
        return length - tag > EVENT.length
                && begins(EVENT)
                && !CotXmlParser.isNameCharacter((char) piece[tag + EVENT.length], false);
    }

    /// A `<` where none may be: what was before it is broken, and something new begins.
    private void anew() {
        give(length - 1);
        depth = 0;
        tag = 0;
        state = State.OPEN;
    }

    private void garbage(byte b) {
        if (framed && (b & 0xFF) == FRAME) {
            if (state == State.GARBAGE) {
                give(length);
            }
            start(State.LENGTH);
            add(b);
            return;
        }
        if (state == State.SKIPPED && length > 2 * SAMPLE) {
            System.arraycopy(piece, length - EVENT.length, piece, 0, EVENT.length);
            length = EVENT.length;
        }
        add(b);
        var before = length - EVENT.length;
        if (before >= 0 && Arrays.equals(piece, before, length, EVENT, 0, EVENT.length)) {
            if (state == State.GARBAGE && before > 0) {
                give(before);
            }
            System.arraycopy(EVENT, 0, piece, 0, EVENT.length);
            length = EVENT.length;
            depth = 0;
            tag = 0;
            state = State.TAG;
        } else if (state == State.GARBAGE && length > SAMPLE) {
            give(length);
            state = State.SKIPPED;
        }
    }

    /// Seven bits a byte, the lowest first.
    private void frameLength(byte b) {
        add(b);
        if (b < 0 && length <= 4) {
            return;
        }
        var wanted = 0L;
        for (var i = 1; i < length; i++) {
            wanted |= (long) (piece[i] & 0x7F) << 7 * (i - 1);
        }
        if (b < 0 || wanted > LONGEST) {
            give(length);
            state = State.SKIPPED;
        } else {
            framed = true;
            missing = (int) wanted;
            state = State.PAYLOAD;
            if (missing == 0) {
                give(length);
            }
        }
    }

    /// Gives the first bytes away and keeps the rest.
    private void give(int count) {
        if (count > 0) {
            pieces.accept(Arrays.copyOf(piece, count));
        }
        System.arraycopy(piece, count, piece, 0, length - count);
        length -= count;
        if (length == 0) {
            start(State.BETWEEN);
        }
    }

    private void start(State next) {
        state = next;
        length = 0;
        depth = 0;
        tag = 0;
        if (piece.length > LONGEST) {
            piece = new byte[1024];
        }
    }

    private void add(byte b) {
        room(1);
        piece[length++] = b;
    }

    private void add(byte[] bytes, int from, int count) {
        room(count);
        System.arraycopy(bytes, from, piece, length, count);
        length += count;
    }

    private void room(int more) {
        if (length + more > piece.length) {
            piece = Arrays.copyOf(piece, Math.max(length + more, 2 * piece.length));
        }
    }
}
