package dev.tagdrift.demo;

import dev.tagdrift.image.MediaType;

/** Whose media types an image is written with. */
public enum Format {
    /** The Open Container Initiative's. */
    OCI,
    /** Docker's. */
    DOCKER;

    MediaType index() {
        return this == OCI ? MediaType.OCI_INDEX : MediaType.DOCKER_INDEX;
    }

    MediaType manifest() {
        return this == OCI ? MediaType.OCI_MANIFEST : MediaType.DOCKER_MANIFEST;
    }

    MediaType config() {
        return new MediaType(
                this == OCI
                        ? "application/vnd.oci.image.config.v1+json"
                        : "application/vnd.docker.container.image.v1+json");
    }

    MediaType layer(Packing packing) {
        String tar =
                this == OCI ? "application/vnd.oci.image.layer.v1.tar" : "application/vnd.docker.image.rootfs.diff.tar";
        String suffix = packing.name().isEmpty() ? "" : (this == OCI ? "+" : ".") + packing.name();
        return new MediaType(tar + suffix);
    }
}
