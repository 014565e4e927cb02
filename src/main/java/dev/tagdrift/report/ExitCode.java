package dev.tagdrift.report;

/** What the exit code of a run says. When several hold, {@link #DRIFT} wins, then {@link #ERROR}. */
public final class ExitCode {
    /** Every image was looked at, and nothing that was found fails. */
    public static final int OK = 0;

    /** Drift, or files and lockfile out of step. */
    public static final int DRIFT = 1;

    /** Usage, settings, a lockfile or an image name that cannot be read, or an error of the program itself. */
    public static final int ERROR = 2;

    /** Nothing moved as far as seen, but some images could not be checked. */
    public static final int UNCHECKED = 3;

    private ExitCode() {}

    /** The one that wins. */
    static int of(boolean drift, boolean error, boolean unchecked) {
        if (drift) {
            return DRIFT;
        }
        if (error) {
            return ERROR;
        }
        return unchecked ? UNCHECKED : OK;
    }
}
