package org.renkei.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.door.Access.Everybody;
import org.renkei.door.Access.Having;
import org.renkei.door.Access.Recognized;
import org.renkei.door.Access.SignedIn;
import org.renkei.door.Access.WhilePublic;
import org.renkei.door.AuthorizationTable.Row;
import org.renkei.identity.Role;
import org.renkei.identity.Scope;
import org.renkei.testing.Machine;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.TlsNode;
import tools.jackson.databind.json.JsonMapper;

/// Every row of the table and every kind of statement, tried over TLS by machines whose account has every role, each by
/// a certificate for one scope.
class CertificateCellsTests {
    @TempDir
    static Path folder;

    static TlsNode node;
    static final Map<Scope, HttpClient> MACHINES = new EnumMap<>(Scope.class);

    @BeforeAll
    static void start() throws IOException {
        node = new TlsNode(folder, new MovableClock(), ", client-certificates: true");
        var roles = Stream.of(Role.values()).map(Role::text).toArray(String[]::new);
        var added = node.manage("POST", "/api/v1/people", Residents.draft("machines", "JPN", roles));
        var person = added.json().path("person").path("id").asString();
        for (var scope : Scope.values()) {
            var machine = Machine.make();
            var draft = JsonMapper.shared().createObjectNode();
            draft.put("name", scope.text()).put("days", 30).put("certificate", machine.pem());
            draft.putArray("scopes").add(scope.text());
            var made = node.manage("POST", "/api/v1/people/" + person + "/certificates", draft.toString());
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            MACHINES.put(scope, machine.client());
        }
    }

    @AfterAll
    static void stop() {
        MACHINES.values().forEach(HttpClient::close);
        node.close();
    }

    static Stream<Arguments> cells() {
        return AuthorizationTable.ROWS.stream()
                .filter(row -> !(row.access() instanceof Everybody))
                .flatMap(row -> Stream.of(Scope.values()).map(scope -> Arguments.of(row, scope)));
    }

    @ParameterizedTest(name = "{0} by a certificate for {1}")
    @MethodSource("cells")
    void opensToAMachineOnlyItsScope(Row row, Scope scope) throws IOException, InterruptedException {
        var status = status(scope, row.method().name(), Example.path(row), "{}");
        var open = switch (row.access()) {
            case Everybody everybody -> true;
            case WhilePublic whilePublic -> true;
            case Recognized recognized -> true;
            case SignedIn signedIn -> false;
            case Having having -> having.scopes().contains(scope);
        };
        if (row.access() instanceof WhilePublic) {
            assertThat(status).as("it is closed").isEqualTo(404);
        } else if (open) {
            assertThat(status).isNotIn(401, 403, 405, 500);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    static Stream<Arguments> statements() {
        return StatementTable.ROWS.stream()
                .flatMap(row -> Stream.of(Scope.values()).map(scope -> Arguments.of(row, scope)));
    }

    @ParameterizedTest(name = "{0} by a certificate for {1}")
    @MethodSource("statements")
    void aMachineWritesWhatADeskSaysOnlyWithTheScopeOfTheDesk(StatementTable.Row row, Scope scope)
            throws IOException, InterruptedException {
        var draft = "{\"kind\":\"%s\",\"label\":\"UNCLASSIFIED\",\"body\":{}}".formatted(row.kind());
        assertThat(status(scope, "POST", "/api/v1/records", draft) != 403)
                .isEqualTo(row.writing().scopes().contains(scope));
    }

    /// The status alone, also of a stream, which never ends.
    private static int status(Scope scope, String method, String path, String body)
            throws IOException, InterruptedException {
        var request = node.request(method, path, body, "Renkei-Certificate", "1");
        var answer = MACHINES.get(scope).send(request, BodyHandlers.ofInputStream());
        try (var content = answer.body()) {
            if (!path.endsWith("/stream")) {
                content.readAllBytes();
            }
        }
        return answer.statusCode();
    }
}
