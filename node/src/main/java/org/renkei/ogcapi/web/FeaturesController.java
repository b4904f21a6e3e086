package org.renkei.ogcapi.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.renkei.identity.Caller;
import org.renkei.ogcapi.Crs;
import org.renkei.ogcapi.FeatureCollections;
import org.renkei.ogcapi.FeatureJson;
import org.renkei.ogcapi.FeaturePage;
import org.renkei.ogcapi.FeatureText;
import org.renkei.ogcapi.GeoPackage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// OGC API - Features, Part 1 (17-069r4) and Part 2 (18-058r1).
@RestController
class FeaturesController {
    private static final String JSON = "application/json";
    private static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
    private static final Set<String> PLAIN = Set.of("f");
    private static final Set<String> ONE = Set.of("f", "crs", "at");
    private static final Set<String> MANY = Set.of("f", "crs", "bbox", "bbox-crs", "datetime", "limit", "after", "at");

    private static final int LONGEST_QUESTIONS = 300;

    private final FeatureCollections collections;
    private final FeatureJson features;
    private final GeoPackage geoPackage;
    private final JsonMapper json;

    FeaturesController(FeatureCollections collections, FeatureJson features, GeoPackage geoPackage, JsonMapper json) {
        this.geoPackage = geoPackage;
        this.collections = collections;
        this.features = features;
        this.json = json;
    }

    @GetMapping({"/ogc", "/ogc/"})
    ResponseEntity<ObjectNode> landing(@RequestParam MultiValueMap<String, String> given, Locale language) {
        plain(given);
        var page = json.createObjectNode()
                .put("title", japanese(language) ? "連携：共有する状況図" : "Renkei: the shared picture")
                .put(
                        "description",
                        japanese(language)
                                ? "動くものと位置のある記録を、要求した人に見せてよい範囲で提供します。"
                                : "What moves and located records, as far as whoever asks may see them.");
        new Links(page)
                .add("self", "/ogc", JSON)
                .add("service-desc", "/ogc/api", OPEN_API)
                .add("conformance", "/ogc/conformance", JSON)
                .add("data", "/ogc/collections", JSON);
        return answer(JSON, page);
    }

    @GetMapping("/ogc/conformance")
    ResponseEntity<ObjectNode> conformance(@RequestParam MultiValueMap<String, String> given) {
        plain(given);
        var page = json.createObjectNode();
        var classes = page.putArray("conformsTo");
        List.of("core", "oas30", "geojson")
                .forEach(name -> classes.add("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/" + name));
        classes.add("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");
        return answer(JSON, page);
    }

    @GetMapping("/ogc/api")
    ResponseEntity<ObjectNode> api(@RequestParam MultiValueMap<String, String> given) {
        plain(given);
        return answer(OPEN_API, ApiDocument.write(json, Links.address("/ogc"), collections.list()));
    }

    @GetMapping("/ogc/collections")
    ResponseEntity<ObjectNode> list(@RequestParam MultiValueMap<String, String> given, Locale language) {
        plain(given);
        var page = json.createObjectNode();
        new Links(page).add("self", "/ogc/collections", JSON);
        var all = page.putArray("collections");
        collections.list().forEach(one -> all.add(view(one, language)));
        var crs = page.putArray("crs");
        Crs.uris().forEach(crs::add);
        return answer(JSON, page);
    }

    @GetMapping("/ogc/collections/{collection}")
    ResponseEntity<ObjectNode> get(
            @PathVariable String collection, @RequestParam MultiValueMap<String, String> given, Locale language) {
        plain(given);
        return answer(JSON, view(collections.get(collection), language));
    }

    private ObjectNode view(FeatureCollections.Collection collection, Locale language) {
        var view = json.createObjectNode()
                .put("id", collection.id())
                .put("title", japanese(language) ? collection.japanese() : collection.english())
                .put("itemType", "feature")
                .put("storageCrs", Crs.CRS84.uri());
        var extent = view.putObject("extent");
        var spatial = extent.putObject("spatial").put("crs", Crs.CRS84.uri());
        spatial.putArray("bbox").addArray().add(-180).add(-90).add(180).add(90);
        extent.putObject("temporal").putArray("interval").addArray().addNull().addNull();
        var crs = view.putArray("crs");
        Crs.uris().forEach(crs::add);
        var path = "/ogc/collections/" + collection.id();
        var links = new Links(view).add("self", path, JSON);
        for (var format : Format.values()) {
            links.add("items", path + "/items?f=" + format.code(), format.mediaType());
        }
        return view;
    }

    @GetMapping("/ogc/collections/{collection}/items")
    ResponseEntity<byte[]> items(
            @PathVariable String collection,
            @RequestParam MultiValueMap<String, String> given,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        var reader = new QueryReader(given, MANY);
        var format = reader.format(Set.of(Format.values()));
        var crs = reader.crs();
        var asked = collections.get(collection);
        var page = collections.page(asked, reader.query(language), caller);
        var banner = FeatureText.banner(page.features());
        if (format == Format.JSON) {
            return answer(format, crs, banner, json.writeValueAsBytes(page(asked, page, crs)));
        }
        var title = japanese(language) ? asked.japanese() : asked.english();
        collections.exported(asked, format.code(), page, asked(given), caller);
        return file(
                asked.id(),
                format,
                banner,
                switch (format) {
                    case JSON -> throw new IllegalStateException("answered above");
                    case CSV -> FeatureText.csv(page.features()).getBytes(StandardCharsets.UTF_8);
                    case KML -> FeatureText.kml(title, page.features()).getBytes(StandardCharsets.UTF_8);
                    case GPKG -> geoPackage.write(asked.id(), title, page.features());
                });
    }

    /// The questions of the request, for the audit log.
    private static String asked(MultiValueMap<String, String> given) {
        var questions = given.toSingleValueMap().entrySet().stream()
                .filter(one -> !one.getKey().equals("f"))
                .map(one -> one.getKey() + "=" + one.getValue())
                .sorted()
                .collect(Collectors.joining("&"));
        return questions.isEmpty() ? "–" : questions.substring(0, Math.min(questions.length(), LONGEST_QUESTIONS));
    }

    private ObjectNode page(FeatureCollections.Collection collection, FeaturePage page, Crs crs) {
        var view = features.collection(page, crs);
        var links = new Links(view).addThis("self", Format.JSON.mediaType());
        if (page.more()) {
            links.addAfter(page.features().getLast().id(), Format.JSON.mediaType());
        }
        links.add("collection", "/ogc/collections/" + collection.id(), JSON);
        return view;
    }

    @GetMapping("/ogc/collections/{collection}/items/{id}")
    ResponseEntity<byte[]> item(
            @PathVariable String collection,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> given,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        var reader = new QueryReader(given, ONE);
        var format = reader.format(Set.of(Format.JSON));
        var crs = reader.crs();
        var asked = collections.get(collection);
        var feature = collections.find(asked, id, reader.query(language), caller);
        var view = features.feature(feature, crs);
        new Links(view).addThis("self", format.mediaType()).add("collection", "/ogc/collections/" + asked.id(), JSON);
        return answer(format, crs, feature.label(), json.writeValueAsBytes(view));
    }

    private static ResponseEntity<byte[]> answer(Format format, Crs crs, String banner, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header("Content-Crs", "<" + crs.uri() + ">")
                .header("Renkei-Banner", banner)
                .body(bytes);
    }

    /// Files are always in longitude and latitude.
    private static ResponseEntity<byte[]> file(String collection, Format format, String banner, byte[] bytes) {
        var name = FeatureText.fileName(collection, banner) + "." + format.code();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("Renkei-Banner", banner)
                .body(bytes);
    }

    private static ResponseEntity<ObjectNode> answer(String mediaType, ObjectNode page) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, mediaType).body(page);
    }

    private static void plain(MultiValueMap<String, String> given) {
        new QueryReader(given, PLAIN).format(Set.of(Format.JSON));
    }

    private static boolean japanese(Locale language) {
        return language.getLanguage().equals("ja");
    }
}
