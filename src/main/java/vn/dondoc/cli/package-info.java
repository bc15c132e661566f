/** The command line: words come in, answers go to stdout, progress and problems to stderr, the outcome is the exit code. */
@NullMarked
package vn.dondoc.cli;

import org.jspecify.annotations.NullMarked;
