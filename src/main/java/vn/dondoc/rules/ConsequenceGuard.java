package vn.dondoc.rules;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.Optional;

/** What stands after "then": calls of the collector, with literals and the fact that the rule is about. */
final class ConsequenceGuard {
    /** The rule itself, under the name that Drools gives it. */
    private static final String RULE = "kcontext";

    private final Permitted permitted;
    private final String fact;

    private ConsequenceGuard(Permitted permitted, String fact) {
        this.permitted = permitted;
        this.fact = fact;
    }

    /**
     * The first statement that is not permitted; empty when all are.
     *
     * @param fact the name under which the rule's pattern is bound
     */
    static Optional<String> refusalOf(String consequence, Permitted permitted, String fact) {
        ParserConfiguration java = new ParserConfiguration().setAttributeComments(false);
        ParseResult<BlockStmt> block = new JavaParser(java).parseBlock("{" + consequence + "\n}");
        if (!block.isSuccessful() || block.getResult().isEmpty()) {
            return Optional.of(consequence.strip());
        }
        ConsequenceGuard guard = new ConsequenceGuard(permitted, fact);
        return block.getResult().get().getStatements().stream()
                .filter(statement -> !guard.isPermitted(statement))
                .map(Node::toString)
                .findFirst();
    }

    private boolean isPermitted(Statement statement) {
        return statement instanceof ExpressionStmt one
                && one.getExpression() instanceof MethodCallExpr call
                && call.getScope().filter(this::isGlobal).isPresent()
                && call.getTypeArguments().isEmpty()
                && permitted.acts().contains(call.getNameAsString())
                && call.getArguments().stream().allMatch(this::isArgument);
    }

    private boolean isGlobal(Expression scope) {
        return scope instanceof NameExpr name && name.getNameAsString().equals(permitted.global());
    }

    private boolean isArgument(Expression argument) {
        if (argument instanceof NameExpr name) {
            return name.getNameAsString().equals(RULE) || name.getNameAsString().equals(fact);
        }
        if (argument instanceof MethodCallExpr call) {
            return call.getScope()
                            .filter(scope -> scope instanceof NameExpr name
                                    && name.getNameAsString().equals(fact))
                            .isPresent()
                    && call.getArguments().isEmpty()
                    && permitted.takes().contains(call.getNameAsString());
        }
        return ConditionGuard.isLiteral(argument)
                || (argument instanceof FieldAccessExpr constant && ConditionGuard.isConstant(constant, permitted));
    }
}
