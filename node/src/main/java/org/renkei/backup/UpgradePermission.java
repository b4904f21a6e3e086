package org.renkei.backup;

/// Whether whoever starts the node has said that the database may be upgraded without a backup.
public record UpgradePermission(boolean withoutBackup) {}
