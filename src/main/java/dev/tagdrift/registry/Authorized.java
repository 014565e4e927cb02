package dev.tagdrift.registry;

/**
 * A reply, and who it was given to.
 *
 * @param reply as it came
 * @param authenticated whether the request carried what stands for somebody
 */
record Authorized(Reply reply, boolean authenticated) {}
