/// Orders and statements of account of the ACSA desk as documents for paper.
@NullMarked
package org.renkei.acsa.paper;

import org.jspecify.annotations.NullMarked;
