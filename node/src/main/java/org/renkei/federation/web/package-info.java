/// This node, its links and its ledgers over HTTP.
@NullMarked
package org.renkei.federation.web;

import org.jspecify.annotations.NullMarked;
