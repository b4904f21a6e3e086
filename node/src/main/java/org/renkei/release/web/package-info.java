/// Records, their release and agreements' changes over HTTP.
@NullMarked
package org.renkei.release.web;

import org.jspecify.annotations.NullMarked;
