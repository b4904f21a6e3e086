/// The overview and the handover brief at the API.
@NullMarked
package org.renkei.glossary.web;

import org.jspecify.annotations.NullMarked;
