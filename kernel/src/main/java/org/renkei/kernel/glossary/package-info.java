/// Terms that nations use, in English and Japanese, and where they use them differently.
@NullMarked
package org.renkei.kernel.glossary;

import org.jspecify.annotations.NullMarked;
