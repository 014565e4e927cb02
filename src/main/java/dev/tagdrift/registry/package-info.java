/**
 * What does the registry say?
 *
 * <p>The OCI distribution protocol, pull only. A question walks {@link dev.tagdrift.registry.RegistryClient}, then {@code
 * Authorizer} (who is asking), {@code Retries} (asked again), {@code Redirects} (asked elsewhere) and {@code Wire} (one
 * exchange); each hands the next one's answer back as a value. Imports {@code image}, {@code resolve}, {@code auth} and
 * {@code settings}; sees OkHttp, and Jackson in its codecs.
 */
@NullMarked
package dev.tagdrift.registry;

import org.jspecify.annotations.NullMarked;
