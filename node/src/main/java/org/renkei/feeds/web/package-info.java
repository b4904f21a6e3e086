/// The feeds at the API.
@NullMarked
package org.renkei.feeds.web;

import org.jspecify.annotations.NullMarked;
