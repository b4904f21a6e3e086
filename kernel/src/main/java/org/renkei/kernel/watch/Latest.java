package org.renkei.kernel.watch;

import java.util.LinkedHashMap;
import java.util.Map;

/// A map that holds so many entries and forgets what was not asked for or changed for longest. Not thread safe.
public final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private static final float LOAD = 0.75f;

    private final int most;

    public Latest(int most) {
        super(16, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
