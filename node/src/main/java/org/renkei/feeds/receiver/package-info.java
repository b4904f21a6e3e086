/// What runs for each feed: a source that gives lines, a bounded backlog of them, a decoder that makes sightings, and
/// figures about all of it. [Receiver][org.renkei.feeds.receiver.Receiver] is the place to start.
@NullMarked
package org.renkei.feeds.receiver;

import org.jspecify.annotations.NullMarked;
