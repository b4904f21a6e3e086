@NullMarked
package org.renkei.review.web;

import org.jspecify.annotations.NullMarked;
