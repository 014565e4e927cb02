package dev.tagdrift.explain;

import dev.tagdrift.explain.PackageReading.Flaw;

/** Ends the reading of a record of packages that makes no sense. */
final class UnreadablePackagesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    UnreadablePackagesException(Flaw flaw) {
        super(flaw.toString(), null, false, false);
        this.flaw = flaw;
    }

    static UnreadablePackagesException malformed() {
        return new UnreadablePackagesException(Flaw.MALFORMED);
    }

    Flaw flaw() {
        return flaw;
    }
}
