package vn.dondoc.rules;

/**
 * The latest stage of the ladder that a finding has passed.
 *
 * @param key name of the rung and which time it is; a stage is sent once
 * @param rung name of the rung
 * @param tone "nhắc việc", "đề nghị" or "đôn đốc"
 */
public record Stage(String key, String rung, String tone) {}
