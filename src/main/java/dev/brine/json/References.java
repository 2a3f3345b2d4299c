package dev.brine.json;

import dev.brine.codec.EntityResolver;

/**
 * What stands for the tables, columns, mapped classes, sessions and engines that a structure refers
 * to: what {@code persistent_load} is to a pickle.
 */
public interface References extends EntityResolver {

  /**
   * What an id stands for.
   *
   * @param id as a dump holds it, such as {@code table:users}; of another form if whoever wrote the
   *     structure gave such ids
   * @throws dev.brine.error.UnresolvedReferenceException if there is nothing to find it in
   */
  Object resolve(Object id);
}
