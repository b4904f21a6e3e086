/// Tables as spreadsheets keep them, in and out: CSV and XLSX. Nothing of what a table means.
@NullMarked
package org.renkei.acsa.sheet;

import org.jspecify.annotations.NullMarked;
