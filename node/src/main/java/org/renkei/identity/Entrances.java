package org.renkei.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What stands open at the moment: sessions, and one-time links that nobody used yet.
@Component
public class Entrances {
    private final JdbcClient jdbc;

    Entrances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Everybody signs in anew; links that were handed out are void.
    @Transactional(propagation = Propagation.MANDATORY)
    public void closeAll() {
        jdbc.sql("delete from identity.session").update();
        jdbc.sql("delete from identity.invitation").update();
        jdbc.sql("delete from identity.challenge").update();
    }
}
