package org.renkei.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.renkei.feeds.FeedDraft;
import org.renkei.feeds.FeedLimits;
import org.renkei.feeds.FeedReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `renkei import`: puts published data into a node. The same file twice changes nothing.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Puts earthquakes (USGS, JMA), alerts (CAP), shelters (GSI, Nanao), GeoJSON and removable media into a node.",
            "地震 (USGS、気象庁)、警報 (CAP)、避難所 (国土地理院、七尾市)、GeoJSON、可搬媒体をノードに取り込みます。"
        },
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {"0:all fine / 正常", "1:part was refused / 一部拒否", "2:could not work / 実行不能"})
public final class ImportCommand implements Callable<Integer> {
    private static final int FINE = 0;
    private static final int PART_REFUSED = 1;
    private static final int COULD_NOT_WORK = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private NodeOptions options = new NodeOptions();

    @Option(names = "--label", description = "Label for everything / 表示 (${DEFAULT-VALUE})")
    private String label = FeedDraft.PUBLIC;

    private Locale locale = Locale.getDefault();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, .gz, .zip, folders / ファイル、フォルダ")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            locale = options.locale();
            List<Path> all = files();
            int code = takeMedia(all.stream().filter(MediumClient::isMedium).toList());
            List<Path> files =
                    all.stream().filter(file -> !MediumClient.isMedium(file)).toList();
            if (files.isEmpty()) {
                return code;
            }
            var client = new BatchClient(options.node(), options.tokenFile(), options.token(), locale);
            var progress = new ImportProgress(out, isTerminal(), locale, files.size(), size(files));
            ImportTally tally =
                    new ImportRun(client, new FeedReader(label, FeedLimits.DEFAULT), progress, locale).run(files);
            tally.print(out, locale);
            return tally.anyRefused() ? PART_REFUSED : code;
        } catch (CommandException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return COULD_NOT_WORK;
        }
    }

    /// Media of other nodes go to this node's federation, each as a whole; one that is refused does not stop the
    /// others.
    private int takeMedia(List<Path> media) {
        int code = FINE;
        for (Path medium : media) {
            try {
                var brought = new MediumClient(options.node(), options.token(), locale).take(medium);
                spec.commandLine()
                        .getOut()
                        .println(ImportText.MEDIUM_TAKEN.in(
                                locale,
                                medium.toString(),
                                brought.path("from").asString(""),
                                brought.path("first").asLong(),
                                brought.path("last").asLong(),
                                brought.path("added").asLong(),
                                brought.path("confirmed").asLong()));
            } catch (CommandException | IOException e) {
                spec.commandLine().getErr().println(medium + ": " + e.getMessage());
                code = PART_REFUSED;
            }
        }
        return code;
    }

    /// Folders opened, in the order of names, which for observations is the order of time.
    private List<Path> files() {
        var files = new ArrayList<Path>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new CommandException(ImportText.NO_SUCH_FILE.in(locale, path));
            }
            try (Stream<Path> walk = Files.walk(path)) {
                walk.filter(Files::isRegularFile)
                        .filter(file -> file.equals(path)
                                || !file.getFileName().toString().startsWith("."))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw new CommandException(ImportText.NO_SUCH_FILE.in(locale, path));
            }
        }
        if (files.isEmpty()) {
            throw new CommandException(ImportText.NO_FILES.in(locale));
        }
        return files;
    }

    private static long size(List<Path> files) {
        return files.stream().mapToLong(file -> file.toFile().length()).sum();
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
