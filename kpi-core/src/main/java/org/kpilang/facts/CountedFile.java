package org.kpilang.facts;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of which it is known how much has been read. */
final class CountedFile extends FilterInputStream {

    private final long size;
    private long position;

    private CountedFile(Path file) throws IOException {
        super(Files.newInputStream(file));
        size = Files.size(file);
    }

    static CountedFile of(Path file) throws IOException {
        return new CountedFile(file);
    }

    /** The number of bytes; 0 if the file has no size of its own, such as a pipe. */
    long size() {
        return size;
    }

    /** The number of bytes that have been read. */
    long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        position += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        position += Math.max(read, 0);
        return read;
    }
}
