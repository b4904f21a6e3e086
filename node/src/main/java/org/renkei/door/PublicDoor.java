package org.renkei.door;

import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/// The addresses that open without signing in while somebody keeps them open. Until then, and whenever they
/// are closed, they are refused as what does not exist is.
@Component
public class PublicDoor {
    static final String ADDRESS = "/public";

    private volatile BooleanSupplier open = () -> false;

    /// Who says from now on whether it is open.
    public void follow(BooleanSupplier keeper) {
        open = keeper;
    }

    boolean isOpen() {
        return open.getAsBoolean();
    }

    static boolean isBehind(String path) {
        return path.equals(ADDRESS) || path.startsWith(ADDRESS + "/");
    }
}
