package org.renkei.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Proves that somebody is who they say, by password and code together. Right or wrong, known or not, it takes the same
/// work.
@Component
class Proving {
    private final People people;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Failures failures;
    private final Clock clock;

    Proving(People people, Credentials credentials, Passwords passwords, Failures failures, Clock clock) {
        this.people = people;
        this.credentials = credentials;
        this.passwords = passwords;
        this.failures = failures;
        this.clock = clock;
    }

    /// @param pause positive when nothing was looked at
    /// @param known the person of that name, whether proven or not
    /// @param proven the person, if password and code are right
    record Proof(Duration pause, Optional<Person> known, Optional<Person> proven) {}

    Proof prove(String signInName, String password, String code, String address) {
        var now = clock.instant();
        // What cannot be a name counts together, so that nobody fills the table of failures with inventions of any
        // size.
        var name = signInName.matches(PersonReader.NAME) ? signInName : "?";
        var pause = failures.admit(name, address, now);
        if (pause.isPositive()) {
            return new Proof(pause, Optional.empty(), Optional.empty());
        }
        var known = people.findByName(name);
        var kept = known.filter(Person::active).flatMap(person -> credentials.find(person.id()));
        if (kept.isEmpty() || password.length() > Passwords.MAX_LENGTH) {
            passwords.matchNobody(password.substring(0, Math.min(password.length(), Passwords.MAX_LENGTH)));
            return new Proof(Duration.ZERO, known, Optional.empty());
        }
        var credential = kept.get();
        var right = passwords.matches(password, credential.password());
        var step = Totp.match(credential.secret(), code, now);
        if (!right || step.isEmpty() || !credentials.use(credential.person(), step.getAsLong())) {
            return new Proof(Duration.ZERO, known, Optional.empty());
        }
        failures.takeBack(name, address);
        if (passwords.isOutdated(credential.password())) {
            credentials.setPassword(credential.person(), passwords.keep(password));
        }
        return new Proof(Duration.ZERO, known, known);
    }
}
