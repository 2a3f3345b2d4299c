package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code keygen}, {@code sign}, {@code verify}, and what the other commands make of envelopes. */
class SignedDumpsCommandTest {

  private static final String REPORT = "python-fixtures/demo/report.pickle";
  private static final String METADATA = "python-fixtures/good/2.0/metadata.pickle";

  @TempDir Path folder;

  private String key;
  private String signed;

  @BeforeEach
  void sign() {
    key = folder.resolve("reports.key").toString();
    signed = folder.resolve("report.signed").toString();
    assertThat(brine("keygen", "k1", "--out", key).exitCode()).isZero();
    CommandLineRun run =
        brine("sign", REPORT, "--sign-key", key, "--sign-as", "reports", "--out", signed);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("signed with key k1, written to %s%n".formatted(signed));
  }

  private String publicKey() {
    return key + ".pub";
  }

  @Test
  void whatIsSignedVerifies() {
    CommandLineRun run = brine("verify", signed, "--verify-key", publicKey());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("verified  ed25519, key k1, by reports, ")
        .contains("protocol  5");
  }

  @Test
  void nobodyElseMayReadAPrivateKeyNorIsOneOverwritten() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(key))))
        .isEqualTo("rw-------");

    CommandLineRun again = brine("keygen", "k1", "--out", key);

    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).startsWith("brine: %s is there already".formatted(key));
  }

  @Test
  void aChangedEnvelopeFailsWithAnExitCode() throws IOException {
    byte[] envelope = Files.readAllBytes(Path.of(signed));
    envelope[200] ^= 1;
    Files.write(Path.of(signed), envelope);

    CommandLineRun run = brine("verify", signed, "--verify-key", publicKey(), "--format", "json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("\"kind\":\"unverified\"");
    assertThat(run.err()).contains("the signature of the envelope is wrong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "inspect", "sql", "rows", "scan"})
  void withAKeyNoCommandTakesAnUnsignedDump(String command) {
    CommandLineRun run = brine(command, REPORT, "--verify-key", publicKey());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err() + run.out()).contains("the dump is not signed");
  }

  @Test
  void unsignedOnesCanBeAllowedForATime() {
    CommandLineRun run = brine("sql", REPORT, "--verify-key", publicKey(), "--allow-unsigned");

    assertThat(run.exitCode()).isZero();
  }

  @Test
  void whatIsNotAskedOfAKeyIsWrongUsage() {
    assertThat(brine("sql", signed, "--verify-producer", "x").err())
        .isEqualTo(
            "brine: nothing is verified without a key%n  hint: --verify-key FILE names the keys%n"
                .formatted());
    assertThat(brine("verify", signed).exitCode()).isEqualTo(2);
    assertThat(brine("verify", signed, "--verify-key", key).err())
        .contains("holds no key to verify with");
  }

  @Test
  void producerAgeAndCatalogueAreVerified() {
    assertThat(verify("--verify-producer", "reports").exitCode()).isZero();
    assertThat(verify("--verify-producer", "billing").err()).contains("who is not expected");
    assertThat(verify("--verify-max-age", "1h").exitCode()).isZero();
    assertThat(verify("--verify-max-age", "1y").exitCode()).isEqualTo(2);
    assertThat(verify("--verify-catalogue", METADATA).err())
        .contains("does not say which catalogue");
  }

  private CommandLineRun verify(String... options) {
    List<String> all = new ArrayList<>(List.of("verify", signed, "--verify-key", publicKey()));
    all.addAll(List.of(options));
    return brine(all.toArray(String[]::new));
  }

  @Test
  void inspectNamesTheEnvelope() {
    assertThat(brine("inspect", signed).out()).contains("wrapped in  signed envelope (ed25519");
    assertThat(brine("inspect", signed).out()).contains(", not verified)");
    assertThat(brine("inspect", signed, "--verify-key", publicKey(), "--format", "json").out())
        .contains("\"envelope\":{\"verified\":true,\"algorithm\":\"ed25519\",\"key\":\"k1\"");
  }

  @Test
  void withoutAKeyItIsSaidThatNothingWasVerified() {
    CommandLineRun run = brine("sql", signed);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("is signed with key k1, which was not verified");
  }

  @Test
  void migratingDropsTheSignatureAndSaysSo() throws IOException {
    Path out = folder.resolve("out.pickle");

    CommandLineRun run =
        brine("migrate", signed, "--verify-key", publicKey(), "--out", out.toString());

    assertThat(run.err())
        .isEqualTo(
            "brine: warning: %s was signed, and the result is not: --sign-key FILE signs it%n"
                .formatted(signed));
    assertThat(Files.readAllBytes(out)).startsWith(0x80, 5);
  }

  @Test
  void migratingSignsAnewWhenGivenAKey() {
    String out = folder.resolve("out.signed").toString();

    CommandLineRun run =
        brine(
            "migrate",
            signed,
            "--verify-key",
            publicKey(),
            "--sign-key",
            key,
            "--sign-as",
            "migration",
            "--to",
            "1.4",
            "--out",
            out);

    assertThat(run.err()).isEmpty();
    assertThat(brine("verify", out, "--verify-key", publicKey(), "--format", "json").out())
        .contains("\"producer\":\"migration\",\"series\":\"1.4\"");
  }
}
