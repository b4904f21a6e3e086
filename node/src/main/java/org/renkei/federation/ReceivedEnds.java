package org.renkei.federation;

import org.springframework.stereotype.Service;

/// Removes what partners released until a time that has come, whether they can be reached or not.
@Service
public class ReceivedEnds {
    private final Inbox inbox;

    ReceivedEnds(Inbox inbox) {
        this.inbox = inbox;
    }

    public void removeEnded() {
        inbox.removeEnded();
    }
}
