package org.renkei.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the database that the settings name, or starts the node's own.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    RunningDatabase runningDatabase(NodeSettings settings) throws IOException {
        var external = settings.database();
        if (external == null) {
            var own = OwnPostgres.start(settings.data().resolve("postgres"), archive(settings));
            return new RunningDatabase(own, pool(own.url(), own.user(), own.password()));
        }
        var passwordFile = external.passwordFile();
        var password =
                passwordFile == null ? "" : Files.readString(passwordFile).strip();
        return new RunningDatabase(null, pool(external.url(), external.user(), password));
    }

    private static @Nullable LogArchive archive(NodeSettings settings) throws IOException {
        var backup = settings.backup();
        return backup == null ? null : LogArchive.in(backup.folder());
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(RunningDatabase database) {
        return database.pool();
    }

    /// Of a PostgreSQL that somebody else runs, none.
    @Bean
    @Nullable
    BaseBackup baseBackup(RunningDatabase database) {
        return database.own() == null ? null : new BaseBackup(database.own());
    }

    private static HikariDataSource pool(String url, String user, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("ApplicationName", "renkei");
        return pool;
    }

    /// The pool, and the server under it when it is the node's own; closed in that order.
    record RunningDatabase(@Nullable OwnPostgres own, HikariDataSource pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.close();
            if (own != null) {
                own.close();
            }
        }
    }
}
