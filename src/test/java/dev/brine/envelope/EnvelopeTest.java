package dev.brine.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UnverifiedDumpException;
import dev.brine.error.UsageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The format, by what Python's side signed and what both must refuse. */
class EnvelopeTest {

  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

  @Test
  void thereAreCasesOfBothKinds() {
    assertThat(Vectors.good()).hasSizeGreaterThan(10);
    assertThat(Vectors.bad()).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @MethodSource("dev.brine.envelope.Vectors#good")
  void whatPythonSignedIsGood(Vectors.Case vector) {
    Envelope envelope = Vectors.verifier().verify(vector.envelope());

    Claims claims = envelope.claims();
    assertThat(envelope.dump()).isEqualTo(vector.dump());
    assertThat(envelope.algorithm()).hasToString(vector.fields().get("algorithm").asText());
    assertThat(claims.keyId()).isEqualTo(vector.fields().get("key").asText());
    assertThat(claims.producer()).isEqualTo(vector.fields().get("producer").asText());
    assertThat(claims.series()).isEqualTo(vector.fields().get("series").asText());
    assertThat(claims.protocol()).isEqualTo(vector.fields().get("protocol").asInt());
    assertThat(claims.catalogue()).isEqualTo(vector.catalogue());
    assertThat(claims.time().toEpochMilli()).isEqualTo(vector.fields().get("millis").asLong());
  }

  @ParameterizedTest
  @MethodSource("dev.brine.envelope.Vectors#good")
  void theSameBytesAreSignedHere(Vectors.Case vector) {
    Instant time = Instant.ofEpochMilli(vector.fields().get("millis").asLong());
    SigningKey key =
        Vectors.keys().signing().stream()
            .filter(each -> each.id().equals(vector.fields().get("key").asText()))
            .findFirst()
            .orElseThrow();

    byte[] signed =
        Signer.of(key, vector.fields().get("producer").asText())
            .withSeries(vector.fields().get("series").asText())
            .withCatalogue(vector.catalogue())
            .withClock(Clock.fixed(time, ZoneOffset.UTC))
            .sign(vector.dump());

    assertThat(signed).isEqualTo(vector.envelope());
  }

  @ParameterizedTest
  @MethodSource("dev.brine.envelope.Vectors#bad")
  void whatIsBrokenOrForgedIsRefusedByName(Vectors.Case vector) {
    Verifier verifier = Vectors.verifier(vector.fields().get("verify"));

    assertThatThrownBy(() -> verifier.verify(vector.envelope()))
        .isInstanceOf(UnverifiedDumpException.class)
        .hasMessageContaining(vector.fields().get("says").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hmac_with_catalogue", "ed25519_with_catalogue"})
  void noByteCanBeChanged(String name) {
    byte[] envelope = vector(name);
    Verifier verifier = Vectors.verifier();
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < envelope.length; i++) {
      for (int change : new int[] {0x01, 0x20, 0x80, 0xFF}) {
        byte[] changed = envelope.clone();
        changed[i] ^= (byte) change;
        if (isTaken(verifier, changed)) {
          taken.add(i);
        }
      }
    }
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hmac_with_catalogue", "ed25519_with_catalogue"})
  void noByteCanBeLeftOutOrAdded(String name) {
    byte[] envelope = vector(name);
    Verifier verifier = Vectors.verifier();
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < envelope.length; i++) {
      byte[] head = Arrays.copyOf(envelope, i);
      byte[] tail = Arrays.copyOfRange(envelope, i, envelope.length);
      byte[] without = EnvelopeFormat.concat(head, Arrays.copyOfRange(tail, 1, tail.length));
      byte[] with = EnvelopeFormat.concat(EnvelopeFormat.concat(head, new byte[] {0}), tail);
      if (isTaken(verifier, head) || isTaken(verifier, without) || isTaken(verifier, with)) {
        taken.add(i);
      }
    }
    assertThat(taken).isEmpty();
  }

  private static boolean isTaken(Verifier verifier, byte[] envelope) {
    try {
      verifier.verify(envelope);
      return true;
    } catch (UnverifiedDumpException refused) {
      return false;
    }
  }

  private static byte[] vector(String name) {
    return Vectors.good().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .envelope();
  }

  @Test
  void anOldAndANewKeyAreGoodAtTheSameTime() {
    KeyFile before = KeyFile.parse(KeyFile.newSecret("k1"));
    KeyFile.NewPair pair = KeyFile.newPair("k2");
    KeyFile after = KeyFile.parse(pair.privateKey() + pair.publicKey());
    List<VerifyingKey> both = new ArrayList<>(before.verifying());
    both.addAll(after.verifying());
    Verifier verifier = Verifier.of(both);

    assertThat(verifier.verify(signer(before).sign(new byte[] {'.'})).claims().keyId())
        .isEqualTo("k1");
    assertThat(verifier.verify(signer(after).sign(new byte[] {'.'})).claims().keyId())
        .isEqualTo("k2");
  }

  private static Signer signer(KeyFile keys) {
    return Signer.of(keys.signing().get(0), "reports");
  }

  @Test
  void theAgeIsCountedFromWhenItWasSigned() {
    KeyFile keys = KeyFile.parse(KeyFile.newSecret("k"));
    byte[] envelope = signer(keys).withClock(TODAY).sign(new byte[0]);
    Verifier verifier = Verifier.of(keys.verifying()).withMaxAge(Duration.ofHours(1));

    assertThat(
            verifier
                .withClock(Clock.offset(TODAY, Duration.ofMinutes(59)))
                .verify(envelope)
                .claims()
                .time())
        .isEqualTo(TODAY.instant());
    assertThatThrownBy(
            () -> verifier.withClock(Clock.offset(TODAY, Duration.ofMinutes(61))).verify(envelope))
        .isInstanceOf(UnverifiedDumpException.class)
        .hasMessage("the envelope is of 2026-11-22T10:00:00Z, which is longer ago than PT1H");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k hmac-sha256 c2hvcnQ=",
        "k ed25519-public c2hvcnQ=",
        "k ed25519-private c2hvcnQ=",
        "k rsa AAAA",
        "k hmac-sha256",
        "k hmac-sha256 not/base64!"
      })
  void whatIsNoKeyIsRefusedAndNotShown(String line) {
    assertThatThrownBy(() -> KeyFile.parse(line))
        .isInstanceOf(UsageException.class)
        .message()
        .doesNotContain("c2hvcnQ", "not/base64");
  }

  @Test
  void keysAreNeverShown() {
    KeyFile keys = Vectors.keys();

    assertThat(keys.toString()).contains("key shared-1 for hmac-sha256").doesNotContain("AAEC");
  }

  @Test
  void twoKeysOfOneIdAreRefused() {
    KeyFile one = KeyFile.parse(KeyFile.newSecret("k"));
    KeyFile two = KeyFile.parse(KeyFile.newSecret("k"));

    assertThatThrownBy(() -> Verifier.of(one.verifying().get(0), two.verifying().get(0)))
        .isInstanceOf(UsageException.class)
        .hasMessage("two keys have the id k");
    assertThatThrownBy(Verifier::of).isInstanceOf(UsageException.class);
  }
}
