package vn.dondoc.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;
import vn.dondoc.reading.Problems;

/**
 * The first wall between rules and Java: DRL is built only when its parse tree holds nothing but what {@link Permitted}
 * names. A rule is one pattern with comparisons, and calls of one collector. So it cannot reach the machine, cannot make a
 * cross product, and cannot feed itself, since it cannot insert or change a fact.
 */
final class RuleGuard {
    private static final Set<String> ANNOTATIONS = Set.of("clause");
    private static final String HINT = "chỉ dùng các câu và ô của bảng trong rules/README.md";

    private final Permitted permitted;
    private final String source;
    private final Problems problems;

    private RuleGuard(Permitted permitted, String source, Problems problems) {
        this.permitted = permitted;
        this.source = source;
        this.problems = problems;
    }

    /**
     * Refuses what is not permitted, with the place in the file that it came from.
     *
     * @param source the name of that file with {@code .drl} behind it
     */
    static void check(Permitted permitted, String source, String drl, Problems problems) {
        new RuleGuard(permitted, source, problems).check(drl);
    }

    private void check(String drl) {
        // the compiler of the consequences turns \u0022 into a quotation mark, the parser here does not
        if (drl.indexOf('\\') >= 0) {
            refuse(file(), "dấu \\ không được dùng");
            return;
        }
        PackageDescr tree = parse(drl);
        if (tree != null) {
            checkPackage(tree);
            tree.getRules().forEach(this::checkRule);
        }
    }

    private @org.jspecify.annotations.Nullable PackageDescr parse(String drl) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr tree = parser.parse(false, drl);
            parser.getErrors().forEach(error -> refuse(file(), "sai cú pháp (" + error.getMessage() + ")"));
            return parser.hasErrors() ? null : tree;
        } catch (DroolsParserException faulty) {
            refuse(file(), "sai cú pháp (" + faulty.getMessage() + ")");
            return null;
        }
    }

    private void checkPackage(PackageDescr tree) {
        demand(tree.getName().equals(permitted.packageName()), "package " + tree.getName());
        Set<String> imports =
                tree.getImports().stream().map(ImportDescr::getTarget).collect(Collectors.toCollection(TreeSet::new));
        demand(imports.equals(permitted.imports()), "import " + imports);
        List<String> globals =
                tree.getGlobals().stream().map(RuleGuard::written).toList();
        demand(globals.equals(List.of(permitted.globalType() + " " + permitted.global())), "global " + globals);
        demand(tree.getUnit() == null, "unit");
        demand(tree.getFunctions().isEmpty() && tree.getFunctionImports().isEmpty(), "function");
        demand(tree.getAccumulateImports().isEmpty(), "import accumulate");
        demand(tree.getAttributes().isEmpty(), "thuộc tính của cả tệp");
        demand(tree.getClassAndEnumDeclarationDescrs().isEmpty(), "declare");
        demand(tree.getEntryPointDeclarations().isEmpty(), "declare entry-point");
        demand(tree.getWindowDeclarations().isEmpty(), "declare window");
    }

    private static String written(GlobalDescr global) {
        return global.getType() + " " + global.getIdentifier();
    }

    private void demand(boolean kept, String what) {
        if (!kept) {
            refuse(file(), "không được dùng: " + what);
        }
    }

    private void checkRule(RuleDescr rule) {
        String place = placeOf(rule);
        if (!rule.isRule() || rule.getParentName() != null || rule.getUnit() != null) {
            refuse(place, "không phải quy tắc");
            return;
        }
        if (!rule.getAttributes().isEmpty()) {
            refuse(
                    place,
                    "không được dùng: " + new TreeSet<>(rule.getAttributes().keySet()));
        }
        rule.getAnnotations().stream()
                .filter(annotation -> !isPermitted(annotation))
                .forEach(annotation -> refuse(place, "không được dùng: @" + annotation.getName()));
        if (!rule.getNamedConsequences().isEmpty()) {
            refuse(place, "không được có nhiều phần “thì”");
        }
        checkPattern(rule, place);
    }

    private static boolean isPermitted(AnnotationDescr annotation) {
        return ANNOTATIONS.contains(annotation.getName())
                && String.valueOf(annotation.getSingleValue()).matches("\"?[A-Za-z0-9.]*\"?");
    }

    private void checkPattern(RuleDescr rule, String place) {
        List<BaseDescr> conditions = rule.getLhs().getDescrs();
        if (conditions.size() != 1 || !(conditions.get(0) instanceof PatternDescr pattern)) {
            refuse(place, "phải có đúng một dòng điều kiện về một nhiệm vụ");
            return;
        }
        if (!isPlain(pattern)) {
            refuse(place, "điều kiện không được dùng: " + pattern.getObjectType());
            return;
        }
        for (BaseDescr constraint : pattern.getDescrs()) {
            checkConstraint(constraint, place);
        }
        ConsequenceGuard.refusalOf(
                        String.valueOf(rule.getConsequence()), permitted, String.valueOf(pattern.getIdentifier()))
                .ifPresent(what -> refuse(place, "phần “thì” không được dùng: " + what));
    }

    private boolean isPlain(PatternDescr pattern) {
        return permitted.fact().equals(pattern.getObjectType())
                && pattern.getIdentifier() != null
                && pattern.getIdentifier().matches("\\$[a-z]+")
                && pattern.getSource() == null
                && pattern.getBehaviors().isEmpty()
                && pattern.getAnnotations().isEmpty()
                && !pattern.isQuery()
                && !pattern.isUnification()
                && !pattern.isNegated();
    }

    private void checkConstraint(BaseDescr constraint, String place) {
        if (constraint instanceof ExprConstraintDescr expression
                && expression.getType() == ExprConstraintDescr.Type.NAMED) {
            ConditionGuard.refusalOf(expression.getExpression(), permitted)
                    .ifPresent(what -> refuse(place, "điều kiện không được dùng: " + what));
        } else {
            refuse(place, "điều kiện không được dùng: " + constraint.getText());
        }
    }

    private String file() {
        return Sentences.fileOf(source);
    }

    private String placeOf(RuleDescr rule) {
        return Sentences.placeOf(source, rule.getLine()) + ", quy tắc “" + rule.getName() + "”";
    }

    private void refuse(String place, String message) {
        problems.add(place, message, HINT);
    }
}
