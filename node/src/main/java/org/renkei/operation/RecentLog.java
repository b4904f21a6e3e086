package org.renkei.operation;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The last lines of the log without what they speak of: of our own lines the fixed words, and of what was
/// put into them only numbers, ids and names of nodes; of lines of libraries that there was one. Failures
/// lose their messages.
@Component
class RecentLog extends AppenderBase<ILoggingEvent> implements DisposableBean {
    private static final int LINES = 2_000;
    private static final int FRAMES = 12;
    private static final String OURS = "org.renkei.";
    private static final String LEFT_OUT = "…";
    private static final Pattern OPEN =
            Pattern.compile("[A-Z][A-Z0-9-]{1,31}(/[a-z0-9][a-z0-9-]{0,47})?|[0-9.:]{1,40}");

    private final Deque<String> lines = new ArrayDeque<>();

    @PostConstruct
    void attach() {
        if (root() instanceof Logger root) {
            setContext(root.getLoggerContext());
            setName("recent-" + System.identityHashCode(this));
            start();
            root.addAppender(this);
        }
    }

    private static @Nullable Object root() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        return factory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    protected void append(ILoggingEvent event) {
        var line = line(event);
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > LINES) {
                lines.removeFirst();
            }
        }
    }

    List<String> lines() {
        synchronized (lines) {
            return new ArrayList<>(lines);
        }
    }

    private static String line(ILoggingEvent event) {
        var text = new StringBuilder()
                .append(Instant.ofEpochMilli(event.getTimeStamp()))
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(event.getLoggerName());
        if (event.getLoggerName().startsWith(OURS)) {
            text.append(": ").append(words(event));
        }
        for (var failure = event.getThrowableProxy(); failure != null; failure = failure.getCause()) {
            trace(failure, text);
        }
        return text.toString();
    }

    private static String words(ILoggingEvent event) {
        var template = event.getMessage();
        var arguments = event.getArgumentArray();
        var text = new StringBuilder();
        var at = 0;
        var next = 0;
        for (var hole = template.indexOf("{}"); hole >= 0; hole = template.indexOf("{}", at)) {
            text.append(template, at, hole);
            text.append(arguments == null || next >= arguments.length ? LEFT_OUT : open(arguments[next++]));
            at = hole + 2;
        }
        return text.append(template.substring(at)).toString();
    }

    private static String open(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case UUID id -> id.toString();
            case Instant at -> at.toString();
            default -> OPEN.matcher(value.toString()).matches() ? value.toString() : LEFT_OUT;
        };
    }

    private static void trace(IThrowableProxy failure, StringBuilder text) {
        text.append("\n  ").append(failure.getClassName());
        var frames = failure.getStackTraceElementProxyArray();
        for (var i = 0; i < Math.min(FRAMES, frames.length); i++) {
            var frame = frames[i].getStackTraceElement();
            text.append("\n    at ")
                    .append(frame.getClassName())
                    .append('.')
                    .append(frame.getMethodName())
                    .append(':')
                    .append(frame.getLineNumber());
        }
    }

    @Override
    public void destroy() {
        if (root() instanceof Logger root) {
            root.detachAppender(this);
        }
        stop();
    }
}
