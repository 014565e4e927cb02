package dev.tagdrift.auth;

/** A text that must not be seen; it never shows in {@link #toString}. */
public final class Secret {
    private final String value;

    /** Hides this text. */
    public Secret(String value) {
        this.value = value;
    }

    /** The text, for the one place that sends it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
