package dev.tagdrift.registry;

import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;

/**
 * A reply, and who it was given to.
 *
 * @param reply as it came
 * @param login whether the request carried what stands for somebody, and what became of it
 */
record Authorized(Reply reply, Login login) {}
