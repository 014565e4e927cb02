package dev.tagdrift.explain;

import java.util.Comparator;

/** A family of distributions by the packages they install; each has its own order of versions. */
public enum PackageFormat {
    /** Debian, Ubuntu and what is made of them. */
    DEB,
    /** Alpine, Wolfi and Chainguard. */
    APK,
    /** Fedora, Red Hat, SUSE, Amazon Linux. */
    RPM;

    /** From older to newer. Versions that differ only in how they are written are equal. */
    public Comparator<String> versions() {
        return switch (this) {
            case DEB -> DebianVersions.ORDER;
            case APK -> ApkVersions.ORDER;
            case RPM -> RpmVersions.ORDER;
        };
    }
}
