/// OGC API - Features over HTTP.
@NullMarked
package org.renkei.ogcapi.web;

import org.jspecify.annotations.NullMarked;
