package org.renkei.feeds.receiver;

/// A source that gives nothing by itself: another part of the node hands lines to the receiver.
final class HandedSource implements LineSource {
    private static final long LONG = 3_600_000;

    @Override
    public void run(Intake intake) throws InterruptedException {
        intake.open();
        while (true) {
            Thread.sleep(LONG);
        }
    }
}
