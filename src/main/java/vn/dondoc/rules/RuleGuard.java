package vn.dondoc.rules;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
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
            refuse(file(), "dấu \\ không được dùng", "bỏ dấu \\");
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
            parser.getErrors().forEach(error -> refuseUnreadable(error.getLines()));
            return parser.hasErrors() ? null : tree;
        } catch (DroolsParserException faulty) {
            refuseUnreadable(new int[] {faulty.getLineNumber()});
            return null;
        }
    }

    /** What the parser says of it is English, and of text that no administrator wrote. */
    private void refuseUnreadable(int[] lines) {
        String place = lines.length == 0 ? file() : Sentences.placeOf(source, lines[0]);
        refuse(place, "không đọc được thành quy tắc", "xem lại dấu ngoặc, dấu nháy ở chỗ ấy; " + HINT);
    }

    private void checkPackage(PackageDescr tree) {
        demand(tree.getName().equals(permitted.packageName()), "khai báo gói", List.of(tree.getName()));
        Set<String> imports =
                tree.getImports().stream().map(ImportDescr::getTarget).collect(Collectors.toCollection(TreeSet::new));
        demand(imports.equals(permitted.imports()), "gọi lớp của chương trình", imports);
        List<String> globals =
                tree.getGlobals().stream().map(RuleGuard::written).toList();
        demand(
                globals.equals(List.of(permitted.globalType() + " " + permitted.global())),
                "khai báo biến chung",
                globals);
        demand(tree.getUnit() == null, "khai báo đơn vị quy tắc", List.of());
        demand(tree.getFunctions().isEmpty() && tree.getFunctionImports().isEmpty(), "viết hoặc gọi hàm", List.of());
        demand(tree.getAccumulateImports().isEmpty(), "gọi hàm gộp", List.of());
        demand(
                tree.getAttributes().isEmpty(),
                "đặt thuộc tính cho cả tệp",
                tree.getAttributes().stream().map(AttributeDescr::getName).toList());
        demand(tree.getClassAndEnumDeclarationDescrs().isEmpty(), "khai báo kiểu dữ liệu", List.of());
        demand(tree.getEntryPointDeclarations().isEmpty(), "khai báo cửa nhận dữ liệu", List.of());
        demand(tree.getWindowDeclarations().isEmpty(), "khai báo khung thời gian", List.of());
    }

    private static String written(GlobalDescr global) {
        return global.getType() + " " + global.getIdentifier();
    }

    /** @param written what was written, to be shown; empty when it has no name */
    private void demand(boolean kept, String act, Collection<String> written) {
        if (!kept) {
            refuse(file(), "không được " + act + quoted(written), "bỏ chỗ ấy; " + HINT);
        }
    }

    private static String quoted(Collection<String> written) {
        return written.isEmpty() ? "" : ": “" + String.join("”, “", written) + "”";
    }

    private void checkRule(RuleDescr rule) {
        String place = placeOf(rule);
        if (!rule.isRule() || rule.getParentName() != null || rule.getUnit() != null) {
            refuse(
                    place,
                    "không phải một quy tắc đứng riêng",
                    "viết quy tắc “tên”, khi, thì, kết thúc; không nối quy tắc khác");
            return;
        }
        if (!rule.getAttributes().isEmpty()) {
            refuse(
                    place,
                    "không được đặt thuộc tính cho quy tắc"
                            + quoted(new TreeSet<>(rule.getAttributes().keySet())),
                    "bỏ chỗ ấy; " + HINT);
        }
        rule.getAnnotations().stream()
                .filter(annotation -> !isPermitted(annotation))
                .forEach(annotation -> refuse(
                        place, "không được ghi nhãn cho quy tắc: “@" + annotation.getName() + "”", "bỏ nhãn; " + HINT));
        if (!rule.getNamedConsequences().isEmpty()) {
            refuse(place, "quy tắc có nhiều phần “thì”", "mỗi quy tắc một phần “thì”");
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
            refuse(
                    place,
                    "phần “khi” không phải đúng một dòng điều kiện về một nhiệm vụ",
                    "ghi một câu sau “khi”; " + HINT);
            return;
        }
        if (!isPlain(pattern)) {
            refuse(place, "điều kiện không được dùng: “" + pattern.getObjectType() + "”", HINT);
            return;
        }
        for (BaseDescr constraint : pattern.getDescrs()) {
            checkConstraint(constraint, place);
        }
        ConsequenceGuard.refusalOf(
                        String.valueOf(rule.getConsequence()), permitted, String.valueOf(pattern.getIdentifier()))
                .ifPresent(what -> refuse(place, "phần “thì” không được dùng: “" + what + "”", HINT));
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
                    .ifPresent(what -> refuse(place, "điều kiện không được dùng: “" + what + "”", HINT));
        } else {
            refuse(place, "điều kiện không được dùng: “" + constraint.getText() + "”", HINT);
        }
    }

    private String file() {
        return Sentences.fileOf(source);
    }

    private String placeOf(RuleDescr rule) {
        return Sentences.placeOf(source, rule.getLine()) + ", quy tắc “" + rule.getName() + "”";
    }

    private void refuse(String place, String message, String hint) {
        problems.add(place, message, hint);
    }
}
