/// The overview and the handover brief at the API.
@NullMarked
package org.renkei.overview.web;

import org.jspecify.annotations.NullMarked;
