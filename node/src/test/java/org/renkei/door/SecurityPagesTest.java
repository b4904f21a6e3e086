package org.renkei.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages that give tests as evidence name tests that there are.
class SecurityPagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Tests?|IT))`");

    @ParameterizedTest
    @ValueSource(strings = {"threat-model.md", "threat-model.ja.md", "asvs-5-level-2.md"})
    void nameTestsThatThereAre(String page) throws IOException {
        var text = Files.readString(ROOT.resolve("docs/security").resolve(page));
        var named =
                NAMED.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(tests());
        assertThat(named).as("tests named in %s that are nowhere", page).isEmpty();
    }

    private static TreeSet<String> tests() throws IOException {
        var names = new TreeSet<String>();
        for (var module : new String[] {"kernel", "simulator", "matching", "node", "bench"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".java"))
                        .forEach(file -> names.add(file.replace(".java", "")));
            }
        }
        return names;
    }
}
