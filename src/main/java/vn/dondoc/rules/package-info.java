/**
 * The one home of Drools. Rule files come in; they are read, checked, turned into DRL, compiled aside and put in force as
 * a whole. Facts come in; verdicts and rungs of the ladder go out.
 */
@NullMarked
package vn.dondoc.rules;

import org.jspecify.annotations.NullMarked;
