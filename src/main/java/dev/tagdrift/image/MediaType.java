package dev.tagdrift.image;

/**
 * The type of what a digest names, as registries and lockfiles write it.
 *
 * @param value such as {@code application/vnd.oci.image.index.v1+json}, without parameters
 */
public record MediaType(String value) {
    /** OCI image index. */
    public static final MediaType OCI_INDEX = new MediaType("application/vnd.oci.image.index.v1+json");

    /** OCI image manifest. */
    public static final MediaType OCI_MANIFEST = new MediaType("application/vnd.oci.image.manifest.v1+json");

    /** Docker's form of an index. */
    public static final MediaType DOCKER_INDEX =
            new MediaType("application/vnd.docker.distribution.manifest.list.v2+json");

    /** Docker's form of a manifest. */
    public static final MediaType DOCKER_MANIFEST =
            new MediaType("application/vnd.docker.distribution.manifest.v2+json");

    /** Cuts parameters such as {@code charset} off. */
    public MediaType {
        int semicolon = value.indexOf(';');
        value = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    }

    /** Whether this is an index, in the form of either vendor. */
    public boolean isIndex() {
        return equals(OCI_INDEX) || equals(DOCKER_INDEX);
    }

    /** Whether this is the manifest of one image, in the form of either vendor. */
    public boolean isManifest() {
        return equals(OCI_MANIFEST) || equals(DOCKER_MANIFEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
