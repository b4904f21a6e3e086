package org.renkei.feeds.receiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.renkei.settings.FeedSettings.Source.Folder;

/// A file or the files of a folder, in the order of their names, each read when it is new or was changed.
/// Hidden files
/// and links are left alone, and so is what somebody may still be writing: it is read once it stays as it is.
final class FolderSource implements LineSource {
    private static final int MOST_FILES = 10_000;
    private static final int LARGEST = 32 << 20;

    private final Folder folder;
    private Map<Path, State> read = new HashMap<>();
    private Map<Path, State> found = new HashMap<>();

    private record State(FileTime changed, long size) {}

    FolderSource(Folder folder) {
        this.folder = folder;
    }

    @Override
    public void run(Intake intake) throws SourceFault, InterruptedException {
        while (true) {
            round(intake);
            Thread.sleep(folder.every());
        }
    }

    private void round(Intake intake) throws SourceFault, InterruptedException {
        try {
            var files = files();
            intake.open();
            var before = found;
            found = new HashMap<>();
            var kept = new HashMap<Path, State>();
            for (var file : files) {
                var state = state(file);
                found.put(file, state);
                if (state.equals(read.get(file))) {
                    kept.put(file, state);
                } else if (isSettled(file, state, before)) {
                    give(file, state, intake);
                    kept.put(file, state);
                }
            }
            read = kept;
        } catch (NoSuchFileException gone) {
            // Between the listing and the reading; the next round knows.
        } catch (IOException broken) {
            throw new SourceFault(FeedFault.CANNOT_READ_FILE, folder.path() + ": " + broken.getMessage());
        }
    }

    /// Of two rounds alike, or old enough that nobody writes it now.
    private static boolean isSettled(Path file, State state, Map<Path, State> before) {
        return state.equals(before.get(file)) || state.changed().toMillis() < System.currentTimeMillis() - 2_000;
    }

    private List<Path> files() throws IOException, SourceFault {
        if (!Files.isDirectory(folder.path())) {
            return List.of(folder.path());
        }
        try (var all = Files.list(folder.path())) {
            var files = all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (files.size() > MOST_FILES) {
                throw new SourceFault(FeedFault.CANNOT_READ_FILE, folder.path() + ": > " + MOST_FILES + " files");
            }
            return files;
        }
    }

    private static State state(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new State(attributes.lastModifiedTime(), attributes.size());
    }

    private static void give(Path file, State state, Intake intake)
            throws IOException, SourceFault, InterruptedException {
        var name = String.valueOf(file.getFileName());
        if (state.size() > LARGEST) {
            intake.refused("TOO_LARGE", name);
            return;
        }
        try (var in = Files.newInputStream(file)) {
            intake.document(name, in.readNBytes(LARGEST));
        }
    }
}
