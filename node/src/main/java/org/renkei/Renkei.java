package org.renkei;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.renkei.backup.UpgradePermission;
import org.renkei.command.BackupCommand;
import org.renkei.command.CertificatesCommand;
import org.renkei.command.ExportCommand;
import org.renkei.command.ImportCommand;
import org.renkei.command.JobsCommand;
import org.renkei.command.KeysCommand;
import org.renkei.command.LinksCommand;
import org.renkei.command.PeopleCommand;
import org.renkei.command.PublicViewCommand;
import org.renkei.command.RestoreCommand;
import org.renkei.command.StatusCommand;
import org.renkei.command.SupportCommand;
import org.renkei.command.UpgradeCommand;
import org.renkei.command.VerifyCommand;
import org.renkei.demo.DemoCommand;
import org.renkei.identity.InvitationDesk;
import org.renkei.identity.PublicAddress;
import org.renkei.settings.SettingsException;
import org.renkei.settings.SettingsFile;
import org.renkei.settings.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The program: `renkei node`, `setup`, `demo`, `import`, `export`, `keys`, `people`, `certificates`, `public-view`,
/// `links`, `jobs`, `backup`, `restore`, `verify`, `status`, `support`, `upgrade`.
@Command(
        name = "renkei",
        mixinStandardHelpOptions = true,
        versionProvider = Renkei.ProgramVersion.class,
        description = {"Coordination between allied governments.", "同盟・同志国政府間の調整基盤 連携。"},
        subcommands = {
            DemoCommand.class,
            Renkei.NodeCommand.class,
            SetupCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            KeysCommand.class,
            PeopleCommand.class,
            CertificatesCommand.class,
            PublicViewCommand.class,
            LinksCommand.class,
            JobsCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            VerifyCommand.class,
            StatusCommand.class,
            SupportCommand.class,
            UpgradeCommand.class
        })
public final class Renkei implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static void main(String[] arguments) {
        var code = new CommandLine(new Renkei())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments);
        if (code != NodeCommand.RUNNING) {
            System.exit(code);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// `renkei node`: one node, until it is told to stop.
    @Command(
            name = "node",
            mixinStandardHelpOptions = true,
            description = {"Runs one node until Ctrl-C or a termination signal.", "1 ノードを起動します（Ctrl-C で停止）。"})
    static final class NodeCommand implements Callable<Integer> {
        static final int RUNNING = -1;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Option(
                names = "--config",
                description = "Settings of the node; not there yet: they are set up first / ノードの設定ファイル（なければ初期設定）")
        private Path config = Path.of("node.yaml");

        @Option(
                names = "--without-backup",
                description = "Upgrade a database of an older version without a backup / バックアップなしで旧版のデータベースを更新")
        private boolean withoutBackup;

        @Override
        public Integer call() {
            return Files.exists(config) ? run(spec, config, withoutBackup) : SetupCommand.onPage(spec, config, null);
        }

        static Integer run(CommandSpec spec, Path config, boolean withoutBackup) {
            var out = spec.commandLine().getOut();
            try {
                var settings = SettingsFile.read(config);
                var began = ProcessHandle.current().info().startInstant();
                var node = NodeApplication.start(settings, Clock.systemUTC(), new UpgradePermission(withoutBackup));
                var seconds = began.map(
                        start -> Duration.between(start, Instant.now()).toMillis() / 1000.0);
                out.printf(
                        "%s is ready at %s%s%n",
                        settings.node(),
                        settings.api(),
                        seconds.map(" after %.1f s"::formatted).orElse(""));
                node.getBean(InvitationDesk.class)
                        .inviteFirstAdministrator()
                        .ifPresent(invited -> out.printf(
                                "Nobody administers this node yet. Open this once, until %s:%n"
                                        + "まだ管理者がいません。次を一度だけ開けます（%1$s まで）:%n  %s/#invitation=%s%n",
                                invited.expires().truncatedTo(ChronoUnit.MINUTES),
                                node.getBean(PublicAddress.class)
                                        .url(node.getEnvironment().getRequiredProperty("local.server.port", int.class)),
                                invited.token()));
                return RUNNING;
            } catch (SettingsException e) {
                spec.commandLine().getErr().println("renkei node: these settings cannot be used: " + e.getMessage());
                return 2;
            } catch (RuntimeException e) {
                spec.commandLine().getErr().println("renkei node: " + rootMessage(e));
                return 2;
            }
        }

        private static String rootMessage(Throwable failure) {
            var cause = failure;
            while (cause.getCause() != null && cause.getCause() != cause) {
                cause = cause.getCause();
            }
            return cause.getMessage() == null ? cause.toString() : cause.getMessage();
        }
    }

    /// The version of the archive.
    static final class ProgramVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"renkei " + Version.current()};
        }
    }
}
