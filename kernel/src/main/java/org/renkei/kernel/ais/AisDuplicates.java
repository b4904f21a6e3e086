package org.renkei.kernel.ais;

import java.util.LinkedHashMap;

/// Remembers what was heard in the last seconds, so that a transmission that several stations heard
/// counts once. Two transmissions of one ship differ at least by the second in them; what is equal to the
/// bit within the window is one.
public final class AisDuplicates {
    private final LinkedHashMap<String, Long> heard = new LinkedHashMap<>();
    private final long windowMillis;
    private final int most;

    /// @param most how many transmissions are remembered, whatever comes
    public AisDuplicates(long windowMillis, int most) {
        this.windowMillis = windowMillis;
        this.most = most;
    }

    /// @param at epoch milliseconds of the hearing; a little out of order does no harm
    public boolean isRepeat(String content, long at) {
        var before = heard.get(content);
        if (before != null && Math.abs(at - before) <= windowMillis) {
            return true;
        }
        heard.remove(content);
        heard.put(content, at);
        expire(at);
        return false;
    }

    private void expire(long at) {
        var eldest = heard.values().iterator();
        while (eldest.hasNext()) {
            var age = at - eldest.next();
            if (age <= windowMillis && heard.size() <= most) {
                return;
            }
            eldest.remove();
        }
    }
}
