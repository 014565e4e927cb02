package dev.tagdrift;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * How long a source file and its methods are.
 *
 * @param name of the file
 * @param lines of the file
 * @param methods those with a body, in the order of the file
 */
record SourceLengths(String name, int lines, List<Method> methods) {
    /**
     * A method, a constructor or an initialiser; a lambda belongs to the method that holds it.
     *
     * @param where file, line and name
     * @param lines from the signature, without annotations and comment, to the closing brace
     */
    record Method(String where, int lines) {}

    static SourceLengths of(Path file) {
        try {
            return of(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceLengths of(String name, String text) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, null, List.of(), null, List.of(source(text)));
        List<Method> methods = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(name, text, unit, Trees.instance(task).getSourcePositions(), methods).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceLengths(name, (int) text.lines().count(), methods);
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static final class Scanner extends TreeScanner<Void, Void> {
        private final String file;
        private final String text;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> methods;

        Scanner(String file, String text, CompilationUnitTree unit, SourcePositions positions, List<Method> methods) {
            this.file = file;
            this.text = text;
            this.unit = unit;
            this.positions = positions;
            this.methods = methods;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            for (Tree member : type.getMembers()) {
                if (member instanceof BlockTree initialiser) {
                    add("initialiser", start(initialiser), initialiser);
                }
            }
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (method.getBody() != null) {
                add(method.getName().toString(), signature(method), method);
            }
            return super.visitMethod(method, null);
        }

        private void add(String name, int start, Tree tree) {
            long first = unit.getLineMap().getLineNumber(start);
            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
            methods.add(new Method(file + ":" + first + " " + name, (int) (last - first + 1)));
        }

        private int start(Tree tree) {
            return (int) positions.getStartPosition(unit, tree);
        }

        /** Past the annotations, which the tree counts as the method's beginning. */
        private int signature(MethodTree method) {
            int position = start(method);
            for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
                if (start(annotation) == position) {
                    position = (int) positions.getEndPosition(unit, annotation);
                    while (Character.isWhitespace(text.charAt(position))) {
                        position++;
                    }
                }
            }
            return position;
        }
    }
}
