package dev.tagdrift.explain;

import dev.tagdrift.explain.LayerEntry.Folder;
import dev.tagdrift.explain.LayerEntry.HardLink;
import dev.tagdrift.explain.LayerEntry.Link;
import dev.tagdrift.explain.LayerEntry.Other;
import dev.tagdrift.explain.LayerEntry.Removed;
import dev.tagdrift.explain.LayerEntry.Stored;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Writes what a layer told as bytes, packed with a checksum (RFC 1952), and reads it again. */
final class LayerFilesCodec {
    private static final int VERSION = 1;
    private static final byte[] NOTHING = {};

    private LayerFilesCodec() {}

    static byte[] write(LayerFiles files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(VERSION);
            out.writeInt(files.opaque().size());
            for (String folder : files.opaque()) {
                write(out, text(folder));
            }
            out.writeInt(files.entries().size());
            for (Map.Entry<String, LayerEntry> entry : files.entries().entrySet()) {
                write(out, text(entry.getKey()));
                write(out, entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, LayerEntry entry) throws IOException {
        switch (entry) {
            case Stored file -> write(out, 'f', file.bytes());
            case Link(String target) -> write(out, 's', text(target));
            case HardLink(String target) -> write(out, 'h', text(target));
            case Folder folder -> write(out, 'd', NOTHING);
            case Other other -> write(out, 'o', NOTHING);
            case Removed removed -> write(out, 'x', NOTHING);
        }
    }

    private static void write(DataOutputStream out, char kind, byte[] content) throws IOException {
        out.writeByte(kind);
        write(out, content);
    }

    private static void write(DataOutputStream out, byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IOException if the bytes are not what this version writes */
    static LayerFiles read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readInt() != VERSION) {
                throw new IOException("written by another version");
            }
            TreeSet<String> opaque = new TreeSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                opaque.add(readText(in));
            }
            TreeMap<String, LayerEntry> entries = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                entries.put(readText(in), readEntry(in));
            }
            if (in.read() >= 0) {
                throw new IOException("more than was written");
            }
            return new LayerFiles(entries, opaque);
        }
    }

    private static LayerEntry readEntry(DataInputStream in) throws IOException {
        char kind = (char) in.readUnsignedByte();
        byte[] content = readContent(in);
        return switch (kind) {
            case 'f' -> new Stored(content);
            case 's' -> new Link(new String(content, StandardCharsets.UTF_8));
            case 'h' -> new HardLink(new String(content, StandardCharsets.UTF_8));
            case 'd' -> new Folder();
            case 'o' -> new Other();
            case 'x' -> new Removed();
            default -> throw new IOException("no such entry");
        };
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readContent(in), StandardCharsets.UTF_8);
    }

    private static byte[] readContent(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] content = in.readNBytes(Math.max(0, length));
        if (content.length != length) {
            throw new EOFException();
        }
        return content;
    }
}
