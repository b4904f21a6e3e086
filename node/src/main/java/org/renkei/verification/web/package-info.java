/// Verification over HTTP.
@NullMarked
package org.renkei.verification.web;

import org.jspecify.annotations.NullMarked;
