package org.renkei.acsa;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.renkei.sight.Sight;
import org.renkei.sight.Sight.Extent;
import org.springframework.stereotype.Component;

/// Which orders somebody sees whole: those whose statements bear nothing but markings that they see whole. A circle is
/// the set of markings of an order; a nation has few.
@Component
class Circles {
    private final FoldBook book;

    Circles(FoldBook book) {
        this.book = book;
    }

    /// @param whole circles of which everything is seen as it is stored, so that what was folded for all holds
    /// @param cut circles of which something is seen: those orders are folded from what is seen
    /// @param all whether every circle is seen whole
    record Within(List<Integer> whole, List<Integer> cut, boolean all) {
        Within {
            whole = List.copyOf(whole);
            cut = List.copyOf(cut);
        }
    }

    Within of(Sight sight) {
        var circles = book.circles();
        var markings = circles.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        var extents = sight.extents(markings);
        var whole = new ArrayList<Integer>();
        var cut = new ArrayList<Integer>();
        circles.forEach((id, members) -> {
            if (members.stream().allMatch(one -> extents.get(one) == Extent.WHOLE)) {
                whole.add(id);
            } else if (members.stream().anyMatch(one -> extents.get(one) != Extent.NOTHING)) {
                cut.add(id);
            }
        });
        return new Within(whole, cut, whole.size() == circles.size());
    }
}
