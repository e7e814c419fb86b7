/** Build time: turns @Named, @ComponentImport and @ExportAsService into META-INF/plugin-components/*. */
@NullMarked
package org.incomingmail.scanner;

import org.jspecify.annotations.NullMarked;
