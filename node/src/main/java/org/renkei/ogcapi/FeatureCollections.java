package org.renkei.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.records.Kinds;
import org.springframework.stereotype.Service;

/// The door of the module: what moves, and one collection for each kind of record that can say where it is. What the
/// caller may not see is not found, not counted, and leaves no gap.
@Service
public class FeatureCollections {
    public static final String TRACKS = "tracks";

    private final TrackFeatures tracks;
    private final RecordFeatures records;
    private final Kinds kinds;
    private final AuditLog audit;

    FeatureCollections(TrackFeatures tracks, RecordFeatures records, Kinds kinds, AuditLog audit) {
        this.audit = audit;
        this.tracks = tracks;
        this.records = records;
        this.kinds = kinds;
    }

    /// @param id as in the address
    public record Collection(String id, String english, String japanese) {}

    public List<Collection> list() {
        var all = new ArrayList<Collection>();
        all.add(new Collection(TRACKS, "What moves", "航跡"));
        kinds.list().stream()
                .filter(kind -> kind.schema().path("properties").has("position"))
                .forEach(kind -> all.add(new Collection(kind.kind(), kind.nameEn(), kind.nameJa())));
        return all;
    }

    /// @throws Problem when there is no such collection
    public Collection get(String id) {
        return list().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound("collection " + id, "コレクション " + id));
    }

    public FeaturePage page(Collection collection, FeatureQuery query, Caller caller) {
        return collection.id().equals(TRACKS)
                ? tracks.page(query, caller)
                : records.page(collection.id(), query, caller);
    }

    /// Puts on record that a file goes out of reach: which form, how many, under which label, of what was
    /// asked. To be called before the file is given; what cannot be written down is not given.
    ///
    /// @param asked the parameters of the request
    public void exported(Collection collection, String form, FeaturePage page, String asked, Caller caller) {
        audit.record(new AuditEvent(
                caller.getName(),
                "features-exported",
                null,
                null,
                Map.of(
                        "collection",
                        collection.id(),
                        "form",
                        form,
                        "count",
                        page.features().size(),
                        "label",
                        FeatureText.banner(page.features()),
                        "asked",
                        asked)));
    }

    /// @throws Problem when the caller sees no such feature
    public Feature find(Collection collection, UUID id, FeatureQuery query, Caller caller) {
        Optional<Feature> found = collection.id().equals(TRACKS)
                ? tracks.find(id, query, caller)
                : records.find(collection.id(), id, query, caller);
        return found.orElseThrow(() -> notFound("feature " + id, "地物 " + id));
    }

    private static Problem notFound(String english, String japanese) {
        return new Problem(Category.NOT_FOUND, "there is no " + english + " here", japanese + " はここにありません");
    }
}
