/// Double entry: immutable transfers between accounts, one ledger for each [Asset][org.renkei.kernel.books.Asset], and
/// reservations that are posted in parts or given back. A correction is a further transfer, never a change.
@NullMarked
package org.renkei.kernel.books;

import org.jspecify.annotations.NullMarked;
