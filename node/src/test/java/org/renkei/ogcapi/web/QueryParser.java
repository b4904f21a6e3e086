package org.renkei.ogcapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.springframework.util.LinkedMultiValueMap;

/// Reads the query of one request for features, as it stands behind the `?`.
public final class QueryParser {
    private QueryParser() {}

    public static void read(String query) {
        var given = new LinkedMultiValueMap<String, String>();
        Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> given.add(pair[0], pair.length > 1 ? pair[1] : ""));
        var reader = new QueryReader(
                given, new HashSet<>(List.of("f", "crs", "bbox", "bbox-crs", "datetime", "limit", "after", "at")));
        reader.format(EnumSet.allOf(Format.class));
        reader.crs();
        var asked = reader.query(Locale.ENGLISH);
        assertThat(asked.limit()).isBetween(1, QueryReader.MOST);
        var box = asked.box();
        if (box != null) {
            assertThat(box.west()).isBetween(-180.0, 180.0);
            assertThat(box.south()).isBetween(-90.0, box.north());
        }
    }
}
