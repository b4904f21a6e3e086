package org.renkei.feeds.receiver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// Fetches documents from one host, bounded in time and size, and only when they changed. A redirection is
/// followed to
/// the same host alone and never away from TLS; certificates are checked as the platform does.
final class HttpFetch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTIONS = 3;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final URI home;
    private final Duration whole;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<URI, Validators> validators = new HashMap<>();

    private record Validators(Optional<String> tag, Optional<String> changed) {}

    /// @param home whose host is the only one that is asked
    /// @param whole for one document to its last byte
    HttpFetch(URI home, Duration whole) {
        this.home = home;
        this.whole = whole;
    }

    /// Where a link leads, if this may go there: the same host, at the same port or the usual ones, and
    /// over TLS where
    /// the home is.
    Optional<URI> permitted(URI from, String link) {
        try {
            var to = from.resolve(link.strip());
            var scheme = String.valueOf(to.getScheme());
            var plain = scheme.equalsIgnoreCase("http");
            if (to.getHost() == null || !plain && !scheme.equalsIgnoreCase("https")) {
                return Optional.empty();
            }
            // What is published without TLS is asked for over TLS where the home is.
            var secured = plain && isSecure(home) && to.getPort() < 0
                    ? URI.create("https" + to.toString().substring("http".length()))
                    : to;
            var same = secured.getHost().equalsIgnoreCase(home.getHost())
                    && (isSecure(secured) || !isSecure(home))
                    && secured.getUserInfo() == null
                    && (port(secured) == port(home) || secured.getPort() < 0 && home.getPort() < 0);
            return same ? Optional.of(secured) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isSecure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : isSecure(address) ? 443 : 80;
    }

    /// Empty when it did not change since it was fetched and [kept][#keep].
    Optional<Fetched> fetch(URI address, int largest) throws SourceFault, InterruptedException {
        var at = address;
        for (var redirections = 0; redirections <= MOST_REDIRECTIONS; redirections++) {
            var answer = send(at, address, largest);
            if (answer.statusCode() == NOT_MODIFIED && validators.containsKey(address)) {
                return Optional.empty();
            }
            if (answer.statusCode() == OK) {
                return Optional.of(new Fetched(
                        at,
                        answer.body(),
                        new Validators(
                                answer.headers().firstValue("ETag"),
                                answer.headers().firstValue("Last-Modified"))));
            }
            var location = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
                throw new SourceFault(FeedFault.UNUSABLE_ANSWER, named(at) + ": " + answer.statusCode());
            }
            at = permitted(at, location.get())
                    .orElseThrow(() -> new SourceFault(
                            FeedFault.UNUSABLE_ANSWER, named(address) + ": redirected to another host"));
        }
        throw new SourceFault(FeedFault.UNUSABLE_ANSWER, named(address) + ": redirected too often");
    }

    /// One document that came.
    ///
    /// @param from where it was at last
    record Fetched(URI from, byte[] content, Validators validators) {}

    /// From now on only what is newer than this comes: it was taken further.
    void keep(URI address, Fetched fetched) {
        validators.put(address, fetched.validators());
    }

    private HttpResponse<byte[]> send(URI at, URI asked, int largest) throws SourceFault, InterruptedException {
        var request = HttpRequest.newBuilder(at).timeout(PATIENCE).GET();
        var known = validators.get(asked);
        if (known != null) {
            known.tag().ifPresent(tag -> request.header("If-None-Match", tag));
            known.changed().ifPresent(time -> request.header("If-Modified-Since", time));
        }
        var answer = client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
        try {
            return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new SourceFault(
                    FeedFault.UNUSABLE_ANSWER, named(at) + ": not there after " + whole.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw fault(at, failed.getCause() instanceof Throwable cause ? cause : failed);
        } finally {
            answer.cancel(true);
        }
    }

    private static SourceFault fault(URI at, Throwable cause) {
        var message = named(at) + ": " + cause;
        if (cause instanceof SSLException) {
            return new SourceFault(FeedFault.NOT_TRUSTED, message);
        }
        var tooLarge = cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains("capacity");
        return new SourceFault(tooLarge ? FeedFault.UNUSABLE_ANSWER : FeedFault.CANNOT_CONNECT, message);
    }

    /// Without what may be secret: user, password, query.
    static String named(URI address) {
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port + address.getPath();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
