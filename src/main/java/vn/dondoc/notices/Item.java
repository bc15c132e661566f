package vn.dondoc.notices;

import vn.dondoc.findings.Finding;

/**
 * One duty in a letter.
 *
 * @param finding the verdict
 * @param stage key of the ladder's stage that it reached; a stage goes to a recipient once
 * @param tone "nhắc việc", "đề nghị" or "đôn đốc"
 */
public record Item(Finding finding, String stage, String tone) {}
