/// The audit log over HTTP.
@NullMarked
package org.renkei.audit.web;

import org.jspecify.annotations.NullMarked;
