/** The real process, killed at any moment: no letter is lost, none comes twice but under one Message-ID. */
@NullMarked
package vn.dondoc.crash;

import org.jspecify.annotations.NullMarked;
