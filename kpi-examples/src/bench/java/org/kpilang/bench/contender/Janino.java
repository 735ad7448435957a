package org.kpilang.bench.contender;

import java.util.List;
import org.codehaus.janino.ClassBodyEvaluator;
import org.kpilang.bench.Notation;

/** Janino, which compiles a loop of Java source. BSD-3-Clause. */
final class Janino implements Contender {

    private static int made;

    private Loop loop;

    /** What the source implements. */
    public interface Loop {
        void run(double[][] in, double[] out);
    }

    @Override
    public void compile(String formula, List<String> inputs) throws Exception {
        StringBuilder source = new StringBuilder("public void run(double[][] in, double[] out) {\n");
        for (int i = 0; i < inputs.size(); i++) {
            source.append("double[] c").append(i).append(" = in[").append(i).append("];\n");
        }
        source.append("for (int i = 0; i < out.length; i++) {\n");
        for (int i = 0; i < inputs.size(); i++) {
            source.append("double ").append(inputs.get(i)).append(" = c").append(i).append("[i];\n");
        }
        source.append("out[i] = ").append(Notation.JAVA.write(formula)).append(";\n}\n}\n");
        ClassBodyEvaluator evaluator = new ClassBodyEvaluator();
        evaluator.setClassName("org.kpilang.bench.contender.Made" + made++);
        evaluator.setImplementedInterfaces(new Class<?>[] {Loop.class});
        evaluator.setParentClassLoader(Janino.class.getClassLoader());
        evaluator.cook(source.toString());
        loop = (Loop) evaluator.getClazz().getDeclaredConstructor().newInstance();
    }

    @Override
    public void run(double[][] columns, double[] out) {
        loop.run(columns, out);
    }
}
