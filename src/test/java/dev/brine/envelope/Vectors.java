package dev.brine.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** {@code python-fixtures/envelopes/vectors.json}: what Python's side signed. */
public final class Vectors {

  /** Later than all of them that are not of the future. */
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_001L);

  private static final JsonNode ALL = read();

  private Vectors() {}

  /**
   * An envelope.
   *
   * @param fields what was signed, or how it is to be verified
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared: it only carries them to a test.
  public record Case(String name, byte[] envelope, JsonNode fields) {

    @Override
    public String toString() {
      return name;
    }

    byte[] dump() {
      return Base64.getDecoder().decode(fields.get("dump").asText());
    }

    @Nullable CatalogueHash catalogue() {
      return fields.hasNonNull("catalogue")
          ? new CatalogueHash(fields.get("catalogue").asText())
          : null;
    }
  }

  private static JsonNode read() {
    try {
      Path file = Path.of("python-fixtures", "envelopes", "vectors.json");
      return JsonMapper.builder().build().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Case> good() {
    return cases("good");
  }

  public static List<Case> bad() {
    return cases("bad");
  }

  private static List<Case> cases(String kind) {
    return StreamSupport.stream(ALL.get(kind).spliterator(), false)
        .map(
            each ->
                new Case(
                    each.get("name").asText(),
                    Base64.getDecoder().decode(each.get("envelope").asText()),
                    each))
        .toList();
  }

  /** The text of the keys. */
  public static String keyText() {
    return ALL.get("keys").asText();
  }

  static KeyFile keys() {
    return KeyFile.parse(keyText());
  }

  /** Takes what is signed with these keys, at the time when they were written. */
  public static Verifier verifier() {
    return Verifier.of(keys().verifying()).withClock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Demands what a case says beyond. */
  static Verifier verifier(JsonNode wanted) {
    Verifier verifier = verifier();
    if (wanted.has("now")) {
      Instant now = Instant.ofEpochMilli(Math.round(wanted.get("now").asDouble() * 1000));
      verifier = verifier.withClock(Clock.fixed(now, ZoneOffset.UTC));
    }
    if (wanted.has("max_age")) {
      verifier = verifier.withMaxAge(Duration.ofSeconds(wanted.get("max_age").asLong()));
    }
    if (wanted.has("catalogue")) {
      verifier = verifier.withCatalogue(new CatalogueHash(wanted.get("catalogue").asText()));
    }
    Set<String> producers = new LinkedHashSet<>();
    wanted.path("producers").forEach(name -> producers.add(name.asText()));
    return verifier.withProducers(producers);
  }
}
