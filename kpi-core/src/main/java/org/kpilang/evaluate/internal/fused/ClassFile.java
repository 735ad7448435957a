package org.kpilang.evaluate.internal.fused;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a class with a constructor and one method, as The Java Virtual Machine Specification, chapter 4, lays it down.
 * Version 49 of the format needs no maps of the stack. Not thread-safe.
 */
final class ClassFile {

    static final int DCONST_0 = 14;
    static final int DCONST_1 = 15;
    static final int LDC2_W = 20;
    static final int ILOAD = 21;
    static final int DLOAD = 24;
    static final int ALOAD = 25;
    static final int DALOAD = 49;
    static final int AALOAD = 50;
    static final int ISTORE = 54;
    static final int DSTORE = 57;
    static final int ASTORE = 58;
    static final int DASTORE = 82;
    static final int DUP2 = 92;
    static final int DADD = 99;
    static final int DSUB = 103;
    static final int DMUL = 107;
    static final int DDIV = 111;
    static final int IINC = 132;
    static final int DCMPL = 151;
    static final int DCMPG = 152;
    static final int IFEQ = 153;
    static final int IFNE = 154;
    static final int IFLT = 155;
    static final int IFGE = 156;
    static final int IFGT = 157;
    static final int IFLE = 158;
    static final int IF_ICMPLT = 161;
    static final int GOTO = 167;
    static final int RETURN = 177;
    static final int INVOKESPECIAL = 183;
    static final int INVOKESTATIC = 184;
    static final int SIPUSH = 17;
    static final int WIDE = 196;

    private static final int VERSION = 49;
    private static final int PUBLIC_FINAL_SUPER = 0x31;
    private static final int PUBLIC = 1;

    private final Map<List<Object>, Integer> constants = new HashMap<>();
    private final ByteArrayOutputStream pool = new ByteArrayOutputStream();
    private final DataOutputStream poolOut = new DataOutputStream(pool);
    private int poolSize = 1;

    int text(String text) throws IOException {
        List<Object> key = List.of(1, text);
        Integer known = constants.get(key);
        if (known != null) {
            return known;
        }
        poolOut.writeByte(1);
        poolOut.writeUTF(text);
        return added(key, 1);
    }

    int number(double value) throws IOException {
        List<Object> key = List.of(6, Double.doubleToRawLongBits(value));
        Integer known = constants.get(key);
        if (known != null) {
            return known;
        }
        poolOut.writeByte(6);
        poolOut.writeDouble(value);
        return added(key, 2);
    }

    int type(String name) throws IOException {
        return pair(7, text(name), -1);
    }

    int method(String owner, String name, String descriptor) throws IOException {
        return pair(10, type(owner), pair(12, text(name), text(descriptor)));
    }

    private int pair(int tag, int first, int second) throws IOException {
        List<Object> key = List.of(tag, first, second);
        Integer known = constants.get(key);
        if (known != null) {
            return known;
        }
        poolOut.writeByte(tag);
        poolOut.writeShort(first);
        if (second >= 0) {
            poolOut.writeShort(second);
        }
        return added(key, 1);
    }

    private int added(List<Object> key, int size) {
        int index = poolSize;
        constants.put(key, index);
        poolSize += size;
        return index;
    }

    /** The class with an empty constructor and one public method. */
    byte[] write(String name, String parent, String method, String descriptor, byte[] code, int stack, int locals)
            throws IOException {
        int thisType = type(name);
        int superType = type("java/lang/Object");
        int parentType = type(parent);
        int codeText = text("Code");
        int constructor = text("<init>");
        int nothing = text("()V");
        int superConstructor = method("java/lang/Object", "<init>", "()V");
        int methodText = text(method);
        int descriptorText = text(descriptor);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.writeInt(0xCAFEBABE);
        out.writeShort(0);
        out.writeShort(VERSION);
        out.writeShort(poolSize);
        pool.writeTo(out);
        out.writeShort(PUBLIC_FINAL_SUPER);
        out.writeShort(thisType);
        out.writeShort(superType);
        out.writeShort(1);
        out.writeShort(parentType);
        out.writeShort(0);
        out.writeShort(2);
        byte[] callSuper = {ALOAD, 0, (byte) INVOKESPECIAL, (byte) (superConstructor >> 8), (byte) superConstructor,
                (byte) RETURN};
        writeMethod(out, constructor, nothing, codeText, callSuper, 1, 1);
        writeMethod(out, methodText, descriptorText, codeText, code, stack, locals);
        out.writeShort(0);
        return file.toByteArray();
    }

    private static void writeMethod(DataOutputStream out, int name, int descriptor, int codeText, byte[] code, int stack,
            int locals) throws IOException {
        out.writeShort(PUBLIC);
        out.writeShort(name);
        out.writeShort(descriptor);
        out.writeShort(1);
        out.writeShort(codeText);
        out.writeInt(12 + code.length);
        out.writeShort(stack);
        out.writeShort(locals);
        out.writeInt(code.length);
        out.write(code);
        out.writeShort(0);
        out.writeShort(0);
    }
}
