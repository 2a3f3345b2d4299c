package dev.brine.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.ExpressionSerializer;
import dev.brine.LoadOptions;
import dev.brine.envelope.KeyFile;
import dev.brine.envelope.Signer;
import dev.brine.envelope.SigningKey;
import dev.brine.envelope.Vectors;
import dev.brine.envelope.Verifier;
import dev.brine.expr.Sql;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Python's side of signed envelopes, and its restricted {@code loads()}. */
class EnvelopesIT {

  private static final Path REQUIREMENTS =
      Path.of("python-fixtures/requirements/sqlalchemy-2.0.txt");
  private static final Path WORKER = Path.of("compat-tests/python/envelope_worker.py");
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000L);

  /** What refuses a dump that is broken rather than hostile. */
  private static final List<String> REFUSALS = List.of("RestrictedError", "UnpicklingError");

  /** Of the fixtures, lest one answer takes too long. */
  private static final int PARTS = 8;

  private LivingPython python;

  @BeforeEach
  void start() {
    python = LivingPython.with("sqlalchemy-2.0-envelopes", REQUIREMENTS, WORKER);
  }

  private static SigningKey key(String id) {
    return KeyFile.parse(Vectors.keyText()).signing().stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared-1", "reports-2026"})
  void whatIsSignedHerePythonVerifies(String id) {
    byte[] dump = ExpressionSerializer.dumps(Sql.text("SELECT 1"));
    Signer signer =
        Signer.of(key(id), "java").withSeries("2.0").withClock(Clock.fixed(NOW, ZoneOffset.UTC));

    JsonNode answer = python.ask(question("verify", signer.sign(dump)));

    assertThat(answer.get("dump").asText()).isEqualTo(LivingPython.base64(dump));
    assertThat(answer.get("producer").asText()).isEqualTo("java");
    assertThat(answer.get("series").asText()).isEqualTo("2.0");
    assertThat(answer.get("protocol").asInt()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared-1", "reports-2026"})
  void whatPythonSignsIsVerifiedHere(String id) {
    byte[] dump = ExpressionSerializer.dumps(Sql.text("SELECT 1"));
    ObjectNode question = python.question("sign").put("keys", Vectors.keyText()).put("key", id);
    question.put("dump", LivingPython.base64(dump)).put("producer", "python").put("series", "2.0");
    JsonNode answer = python.ask(question.put("millis", NOW.toEpochMilli()));

    byte[] envelope = Base64.getDecoder().decode(answer.get("envelope").asText());
    Verifier verifier = Vectors.verifier().withProducers(List.of("python"));

    assertThat(ExpressionSerializer.loads(envelope, LoadOptions.NONE.withVerifier(verifier)))
        .isEqualTo(ExpressionSerializer.loads(dump));
  }

  @ParameterizedTest
  @MethodSource("dev.brine.envelope.Vectors#good")
  void pythonVerifiesTheVectors(Vectors.Case vector) {
    JsonNode answer = python.ask(question("verify", vector.envelope()));

    assertThat(answer.get("dump")).isEqualTo(vector.fields().get("dump"));
  }

  @ParameterizedTest
  @MethodSource("dev.brine.envelope.Vectors#bad")
  void pythonRefusesWhatIsBrokenOrForged(Vectors.Case vector) {
    ObjectNode question = question("verify", vector.envelope());
    question.setAll((ObjectNode) vector.fields().get("verify"));

    JsonNode answer = python.askAnyway(question);

    assertThat(answer.path("error").asText()).isEqualTo("EnvelopeError");
    assertThat(answer.get("message").asText()).contains(vector.fields().get("says").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hmac_with_catalogue", "ed25519_with_catalogue"})
  void pythonRefusesEveryChangedByte(String name) {
    byte[] envelope =
        Vectors.good().stream()
            .filter(vector -> vector.name().equals(name))
            .findFirst()
            .orElseThrow()
            .envelope();

    JsonNode answer = python.ask(question("tamper", envelope));

    assertThat(answer.get("tried").asInt()).isEqualTo(envelope.length);
    assertThat(answer.get("taken")).isEmpty();
  }

  @Test
  void pythonsOwnEd25519IsThatOfTheRfc() {
    assertThat(python.ask(python.question("own")).get("failures")).isEmpty();
  }

  @Test
  void theRestrictedLoadsRefusesWhatIsHostile() {
    JsonNode answer = python.ask(python.question("hostile"));

    assertThat(answer.get("touched").asInt()).isZero();
    TreeMap<String, String> others = new TreeMap<>();
    answer
        .get("answers")
        .properties()
        .forEach(each -> others.put(each.getKey(), each.getValue().asText()));
    assertThat(others).hasSizeGreaterThan(80);
    others.values().removeIf(REFUSALS::contains);
    assertThat(others).isEmpty();
  }

  @Test
  void theRestrictedLoadsGivesWhatSqlalchemysGives() {
    List<String> differences = new ArrayList<>();
    int loaded = 0;
    int unloadable = 0;
    for (int part = 0; part < PARTS; part++) {
      ObjectNode question = python.question("restricted").put("part", part).put("parts", PARTS);
      JsonNode answer = python.ask(question);
      answer.get("differences").forEach(each -> differences.add(each.asText()));
      loaded += answer.get("loaded").asInt();
      unloadable += answer.get("unloadable").asInt();
    }

    assertThat(differences).isEmpty();
    assertThat(loaded).isGreaterThan(9_000);
    assertThat(unloadable).isLessThan(50);
  }

  private ObjectNode question(String operation, byte[] envelope) {
    return python
        .question(operation)
        .put("keys", Vectors.keyText())
        .put("envelope", LivingPython.base64(envelope))
        .put("now", NOW.getEpochSecond() + 1.0);
  }
}
