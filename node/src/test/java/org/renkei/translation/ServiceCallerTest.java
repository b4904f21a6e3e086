package org.renkei.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.label.Classification;
import org.renkei.settings.TranslationSettings;
import org.renkei.testing.Machine;
import org.renkei.translation.ServiceFault.Cause;
import org.renkei.translation.TestService.Reply;
import tools.jackson.databind.json.JsonMapper;

/// What a service that is broken, slow or hostile may answer, and what becomes of it.
class ServiceCallerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "application/json";

    @TempDir
    Path folder;

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("a redirection", new Reply(302, TYPE, TestService.completion("x")), Cause.ELSEWHERE),
                Arguments.of("our key refused", new Reply(401, TYPE, "{}"), Cause.KEY_REFUSED),
                Arguments.of("too busy", new Reply(429, TYPE, "{}"), Cause.BUSY),
                Arguments.of("a failure", new Reply(500, TYPE, "{}"), Cause.REFUSED),
                Arguments.of("no content", new Reply(204, TYPE, ""), Cause.REFUSED),
                Arguments.of("a page", new Reply(200, "text/html", "<html>sign in</html>"), Cause.NOT_JSON),
                Arguments.of("no type", new Reply(200, "", TestService.completion("x")), Cause.NOT_JSON),
                Arguments.of("no JSON", new Reply(200, TYPE, "hello"), Cause.NOT_JSON),
                Arguments.of(
                        "no UTF-8",
                        new Reply(200, TYPE, new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'}, 0),
                        Cause.NOT_JSON),
                Arguments.of("another form", new Reply(200, TYPE, "{\"text\":\"x\"}"), Cause.NO_TEXT),
                Arguments.of("nothing", new Reply(200, TYPE, TestService.completion("  ")), Cause.NO_TEXT),
                Arguments.of(
                        "a broken end",
                        new Reply(200, TYPE, TestService.completion("x").replace("stop", "length")),
                        Cause.CUT_OFF),
                Arguments.of(
                        "markup",
                        new Reply(200, TYPE, TestService.completion("<!DOCTYPE html><p>x</p>")),
                        Cause.NO_PLAIN_TEXT),
                Arguments.of(
                        "control characters",
                        new Reply(200, TYPE, TestService.completion("x\u001b[2J")),
                        Cause.NO_PLAIN_TEXT),
                Arguments.of(
                        "turned direction",
                        new Reply(200, TYPE, TestService.completion("x\u202ey")),
                        Cause.NO_PLAIN_TEXT),
                Arguments.of(
                        "more than a translation",
                        new Reply(200, TYPE, TestService.completion("x".repeat(2_000))),
                        Cause.TOO_LONG),
                Arguments.of(
                        "far too much",
                        new Reply(200, TYPE, TestService.completion("x".repeat(ServiceCaller.MOST_BYTES))),
                        Cause.TOO_LONG),
                Arguments.of(
                        "too late",
                        new Reply(200, TYPE, TestService.completion("x").getBytes(StandardCharsets.UTF_8), 5_000),
                        Cause.TOO_SLOW));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("faults")
    void refuses(String what, Reply reply, Cause expected) throws IOException {
        try (var service = new TestService(null)) {
            service.replies(reply);
            assertThat(fault(settings(service.url(), null, null)).why())
                    .as(what)
                    .isEqualTo(expected);
            assertThat(service.heads()).hasSize(1).allMatch(one -> one.startsWith("POST /v1/chat/completions"));
        }
    }

    @Test
    void takesAPlainText() throws IOException, ServiceFault {
        try (var service = new TestService(null)) {
            service.replies(new Reply(
                    200, "application/json; charset=utf-8", TestService.completion(" 一行目\r\n二行目 & <b>太字</b> ")));
            assertThat(ask(settings(service.url(), null, null))).isEqualTo("一行目\n二行目 & <b>太字</b>");
        }
    }

    @Test
    void asksNobodyWhoseCertificateIsNotTrusted() throws IOException, ServiceFault {
        var made = server("127.0.0.1");
        var other = server("127.0.0.1");
        var elsewhere = server("127.0.0.2");
        try (var service = new TestService(made.context());
                var misnamed = new TestService(elsewhere.context())) {
            assertThat(fault(settings(service.url(), null, null)).why()).isEqualTo(Cause.NOT_TRUSTED);
            assertThat(fault(settings(service.url(), null, pem(other))).why()).isEqualTo(Cause.NOT_TRUSTED);
            assertThat(fault(settings(misnamed.url(), null, pem(elsewhere))).why())
                    .isEqualTo(Cause.NOT_TRUSTED);
            assertThat(service.bodies()).isEmpty();
            assertThat(misnamed.bodies()).isEmpty();
            assertThat(ask(settings(service.url(), null, pem(made)))).isEqualTo("訳文です。");
        }
    }

    @Test
    void givesNothingWithoutAKeyThatIsOne() throws IOException {
        try (var service = new TestService(null)) {
            var key = Files.writeString(folder.resolve("key"), "two\nlines");
            assertThat(fault(settings(service.url(), key, null)).why()).isEqualTo(Cause.NO_KEY);
            Files.delete(key);
            assertThat(fault(settings(service.url(), key, null)).why()).isEqualTo(Cause.NO_KEY);
            assertThat(service.heads()).isEmpty();
        }
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        var service = new TestService(null);
        var url = service.url();
        service.close();
        assertThat(fault(settings(url, null, null)).why()).isEqualTo(Cause.NOT_REACHED);
    }

    private static Machine server(String address) {
        return new Machine.Maker(Instant.now())
                .at(address)
                .forPurposes(KeyPurposeId.id_kp_serverAuth)
                .make();
    }

    private Path pem(Machine machine) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "trusted", ".pem"), machine.pem());
    }

    private static ServiceFault fault(TranslationSettings settings) {
        return catchThrowableOfType(ServiceFault.class, () -> ask(settings));
    }

    private static String ask(TranslationSettings settings) throws ServiceFault {
        var caller = new ServiceCaller(settings, Duration.ofSeconds(2));
        var answer = caller.send(caller.request("{}".getBytes(StandardCharsets.UTF_8)));
        return Completion.read(answer.status(), answer.type(), answer.body(), 10, JSON);
    }

    private static TranslationSettings settings(String url, @Nullable Path key, @Nullable Path trusted) {
        return new TranslationSettings(
                URI.create(url),
                "m",
                key,
                trusted,
                "JPN",
                Classification.UNCLASSIFIED,
                Set.of(),
                Set.of(),
                Set.of(),
                LocalDate.MAX);
    }
}
