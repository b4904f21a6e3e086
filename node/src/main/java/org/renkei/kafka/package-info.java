/// The log between feeds and pictures where a nation has several nodes: each tells what its feeds see, the workers
/// among
/// them share the sightings out and leave what each picture needs, and every picture takes that in. Off unless the
/// settings
/// name a Kafka. [FeedLog][org.renkei.kafka.FeedLog] is the place to start.
@ApplicationModule(
        displayName = "Kafka",
        allowedDependencies = {"feeds", "picture", "settings"})
@NullMarked
package org.renkei.kafka;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
