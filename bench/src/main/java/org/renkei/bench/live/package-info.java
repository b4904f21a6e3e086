/// Nodes under load as they are run: processes of their own with their own PostgreSQL, fed and read over the network.
/// What
/// feeds and reads them runs on the same machine and takes its share of it.
@NullMarked
package org.renkei.bench.live;

import org.jspecify.annotations.NullMarked;
