package si.podpora.files;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Files that a system would run: known by the ending of their names, and by how their content begins. */
final class Programs {

    private static final Set<String> EXTENSIONS = Set.of(
            // Windows
            ("exe dll com scr pif cpl ocx sys drv msi msp mst msix msixbundle appx appxbundle application appref-ms"
                            + " bat cmd ps1 psm1 psd1 vbs vbe vb js jse wsf wsh wsc sct hta lnk url scf reg inf msc"
                            + " gadget chm hlp jnlp xbap xll diagcab settingcontent-ms library-ms search-ms cab"
                            // elsewhere
                            + " sh bash zsh csh ksh command app pkg mpkg dmg deb rpm apk aab ipa jar class war ear"
                            + " so dylib ko elf run appimage desktop workflow scpt applescript pl pyc pyo"
                            // images of disks hide programs from the system's own warnings
                            + " iso img vhd vhdx")
                    .split(" "));

    private static final List<Signature> SIGNATURES = List.of(
            new Signature(0, bytes(0x7F, 'E', 'L', 'F')),
            new Signature(0, bytes(0xFE, 0xED, 0xFA, 0xCE)), // Mach-O, both widths and byte orders
            new Signature(0, bytes(0xFE, 0xED, 0xFA, 0xCF)),
            new Signature(0, bytes(0xCE, 0xFA, 0xED, 0xFE)),
            new Signature(0, bytes(0xCF, 0xFA, 0xED, 0xFE)),
            new Signature(0, bytes(0xCA, 0xFE, 0xBA, 0xBE)), // Mach-O for several processors, and Java classes
            new Signature(0, bytes(0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0)), // Windows shortcut
            new Signature(0, bytes('d', 'e', 'x', '\n')), // Android
            new Signature(0, bytes(0xED, 0xAB, 0xEE, 0xDB)), // RPM
            new Signature(0, bytes('!', '<', 'a', 'r', 'c', 'h', '>', '\n', 'd', 'e', 'b')),
            new Signature(0, bytes('I', 'T', 'S', 'F')), // compiled help
            new Signature(0, bytes('M', 'S', 'C', 'F')), // cabinet
            new Signature(32769, bytes('C', 'D', '0', '0', '1'))); // ISO 9660

    private static final byte[] OLE = bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
    private static final byte[] INSTALLER =
            bytes(0x84, 0x10, 0x0C, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46); // {000C1084-…}

    private Programs() {}

    static boolean isByName(String name) {
        return EXTENSIONS.contains(FileName.extension(name));
    }

    /**
     * Whether the content is a program's.
     *
     * @param head how the file begins, some tens of kilobytes
     */
    static boolean isByContent(byte[] head) {
        return SIGNATURES.stream().anyMatch(signature -> signature.in(head))
                || isDosProgram(head)
                || new Signature(0, bytes('#', '!', '/')).in(head)
                || isInstaller(head);
    }

    /** A text, too, may begin with these two letters, but it has no zeros. */
    private static boolean isDosProgram(byte[] head) {
        return new Signature(0, bytes('M', 'Z')).in(head)
                && IntStream.range(0, Math.min(head.length, 256)).anyMatch(at -> head[at] == 0);
    }

    /** A Windows installer is an OLE file whose root entry bears the installer's class ([MS-CFB] 2.2, 2.6.1). */
    private static boolean isInstaller(byte[] head) {
        if (!new Signature(0, OLE).in(head) || head.length < 512) {
            return false;
        }
        var sector = 1L << (head[0x1E] & 0x1F);
        var root = (littleEndian(head, 0x30) + 1) * sector;
        return root + 0x60 <= head.length && new Signature((int) root + 0x50, INSTALLER).in(head);
    }

    private static long littleEndian(byte[] head, int at) {
        return (head[at] & 0xFFL)
                | (head[at + 1] & 0xFFL) << 8
                | (head[at + 2] & 0xFFL) << 16
                | (head[at + 3] & 0xFFL) << 24;
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private record Signature(int offset, byte[] bytes) {

        boolean in(byte[] head) {
            return head.length >= offset + bytes.length
                    && Arrays.equals(head, offset, offset + bytes.length, bytes, 0, bytes.length);
        }
    }
}
