package org.renkei.acsa.supply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.SupplyGroup;

/// What the first digits of a NATO stock number say: names of supply classes as this node ships them, and of the group
/// where it knows no class. A mistake in the table stops the node.
public final class SupplyClasses {
    private static final String PATH = "/party/supply-classes.txt";
    private static final int COLUMNS = 3;
    private static final int DIGITS = 4;
    private static final Map<String, Map<String, String>> CLASSES = read();

    private SupplyClasses() {}

    /// By their four digits, in ascending order; a name in `en` and in `ja`.
    public static Map<String, Map<String, String>> classes() {
        return CLASSES;
    }

    /// By their two digits, in ascending order; a name in `en` and in `ja`.
    public static Map<String, Map<String, String>> groups() {
        var groups = new LinkedHashMap<String, Map<String, String>>();
        SupplyGroup.all()
                .forEach(one -> groups.put(Integer.toString(one.code()), names(one.english(), one.japanese())));
        return groups;
    }

    /// That of the class, or of the group; null for a number that no item has.
    public static @Nullable Map<String, String> nameOf(String nsn) {
        var known = CLASSES.get(nsn.substring(0, DIGITS));
        return known != null
                ? known
                : SupplyGroup.find(nsn)
                        .map(group -> names(group.english(), group.japanese()))
                        .orElse(null);
    }

    private static Map<String, String> names(String english, String japanese) {
        return Map.of("en", english, "ja", japanese);
    }

    /// Where a class has no Japanese name, that of its group stands before the English one.
    private static String japanese(String[] cells) {
        return cells[2].isEmpty()
                ? SupplyGroup.find(cells[0])
                        .map(group -> group.japanese() + "（" + cells[1] + "）")
                        .orElse(cells[1])
                : cells[2];
    }

    private static Map<String, Map<String, String>> read() {
        try (InputStream in = SupplyClasses.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException("the node lacks its own " + PATH);
            }
            var classes = new LinkedHashMap<String, Map<String, String>>();
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        var cells = line.split("\\|", -1);
                        if (cells.length != COLUMNS
                                || cells[0].length() != DIGITS
                                || SupplyGroup.find(cells[0]).isEmpty()) {
                            throw new IllegalStateException(PATH + ": " + line);
                        }
                        classes.put(cells[0], names(cells[1], japanese(cells)));
                    });
            return classes;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
