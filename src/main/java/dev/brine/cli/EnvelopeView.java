package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.envelope.CatalogueHash;
import dev.brine.envelope.Claims;
import dev.brine.envelope.Envelope;
import java.io.PrintWriter;
import java.util.Objects;

/** How an envelope is shown. */
record EnvelopeView(Envelope envelope, boolean isVerified) {

  static EnvelopeView of(Envelope envelope, boolean isVerified) {
    return new EnvelopeView(envelope, isVerified);
  }

  /** What does not fit on the line of the envelope itself. */
  void printDetails(PrintWriter out) {
    Claims claims = envelope.claims();
    if (!claims.series().isEmpty()) {
      out.println("series    " + claims.series());
    }
    out.println("protocol  " + (claims.protocol() == 0 ? "0 or 1" : claims.protocol()));
    if (claims.catalogue() != null) {
      out.println("catalogue " + claims.catalogue());
    }
  }

  void putJson(ObjectNode json) {
    Claims claims = envelope.claims();
    CatalogueHash catalogue = claims.catalogue();
    json.put("verified", isVerified)
        .put("algorithm", envelope.algorithm().toString())
        .put("key", claims.keyId())
        .put("producer", claims.producer())
        .put("series", claims.series())
        .put("protocol", claims.protocol())
        .put("catalogue", catalogue == null ? null : Objects.toString(catalogue))
        .put("time", claims.time().toString());
  }
}
