package dev.brine.wrapping;

import dev.brine.pickle.ReadLimits;
import java.util.List;

/** Knows one kind of wrapping. Stateless. */
interface Peeler {

  /**
   * What is in the wrapping: nothing if this is another kind; several if it holds several things
   * that may be meant.
   *
   * @throws dev.brine.error.MalformedPickleException if this is certainly the wrapping, and broken
   * @throws dev.brine.error.PickleLimitException if its content exceeds a limit
   */
  List<Peeled> peel(byte[] content, ReadLimits limits);

  /**
   * Whether what is wrapped like this cannot be anything else, so that it is an error if there is
   * no dump inside.
   */
  default boolean isCertain() {
    return true;
  }
}
