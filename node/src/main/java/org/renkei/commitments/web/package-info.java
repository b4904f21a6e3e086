/// The commitments desk at the API.
@NullMarked
package org.renkei.commitments.web;

import org.jspecify.annotations.NullMarked;
