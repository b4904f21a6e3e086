package org.renkei.feeds.receiver;

/// Why a source does not give anything at the moment.
final class SourceFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final FeedFault fault;

    /// @param detail what the system or the other side said
    SourceFault(FeedFault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    FeedFault fault() {
        return fault;
    }
}
