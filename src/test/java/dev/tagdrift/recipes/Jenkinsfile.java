package dev.tagdrift.recipes;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.builder.AstBuilder;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.control.CompilePhase;

/** A pipeline of Jenkins as Groovy reads it; nothing of it is run. */
final class Jenkinsfile {
    private Jenkinsfile() {}

    /**
     * The scripts of its steps {@code sh}, in order.
     *
     * @throws org.codehaus.groovy.control.CompilationFailedException if it is not Groovy
     */
    static List<String> shellSteps(String text) {
        List<String> scripts = new ArrayList<>();
        CodeVisitorSupport visitor = new CodeVisitorSupport() {
            @Override
            public void visitMethodCallExpression(MethodCallExpression call) {
                if ("sh".equals(call.getMethodAsString())) {
                    scripts.add(script(call.getArguments()));
                }
                super.visitMethodCallExpression(call);
            }
        };
        new AstBuilder()
                .buildFromString(CompilePhase.CONVERSION, text)
                .getFirst()
                .visit(visitor);
        return scripts;
    }

    private static String script(Expression arguments) {
        if (arguments instanceof TupleExpression tuple
                && tuple.getExpressions().size() == 1
                && tuple.getExpression(0) instanceof ConstantExpression script) {
            return script.getText();
        }
        throw new AssertionError("no plain script: " + arguments.getText());
    }
}
