package org.renkei.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.renkei.kernel.label.Classification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The rows of people.
@Repository
class People {
    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(UUID id) {
        return jdbc.sql("select * from identity.person where id = ?")
                .param(id)
                .query(People::read)
                .optional();
    }

    Optional<Person> findByName(String signInName) {
        return jdbc.sql("select * from identity.person where sign_in_name = ?")
                .param(signInName)
                .query(People::read)
                .optional();
    }

    List<Person> list() {
        return jdbc.sql("select * from identity.person order by sign_in_name")
                .query(People::read)
                .list();
    }

    /// Whether some active person administers this node and can sign in.
    ///
    /// @param passwords whether by password counts
    boolean hasAdministrator(boolean passwords) {
        return jdbc.sql("""
                select exists (select from identity.person p
                               where p.active and 'administrator' = any(p.roles) and (
                                   exists (select from identity.passkey k where k.person = p.id)
                                   or :passwords and exists (select from identity.credential c where c.person = p.id)))
                """).param("passwords", passwords).query(Boolean.class).single();
    }

    /// Lets one writer at a time go on, so that there is one first administrator.
    void lock() {
        jdbc.sql("lock table identity.person in share row exclusive mode").update();
    }

    /// False when the sign-in name is taken.
    boolean add(Person person, Instant now) {
        var insert = jdbc.sql("""
                insert into identity.person (id, sign_in_name, name_en, name_ja, nation, organisation, bodies, roles, clearance,
                    caveats, cleared_until, languages, active, created_at)
                values (:id, :signInName, :nameEn, :nameJa, :nation, :organisation, :bodies, :roles, :clearance,
                    :caveats, :until, :languages, :active, :now)
                on conflict (sign_in_name) do nothing
                """);
        return with(insert, person)
                        .param("signInName", person.signInName())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void change(Person person) {
        var update = jdbc.sql("""
                update identity.person set name_en = :nameEn, name_ja = :nameJa, nation = :nation,
                    organisation = :organisation, bodies = :bodies, roles = :roles, clearance = :clearance, caveats = :caveats,
                    cleared_until = :until, languages = :languages, active = :active
                where id = :id
                """);
        with(update, person).update();
    }

    private static StatementSpec with(StatementSpec statement, Person person) {
        return statement
                .param("id", person.id())
                .param("nameEn", person.nameEn())
                .param("nameJa", person.nameJa())
                .param("nation", person.nation())
                .param("organisation", person.organisation())
                .param("bodies", person.bodies().toArray(String[]::new))
                .param("roles", person.roles().stream().map(Role::text).sorted().toArray(String[]::new))
                .param("clearance", person.clearance().level().name())
                .param("caveats", person.clearance().caveats().toArray(String[]::new))
                .param("until", person.clearance().until())
                .param("languages", person.languages().toArray(String[]::new))
                .param("active", person.active());
    }

    static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("sign_in_name"),
                row.getString("name_en"),
                row.getString("name_ja"),
                row.getString("nation"),
                row.getString("organisation"),
                texts(row.getArray("bodies")),
                texts(row.getArray("roles")).stream().map(Role::parse).collect(Collectors.toSet()),
                new Clearance(
                        Classification.parse(row.getString("clearance")),
                        texts(row.getArray("caveats")),
                        row.getObject("cleared_until", LocalDate.class)),
                texts(row.getArray("languages")),
                row.getBoolean("active"));
    }

    static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
