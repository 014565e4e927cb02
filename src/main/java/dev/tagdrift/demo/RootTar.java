package dev.tagdrift.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A part of a root file system as a tar file, for small synthetic layers: names of up to a hundred bytes, no owners, no
 * times.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06">ustar interchange
 *     format</a>
 */
public final class RootTar {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();

    /** The same with a file. */
    public RootTar file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a file. */
    public RootTar file(String path, byte[] content) {
        return entry(path, '0', "", content);
    }

    /** The same with a folder. */
    public RootTar folder(String path) {
        return entry(path + "/", '5', "", new byte[0]);
    }

    /** The same with a symbolic link. */
    public RootTar link(String path, String target) {
        return entry(path, '2', target, new byte[0]);
    }

    /** The same with a second name of a file that is there. */
    public RootTar hardLink(String path, String target) {
        return entry(path, '1', target, new byte[0]);
    }

    /** The same without what lower layers have at this path. */
    public RootTar without(String path) {
        int name = path.lastIndexOf('/') + 1;
        return file(path.substring(0, name) + ".wh." + path.substring(name), new byte[0]);
    }

    /** The same without what lower layers have in this folder. */
    public RootTar withoutBelow(String folder) {
        return file(folder + "/.wh..wh..opq", new byte[0]);
    }

    /** All of it, with the two empty blocks at the end. */
    public byte[] bytes() {
        byte[] all = blocks.toByteArray();
        return Arrays.copyOf(all, all.length + 2 * BLOCK);
    }

    private RootTar entry(String path, char type, String target, byte[] content) {
        byte[] header = new byte[BLOCK];
        put(header, 0, path);
        put(header, 100, type == '5' ? "0000755" : "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, "%011o".formatted(content.length));
        put(header, 136, "00000000000");
        put(header, 148, "        ");
        header[156] = (byte) type;
        put(header, 157, target);
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        blocks.writeBytes(header);
        blocks.writeBytes(Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
        return this;
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 100) {
            throw new IllegalArgumentException("too long for this format: " + text);
        }
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
