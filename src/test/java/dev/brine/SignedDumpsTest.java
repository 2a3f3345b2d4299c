package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.envelope.KeyFile;
import dev.brine.envelope.Signer;
import dev.brine.envelope.Verifier;
import dev.brine.error.UnverifiedDumpException;
import dev.brine.expr.Sql;
import dev.brine.pickle.ReadLimits;
import dev.brine.wrapping.Unwrapper;
import dev.brine.wrapping.Wrapped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed envelopes on the ways that dumps take. */
class SignedDumpsTest {

  private static final KeyFile KEYS = KeyFile.parse(KeyFile.newSecret("k1"));
  private static final Signer SIGNER = Signer.of(KEYS.signing().get(0), "reports");
  private static final Verifier VERIFIER = Verifier.of(KEYS.verifying());
  private static final LoadOptions SIGNED_ONLY = LoadOptions.NONE.withVerifier(VERIFIER);

  private static final byte[] DUMP = ExpressionSerializer.dumps(Sql.text("SELECT 1"));
  private static final byte[] SIGNED = SIGNER.sign(DUMP);

  /** What no reader of pickles would survive without an exception of its own. */
  private static final byte[] NO_PICKLE = {(byte) 0x80, 99, 'R', 'R'};

  @Test
  void aSignedDumpIsLoaded() {
    assertThat(ExpressionSerializer.loads(SIGNED, SIGNED_ONLY))
        .isEqualTo(ExpressionSerializer.loads(DUMP));
  }

  @Test
  void anUnsignedOneIsRefused() {
    assertThatThrownBy(() -> ExpressionSerializer.loads(DUMP, SIGNED_ONLY))
        .isInstanceOf(UnverifiedDumpException.class)
        .hasMessage("the dump is not signed");
    assertThat(
            ExpressionSerializer.loads(
                DUMP, LoadOptions.NONE.withVerifier(VERIFIER.withUnsignedAllowed(true))))
        .isNotNull();
  }

  @Test
  void withoutAKeyASignedOneIsRefused() {
    assertThatThrownBy(() -> ExpressionSerializer.loads(SIGNED))
        .isInstanceOf(UnverifiedDumpException.class)
        .hasMessage("the dump is in a signed envelope, and there is no key to verify it");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingIsReadOfWhatIsNotVerified(boolean unwraps) {
    LoadOptions options = SIGNED_ONLY.withUnwraps(unwraps);
    byte[] forged = SIGNER.sign(NO_PICKLE);
    forged[forged.length - 1] ^= 1;

    assertThatThrownBy(() -> ExpressionSerializer.loads(NO_PICKLE, options))
        .isInstanceOf(UnverifiedDumpException.class);
    assertThatThrownBy(() -> ExpressionSerializer.loads(forged, options))
        .isInstanceOf(UnverifiedDumpException.class)
        .hasMessage("the signature of the envelope is wrong");
  }

  @Test
  void anEnvelopeIsFoundInBase64AndGzip() {
    byte[] wrapped = Base64.getEncoder().encode(gzip(SIGNED));

    Wrapped found = Unwrapper.DEFAULT.withVerifier(VERIFIER).unwrap(wrapped);

    assertThat(found.isVerified()).isTrue();
    assertThat(found.dump()).isEqualTo(DUMP);
    assertThat(found.toString())
        .startsWith("base64, gzip, signed envelope (hmac-sha256, key k1, by reports, ")
        .endsWith(", verified)");
    assertThat(ExpressionSerializer.loads(wrapped, SIGNED_ONLY.withUnwraps(true))).isNotNull();
  }

  @Test
  void withoutAVerifierAnEnvelopeIsAWrappingThatSaysSo() {
    Wrapped found = Unwrapper.DEFAULT.unwrap(SIGNED);

    assertThat(found.isVerified()).isFalse();
    assertThat(found.toString()).endsWith(", not verified)");
    assertThat(new PlaceholderDeserializer().loads(found)).isNotNull();
    assertThatThrownBy(() -> new Deserializer(SIGNED_ONLY.withVerifier(others())).loads(found))
        .isInstanceOf(UnverifiedDumpException.class)
        .hasMessageContaining("which is unknown");
  }

  private static Verifier others() {
    return Verifier.of(KeyFile.parse(KeyFile.newSecret("another")).verifying());
  }

  @Test
  void anUnsignedDumpInAPickleIsNotLookedFor() {
    byte[] nested = ExpressionSerializer.dumps(java.util.List.of("x"));

    assertThatThrownBy(() -> Unwrapper.DEFAULT.withVerifier(VERIFIER).unwrap(nested))
        .isInstanceOf(UnverifiedDumpException.class);
  }

  @Test
  void anotherDumpInTheSameWrappingsIsNotVerified() {
    Unwrapper unwrapper = new Unwrapper(true, ReadLimits.DEFAULT, VERIFIER);
    Wrapped swapped = unwrapper.unwrap(SIGNED).with(DUMP.clone());

    assertThat(swapped.isVerified()).isFalse();
    assertThatThrownBy(() -> new Deserializer(SIGNED_ONLY).loads(swapped))
        .isInstanceOf(UnverifiedDumpException.class);
  }

  @Test
  void theSignatureIsNotKeptAroundAnotherDump() {
    Wrapped found = Unwrapper.DEFAULT.unwrap(Base64.getEncoder().encode(SIGNED));
    byte[] other = ExpressionSerializer.dumps(Sql.text("SELECT 2"));

    assertThat(found.rewrap(other)).isEqualTo(Base64.getEncoder().encode(other));
  }

  @Test
  void aMigrationVerifiesWhatItReads() {
    Migration migration =
        new Migration(
            new Deserializer(SIGNED_ONLY), new MigrationTarget.OfSeries(DumpOptions.DEFAULT));

    assertThat(migration.open(Unwrapper.DEFAULT.unwrap(SIGNED)).write()).isNotEmpty();
    assertThatThrownBy(() -> migration.open(DUMP)).isInstanceOf(UnverifiedDumpException.class);
  }

  @Test
  void theJsonFormIsSignedLikeADump() {
    byte[] json =
        ExpressionSerializer.toJson(Sql.text("SELECT 1")).getBytes(StandardCharsets.UTF_8);

    assertThat(ExpressionSerializer.loads(SIGNER.sign(json), SIGNED_ONLY))
        .isEqualTo(ExpressionSerializer.loads(DUMP));
    assertThatThrownBy(
            () ->
                ExpressionSerializer.fromJson(
                    new String(json, StandardCharsets.UTF_8), SIGNED_ONLY))
        .isInstanceOf(UnverifiedDumpException.class);
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
