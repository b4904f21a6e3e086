package org.renkei.backup;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.renkei.database.BaseBackup;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/// What happens before the database of an older version is changed: a backup first, or a refusal; and a
/// database of a newer version is left alone.
@Component
class UpgradeGate implements FlywayMigrationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeGate.class);

    private final NodeSettings settings;
    private final @Nullable BaseBackup database;
    private final UpgradePermission permission;
    private final Clock clock;

    UpgradeGate(NodeSettings settings, ObjectProvider<BaseBackup> database, UpgradePermission permission, Clock clock) {
        this.settings = settings;
        this.database = database.getIfAvailable();
        this.permission = permission;
        this.clock = clock;
    }

    @Override
    public void migrate(Flyway flyway) {
        var info = flyway.info();
        var newer = Arrays.stream(info.all())
                .filter(one -> one.getState().isApplied() && !one.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .toList();
        if (!newer.isEmpty()) {
            throw new IllegalStateException("the database was made by a newer version than " + Version.current()
                    + " (step " + newer.getLast() + " is not known here): start the newer program, or restore a backup"
                    + " made before. データベースはこの版より新しい版で作られています。新しい版を起動するか、以前のバックアップから復元してください");
        }
        var pending = List.of(info.pending());
        if (info.current() != null && !pending.isEmpty()) {
            prepare(pending.size());
        }
        flyway.migrate();
    }

    private void prepare(int steps) {
        var backup = settings.backup();
        if (permission.withoutBackup()) {
            LOG.warn("the database is upgraded by {} steps without a backup, as told", steps);
        } else if (backup == null || database == null) {
            throw new IllegalStateException("the database is of an older version and needs " + steps
                    + " steps, and no backup is configured: set renkei.backup.folder, or make a copy yourself and start"
                    + " with --without-backup; renkei upgrade --dry-run tries it first. 旧版のデータベースの更新前に、バックアップを設定するか"
                    + " --without-backup で起動してください");
        } else {
            try {
                var manifest =
                        new Writing(settings, database, new BackupFolder(backup.folder()), clock, bytes -> {}).run();
                LOG.info("backup {} was made before the database is upgraded by {} steps", manifest.name(), steps);
            } catch (IOException e) {
                throw new IllegalStateException(
                        "the database is not upgraded, because its backup failed: " + e.getMessage(), e);
            }
        }
    }
}
