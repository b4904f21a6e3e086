package org.renkei.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// People of a node, made through its API as an administrator and the people themselves would. Their
/// authenticators are written here a second time.
public final class Residents {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final RunningNode node;
    private final MovableClock clock;

    public Residents(RunningNode node, MovableClock clock) {
        this.node = node;
        this.clock = clock;
    }

    /// A person with password and authenticator, cleared for SECRET.
    public Resident settle(String name, String... roles) {
        return settleAs(name, draft(name, "JPN", roles));
    }

    /// @param draft of the person, as the administrator writes it
    public Resident settleAs(String name, String draft) {
        var added = node.post("/api/v1/people", draft);
        if (added.status() != 201) {
            throw new AssertionError(added.text());
        }
        var token = added.json().path("invitation").path("token").asString();
        var id = UUID.fromString(added.json().path("person").path("id").asString());
        return accept(name, id, token, "");
    }

    /// @param more further members of the answer to the invitation, each with a comma in front
    public Resident accept(String name, UUID id, String token, String more) {
        var browser = new Visitor(node);
        var opened = browser.send("POST", "/api/v1/invitation/open", "{\"token\":\"%s\"}".formatted(token));
        var resident = new Resident(
                name, id, "correct horse battery", opened.json().path("secret").asString());
        var answer = browser.send(
                "POST",
                "/api/v1/invitation",
                "{\"token\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"%s}"
                        .formatted(token, resident.password, resident.code(clock.instant()), more));
        if (answer.status() != 204) {
            throw new AssertionError(answer.text());
        }
        return resident;
    }

    public static String draft(String name, String nation, String... roles) {
        return """
                {"signInName": "%s", "nameEn": "Taro Yamada", "nameJa": "山田太郎", "nation": "%s",
                 "organisation": "Joint Staff", "roles": [%s], "clearance": "SECRET", "caveats": ["RELIEF-OPS"]}
                """.formatted(name, nation, roles.length == 0 ? "" : "\"" + String.join("\",\"", roles) + "\"");
    }

    public static RunningNode.Answer signIn(Visitor browser, String name, String password, String code) {
        return browser.send(
                "POST",
                "/api/v1/session",
                "{\"name\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}".formatted(name, password, code));
    }

    /// One person.
    public final class Resident {
        private final String name;
        private final UUID id;
        private final String password;
        private final String secret;

        private Resident(String name, UUID id, String password, String secret) {
            this.name = name;
            this.id = id;
            this.password = password;
            this.secret = secret;
        }

        public String name() {
            return name;
        }

        public UUID id() {
            return id;
        }

        public String password() {
            return password;
        }

        /// A code that was not used yet: the clock goes on for it.
        public String freshCode() {
            clock.advance(Duration.ofSeconds(60));
            return code(clock.instant());
        }

        public RunningNode.Answer signIn(Visitor browser) {
            return signIn(browser, password, freshCode());
        }

        public RunningNode.Answer signIn(Visitor browser, String typed, String code) {
            return Residents.signIn(browser, name, typed, code);
        }

        public Visitor signedIn() {
            var browser = new Visitor(node);
            var answer = signIn(browser);
            if (answer.status() != 204) {
                throw new AssertionError(answer.text());
            }
            return browser;
        }

        private String code(Instant now) {
            return Residents.code(secret, now);
        }
    }

    /// The six digits that an authenticator with this secret shows.
    public static String code(String secret, Instant now) {
        var bytes = ByteBuffer.allocate(secret.length() * 5 / 8);
        var bits = 0;
        var count = 0;
        for (var letter : secret.toCharArray()) {
            bits = bits << 5 | ALPHABET.indexOf(letter);
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.put((byte) (bits >> count));
                bits &= (1 << count) - 1;
            }
        }
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes.array(), "HmacSHA1"));
            var hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
