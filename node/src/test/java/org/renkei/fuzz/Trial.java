package org.renkei.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// What became of one input: how it ended, how long that took, what it allocated.
///
/// @param path how it ended and where: inputs of one path teach the same
/// @param finding what must not be; empty when all is well
record Trial(String path, Duration took, long allocated, Optional<String> finding) {
    static final Duration MOST = Duration.ofSeconds(1);

    private static final Duration LONG_WAIT = Duration.ofSeconds(10);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int FRAMES = 12;
    private static final int TRIES = 3;

    /// What is slow once is tried again: the compiler may have been in its way.
    static Trial of(Target target, byte[] input) {
        var trial = once(target, input);
        for (var i = 1; i < TRIES && trial.took.compareTo(MOST) > 0; i++) {
            trial = once(target, input);
        }
        return trial;
    }

    private static Trial once(Target target, byte[] input) {
        var before = THREADS.getCurrentThreadAllocatedBytes();
        var begin = System.nanoTime();
        var busy = THREADS.getCurrentThreadCpuTime();
        Throwable thrown = null;
        try {
            target.parser().read(input);
        } catch (Throwable e) {
            thrown = e;
        }
        // Work, not waiting for other programs; waiting counts when it is long.
        var wall = System.nanoTime() - begin;
        var took = Duration.ofNanos(wall > LONG_WAIT.toNanos() ? wall : THREADS.getCurrentThreadCpuTime() - busy);
        var allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        return new Trial(path(thrown), took, allocated, finding(target, input, thrown, took, allocated));
    }

    private static Optional<String> finding(
            Target target, byte[] input, Throwable thrown, Duration took, long allocated) {
        if (thrown != null && !target.allows(thrown)) {
            return Optional.of("it throws " + thrown + " at " + path(thrown));
        }
        if (took.compareTo(MOST) > 0) {
            return Optional.of("it takes " + took.toMillis() + " ms");
        }
        if (allocated > target.memoryFor(input)) {
            return Optional.of("it allocates " + allocated / Target.MEBIBYTE + " MiB, more than "
                    + target.memoryFor(input) / Target.MEBIBYTE);
        }
        return Optional.empty();
    }

    private static String path(Throwable thrown) {
        if (thrown == null) {
            return "read";
        }
        if (thrown instanceof Told) {
            return thrown.getMessage();
        }
        return thrown.getClass().getSimpleName()
                + Arrays.stream(thrown.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                        .collect(Collectors.joining(" ", " ", ""));
    }
}
