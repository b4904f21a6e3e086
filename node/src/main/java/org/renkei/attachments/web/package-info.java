/// The API of the attachments module.
@NullMarked
package org.renkei.attachments.web;

import org.jspecify.annotations.NullMarked;
