package org.renkei.translation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.TranslationSettings;
import org.renkei.translation.ServiceFault.Cause;

/// Calls the service: TLS with its name verified, no redirection followed, no proxy, no cookie, an answer
/// of no more than so many bytes within so much time.
final class ServiceCaller {
    static final int MOST_BYTES = 256 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_KEY = 4_096;

    private final TranslationSettings settings;
    private final Duration patience;

    /// @param patience from the call to the last byte of its answer
    ServiceCaller(TranslationSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
    }

    /// What came back, whatever it is.
    record Answer(int status, String type, byte[] body) {}

    /// Everything that can be wrong before something leaves. Files are read anew for each call, so that a
    /// new key counts at once.
    HttpRequest request(byte[] body) throws ServiceFault {
        var request = HttpRequest.newBuilder(URI.create(settings.url() + "/chat/completions"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        var file = settings.keyFile();
        if (file != null) {
            request.header("Authorization", "Bearer " + key(file));
        }
        return request.build();
    }

    Answer send(HttpRequest request) throws ServiceFault {
        try (var client = client()) {
            var coming = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
            try {
                return answer(coming.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } finally {
                coming.cancel(true);
                client.shutdownNow();
            }
        } catch (TimeoutException e) {
            throw new ServiceFault(Cause.TOO_SLOW);
        } catch (ExecutionException e) {
            throw new ServiceFault(cause(e.getCause()));
        } catch (GeneralSecurityException | IOException e) {
            throw new ServiceFault(Cause.NOT_TRUSTED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFault(Cause.TOO_SLOW);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    private static Cause cause(@Nullable Throwable thrown) {
        for (var one = thrown; one != null; one = one.getCause()) {
            if (one instanceof SSLException) {
                return Cause.NOT_TRUSTED;
            }
            if (String.valueOf(one.getMessage()).contains("exceeds capacity")) {
                return Cause.TOO_LONG;
            }
        }
        return Cause.NOT_REACHED;
    }

    private HttpClient client() throws GeneralSecurityException, IOException {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT)
                .sslParameters(parameters)
                .sslContext(context(settings.trusted()))
                .build();
    }

    private static SSLContext context(@Nullable Path trusted) throws GeneralSecurityException, IOException {
        var context = SSLContext.getInstance("TLS");
        if (trusted == null) {
            context.init(null, null, null);
            return context;
        }
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(trusted)) {
            var number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + number++, certificate);
            }
        }
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static String key(Path file) throws ServiceFault {
        try {
            var key = Files.readString(file).strip();
            if (key.length() <= MOST_KEY && key.matches("[\\x21-\\x7E]+")) {
                return key;
            }
        } catch (IOException e) {
            throw new ServiceFault(Cause.NO_KEY);
        }
        throw new ServiceFault(Cause.NO_KEY);
    }
}
