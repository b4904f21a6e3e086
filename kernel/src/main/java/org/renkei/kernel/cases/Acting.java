package org.renkei.kernel.cases;

import java.util.List;

/// What can be said on a desk: how it is called, and which fields it needs. Each desk has an enum of its own.
public interface Acting extends Coded {
    Form form();

    default String english() {
        return form().english();
    }

    default String japanese() {
        return form().japanese();
    }

    /// In the order in which a form shows them.
    default List<Field> fields() {
        return form().fields();
    }

    record Form(String english, String japanese, List<Field> fields) {
        public Form {
            fields = List.copyOf(fields);
        }
    }
}
