package vn.dondoc.rules;

import com.github.javaparser.ParseProblemException;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drools.mvel.parser.DrlxParser;
import org.drools.mvel.parser.ParseStart;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.HalfBinaryExpr;
import org.drools.mvel.parser.printer.PrintUtil;

/** What stands within the brackets of a pattern: comparisons of named properties with constants, and tests by words. */
final class ConditionGuard {
    private static final ParseStart<DrlxExpression> PARSER = DrlxParser.buildDrlxParserWithArguments(List.of());
    private static final Set<BinaryExpr.Operator> JOINING = EnumSet.of(
            BinaryExpr.Operator.AND,
            BinaryExpr.Operator.OR,
            BinaryExpr.Operator.EQUALS,
            BinaryExpr.Operator.NOT_EQUALS,
            BinaryExpr.Operator.LESS,
            BinaryExpr.Operator.LESS_EQUALS,
            BinaryExpr.Operator.GREATER,
            BinaryExpr.Operator.GREATER_EQUALS);

    private final Permitted permitted;

    private ConditionGuard(Permitted permitted) {
        this.permitted = permitted;
    }

    /** The first part of a constraint that is not permitted; empty when all of it is. */
    static Optional<String> refusalOf(String constraint, Permitted permitted) {
        DrlxExpression whole;
        try {
            whole = DrlxParser.parseExpression(PARSER, constraint);
        } catch (ParseProblemException unreadable) {
            return Optional.of(constraint);
        }
        return whole.getBind() == null
                ? new ConditionGuard(permitted).refusalOf(whole.getExpr())
                : Optional.of(constraint);
    }

    private Optional<String> refusalOf(Expression expression) {
        if (expression instanceof BinaryExpr both && JOINING.contains(both.getOperator())) {
            return refusalOf(both.getLeft()).or(() -> refusalOf(both.getRight()));
        }
        if (expression instanceof HalfBinaryExpr half) {
            return refusalOf(half.getRight());
        }
        if (expression instanceof EnclosedExpr enclosed) {
            return refusalOf(enclosed.getInner());
        }
        if (expression instanceof UnaryExpr not && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            return refusalOf(not.getExpression());
        }
        return isPermitted(expression) ? Optional.empty() : Optional.of(PrintUtil.printNode(expression));
    }

    private boolean isPermitted(Expression expression) {
        if (expression instanceof MethodCallExpr call) {
            return call.getScope().isEmpty()
                    && call.getTypeArguments().isEmpty()
                    && permitted.tests().contains(call.getNameAsString())
                    && call.getArguments().stream().allMatch(ConditionGuard::isLiteral);
        }
        if (expression instanceof FieldAccessExpr constant) {
            return isConstant(constant, permitted);
        }
        if (expression instanceof NameExpr name) {
            return permitted.properties().contains(name.getNameAsString());
        }
        return isLiteral(expression);
    }

    /** A name after a name, the first of them a permitted type: {@code Track.DATED}. */
    static boolean isConstant(FieldAccessExpr constant, Permitted permitted) {
        return constant.getScope() instanceof NameExpr type
                && permitted.constants().contains(type.getNameAsString())
                && constant.getNameAsString().matches("[A-Z][A-Z_]*");
    }

    static boolean isLiteral(Expression expression) {
        return expression instanceof LiteralExpr literal
                && (literal.isStringLiteralExpr() || literal.isIntegerLiteralExpr() || literal.isBooleanLiteralExpr());
    }
}
