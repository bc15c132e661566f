package vn.dondoc.web.console.rules;

import java.util.List;
import java.util.Optional;
import vn.dondoc.rules.Publication;

/**
 * The rules in force, and what is edited.
 *
 * @param edits whether the reader may edit
 * @param draft names of the files that he edited; empty without a draft
 * @param outdated whether other rules came in force since he began
 * @param folderEdited whether the folder holds an edit that nobody announced
 */
public record RulesView(
        String plan,
        String document,
        Optional<Publication> inForce,
        String version,
        List<FileLine> files,
        Figures figures,
        boolean edits,
        Optional<List<String>> draft,
        boolean outdated,
        boolean folderEdited) {
    public RulesView {
        files = List.copyOf(files);
    }

    /** @param what what it holds, in words */
    public record FileLine(String name, String address, String what, int lines) {}

    public record Figures(int duties, int targets, int clauses, int publications) {}
}
