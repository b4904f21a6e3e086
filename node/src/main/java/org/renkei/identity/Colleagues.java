package org.renkei.identity;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who works at the same office of the same nation at this node.
@Service
public class Colleagues {
    private final People people;

    Colleagues(People people) {
        this.people = people;
    }

    /// Those whose whole clearance the caller's own covers: what they write for their office, the caller
    /// may read. As things stand at this moment; nobody for who is no person, is not cleared, or has no
    /// office written down.
    @Transactional(readOnly = true)
    public List<Person> readableBy(Caller caller) {
        var self = caller.person();
        if (self == null || !caller.cleared() || self.organisation().isBlank()) {
            return List.of();
        }
        return people.list().stream()
                .filter(other -> other.active()
                        && !other.id().equals(self.id())
                        && other.nation().equals(self.nation())
                        && other.organisation().equals(self.organisation())
                        && self.clearance().covers(other.clearance()))
                .toList();
    }
}
