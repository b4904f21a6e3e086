package org.renkei.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.NodeSettings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Begins the steps that are traced. Without a place to send traces to, every step is nothing.
@Component
public class Traces implements DisposableBean {
    private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final @Nullable OpenTelemetrySdk sdk;
    private final Tracer tracer;

    Traces(NodeSettings settings) {
        var endpoint = settings.traces();
        if (endpoint == null) {
            sdk = null;
            tracer = OpenTelemetry.noop().getTracer("renkei");
            return;
        }
        var exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(endpoint.toString()).build();
        var provider = SdkTracerProvider.builder()
                .setResource(Resource.builder()
                        .put("service.name", "renkei")
                        .put("service.instance.id", settings.node().toString())
                        .build())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(EVERY)
                        .build())
                .build();
        sdk = OpenTelemetrySdk.builder().setTracerProvider(provider).build();
        tracer = sdk.getTracer("renkei");
    }

    public boolean isOn() {
        return sdk != null;
    }

    /// A step within the one that this thread is in, if any.
    public Part begin(Step step) {
        return new Part(tracer.spanBuilder(step.text()).startSpan());
    }

    /// A step that goes on from one elsewhere (W3C `traceparent`); a context that is none begins anew.
    public Part begin(Step step, @Nullable String parent) {
        var span = tracer.spanBuilder(step.text());
        context(parent).ifPresent(span::setParent);
        return new Part(span.startSpan());
    }

    private static Optional<Context> context(@Nullable String parent) {
        var fields = PARENT.matcher(parent == null ? "" : parent);
        if (!fields.matches()) {
            return Optional.empty();
        }
        var remote = SpanContext.createFromRemoteParent(
                fields.group(1), fields.group(2), TraceFlags.fromHex(fields.group(3), 0), TraceState.getDefault());
        return remote.isValid() ? Optional.of(Context.root().with(Span.wrap(remote))) : Optional.empty();
    }

    /// Where this thread is, for somebody who goes on elsewhere; null when nothing is traced.
    public @Nullable String current() {
        return text(Span.current().getSpanContext());
    }

    private static @Nullable String text(SpanContext context) {
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }

    /// One step; it ends when it is closed.
    public static final class Part implements AutoCloseable {
        private final Span span;
        private final Scope scope;

        @SuppressWarnings("MustBeClosedChecker") // closed in close()
        private Part(Span span) {
            this.span = span;
            this.scope = span.makeCurrent();
        }

        public Part say(Fact fact, String value) {
            span.setAttribute(fact.text(), value);
            return this;
        }

        public Part say(Fact fact, long value) {
            span.setAttribute(fact.text(), value);
            return this;
        }

        /// It did not go well; why is in the log and not here.
        public void failed() {
            span.setStatus(StatusCode.ERROR);
        }

        public @Nullable String context() {
            return text(span.getSpanContext());
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }

    @Override
    public void destroy() {
        if (sdk != null) {
            sdk.close();
        }
    }
}
