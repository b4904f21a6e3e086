package org.renkei.relief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Which columns of a table of others are taken for what. A column is known by its tag and the attributes
/// that it has to bear, in any order; further attributes (`+v_unspsc`, `+local`) say more of it and change
/// nothing. What is not known is left where it is and named.
record HxlColumns(Map<String, List<Integer>> taken, List<Integer> left) {

    /// A tag and what it has to bear. Without attributes it is known only if the column bears none:
    /// `#description+fr` is no text in English.
    private record Pattern(String tag, Set<String> attributes) {
        static Pattern of(String text) {
            var parts = List.of(text.split("\\+"));
            return new Pattern(parts.getFirst(), new TreeSet<>(parts.subList(1, parts.size())));
        }

        boolean fits(Pattern column) {
            return tag.equals(column.tag)
                    && (attributes.isEmpty() ? column.attributes.isEmpty() : column.attributes.containsAll(attributes));
        }
    }

    /// By what each is known, the first that fits first.
    private static final List<List<String>> KNOWN = List.of(
            List.of(HxlRows.ACTIVITY, "#activity"),
            List.of(HxlRows.NUMBER, "#quantity"),
            List.of(HxlRows.UNIT, "#unit"),
            List.of(HxlRows.ITEM, "#item+name", "#item"),
            List.of(HxlRows.ENGLISH, "#description"),
            List.of(HxlRows.JAPANESE),
            List.of(HxlRows.AGENCY, "#org+acronym", "#org"),
            List.of(HxlRows.ORG),
            List.of(HxlRows.LATITUDE, "#lat_deg"),
            List.of(HxlRows.LONGITUDE, "#lon_deg"),
            List.of(HxlRows.START),
            List.of(HxlRows.END));

    HxlColumns {
        taken = Map.copyOf(taken);
        left = List.copyOf(left);
    }

    private record Fit(int column, int pattern, int further) {}

    /// @param tags of the columns, in small letters; empty for a column without one
    static HxlColumns of(List<String> tags) {
        var columns = tags.stream().map(Pattern::of).toList();
        var taken = new TreeMap<String, List<Integer>>();
        var used = new TreeSet<Integer>();
        for (var names : KNOWN) {
            var patterns = names.stream().map(Pattern::of).toList();
            var fits = new ArrayList<Fit>();
            for (var column = 0; column < columns.size(); column++) {
                for (var at = 0; at < patterns.size(); at++) {
                    if (!used.contains(column)
                            && !tags.get(column).isEmpty()
                            && patterns.get(at).fits(columns.get(column))) {
                        var further = columns.get(column).attributes().size()
                                - patterns.get(at).attributes().size();
                        fits.add(new Fit(column, at, further));
                        break;
                    }
                }
            }
            fits.sort(Comparator.comparingInt(Fit::pattern)
                    .thenComparingInt(Fit::further)
                    .thenComparingInt(Fit::column));
            if (!fits.isEmpty()) {
                taken.put(names.getFirst(), fits.stream().map(Fit::column).toList());
                fits.forEach(fit -> used.add(fit.column()));
            }
        }
        return new HxlColumns(
                taken,
                IntStream.range(0, tags.size())
                        .filter(column -> !used.contains(column))
                        .boxed()
                        .toList());
    }

    /// Tags of which at least one column of each list has to be there: what a row is, and what it says.
    static final List<List<String>> NEEDED =
            List.of(List.of(HxlRows.ACTIVITY), List.of(HxlRows.ENGLISH, HxlRows.JAPANESE));

    /// Of those that are needed, the ones of which there is no column.
    List<List<String>> missing() {
        return NEEDED.stream()
                .filter(any -> any.stream().noneMatch(taken::containsKey))
                .toList();
    }
}
