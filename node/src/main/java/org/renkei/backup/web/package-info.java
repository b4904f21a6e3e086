@NullMarked
package org.renkei.backup.web;

import org.jspecify.annotations.NullMarked;
