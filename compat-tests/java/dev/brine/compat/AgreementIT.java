package dev.brine.compat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.compat.OpcodeStreams.Judged;
import dev.brine.compat.OpcodeStreams.Listed;
import dev.brine.error.BrineException;
import dev.brine.error.PickleLimitException;
import dev.brine.pickle.PickleDisassembler;
import dev.brine.pickle.PickleInstruction;
import dev.brine.pickle.PythonUnpickler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What CPython's unpickler accepts Brine reads to the same graph, and what it rejects Brine
 * rejects: differences between parsers are how scanners are bypassed. {@code
 * compat-tests/python/agreement} makes the streams, judges them, and lists the rules by which Brine
 * differs.
 *
 * <p>{@code -Dbrine.agreement=100000} tries so many streams, {@code -Dbrine.agreement.seed} others.
 */
class AgreementIT {

  private static final int STREAMS = Integer.getInteger("brine.agreement", 20_000);
  private static final int SEED = Integer.getInteger("brine.agreement.seed", 1);
  private static final int SHOWN = 20;

  /** How a refusal by the rule "limits" begins. */
  private static final String LIMIT = "-limit: ";

  /** Where pickletools refuses a text that Brine's disassembler shows as it stands. */
  private static final Set<String> LINES =
      Set.of("INT", "LONG", "FLOAT", "STRING", "UNICODE", "GLOBAL", "INST", "PERSID", "GET", "PUT");

  private final Map<String, Boolean> refusing =
      OpcodeStreams.rules().stream()
          .collect(Collectors.toMap(Listed::name, rule -> rule.says().equals("refuses")));

  @Test
  void readsWhatCpythonReadsAndRefusesTheRest() throws IOException, InterruptedException {
    List<String> different = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();

    OpcodeStreams.generated(
        SEED,
        STREAMS,
        judged -> {
          String brine = read(judged.stream());
          counts.merge(judged.isAccepted() ? "accepted" : "refused", 1, Integer::sum);
          if (brine.startsWith(LIMIT)) {
            counts.merge("limits", 1, Integer::sum);
          }
          judged.rules().forEach(rule -> counts.merge(rule, 1, Integer::sum));
          if (!judged.byPython().equals("=")) {
            counts.merge("differ in C and in Python", 1, Integer::sum);
          }
          if (!agrees(judged, brine)) {
            different.add(describe(judged, brine));
          }
        });

    System.out.println("AgreementIT: " + counts);
    assertThat(counts.getOrDefault("accepted", 0)).isGreaterThan(STREAMS / 5);
    assertThat(counts.getOrDefault("refused", 0)).isGreaterThan(STREAMS / 5);
    assertThat(counts.keySet()).containsAll(refusing.keySet());
    write(different);
    assertThat(different.stream().limit(SHOWN)).isEmpty();
  }

  @Test
  void listsTheOpcodesThatPickletoolsLists() throws IOException, InterruptedException {
    List<String> different = new ArrayList<>();

    OpcodeStreams.generated(
        SEED + 1,
        STREAMS / 4,
        judged -> {
          String wrong = disassembled(judged);
          if (wrong != null) {
            different.add(wrong + "\t" + judged.base64());
          }
        });

    assertThat(different.stream().limit(SHOWN)).isEmpty();
  }

  @Test
  void eachRuleOfDifferenceStillHolds() throws IOException, InterruptedException {
    Map<Listed, Judged> rules = OpcodeStreams.judged(OpcodeStreams.rules());

    assertThat(rules).hasSizeGreaterThan(5);
    rules.forEach(
        (rule, judged) -> {
          String brine = read(judged.stream());
          if (!rule.name().equals("limits")) {
            assertThat(judged.rules()).as("rules of %s", rule).containsExactly(rule.name());
          }
          // Of the 8-bit strings CPython refuses all that are not ASCII, unless it is told not to.
          boolean accepts = judged.isAccepted() && !rule.name().equals("eight-bit-strings");
          assertThat(accepts).as("CPython on %s", rule).isEqualTo(refusing.get(rule.name()));
          assertThat(brine.startsWith("-")).as(rule + brine).isEqualTo(refusing.get(rule.name()));
        });
  }

  @Test
  void whereTheUnpicklersOfCpythonDisagreeItFollowsTheOneInC()
      throws IOException, InterruptedException {
    Map<Listed, Judged> listed = OpcodeStreams.judged(OpcodeStreams.disagreements());

    assertThat(listed).hasSizeGreaterThan(10);
    listed.forEach(
        (disagreement, judged) -> {
          String verdicts =
              OpcodeStreams.verdict(judged.byC()) + " " + OpcodeStreams.verdict(judged.byPython());
          assertThat(verdicts).as(disagreement.toString()).isEqualTo(disagreement.says());
          assertThat(judged.byPython()).isNotEqualTo("=");
          assertThat(agrees(judged, read(judged.stream()))).as(disagreement.toString()).isTrue();
        });
  }

  /** The text of the graph after a plus, or the message after a minus. */
  private static String read(byte[] stream) {
    try {
      return "+" + CanonicalText.of(new PythonUnpickler().loads(stream));
    } catch (PickleLimitException e) {
      return LIMIT + e.getMessage();
    } catch (BrineException e) {
      return "-" + e.getMessage();
    }
  }

  private boolean agrees(Judged judged, String brine) {
    if (brine.startsWith(LIMIT)) {
      return true;
    }
    boolean refuses = brine.startsWith("-");
    if (judged.rules().stream().anyMatch(rule -> refusing.getOrDefault(rule, false))) {
      return refuses;
    }
    if (judged.isAccepted()) {
      return brine.equals(judged.byC());
    }
    return refuses || judged.rules().stream().anyMatch(rule -> !refusing.getOrDefault(rule, true));
  }

  private static String describe(Judged judged, String brine) {
    return String.join("\t", judged.base64(), judged.rules().toString(), judged.byC(), brine);
  }

  /** All of them, for whoever has to find out why. */
  private static void write(List<String> different) throws IOException {
    Path file = Path.of("target", "agreement-differences.tsv");
    Files.createDirectories(file.getParent());
    Files.write(file, different);
  }

  /** What is wrong with the opcodes that Brine lists; null when nothing is. */
  private static @Nullable String disassembled(Judged judged) {
    CRC32 checksum = new CRC32();
    int count = 0;
    boolean failed = false;
    Iterator<PickleInstruction> opcodes =
        PickleDisassembler.disassemble(judged.stream()).iterator();
    PickleInstruction next = null;
    try {
      while (opcodes.hasNext()) {
        next = opcodes.next();
        if (count == judged.opcodes() && !judged.isDisassembled()) {
          break;
        }
        checksum.update((next.offset() + " " + next.opcode() + ";").getBytes(ISO_8859_1));
        count++;
        next = null;
      }
    } catch (BrineException e) {
      failed = true;
    }
    if (count != judged.opcodes() || checksum.getValue() != judged.checksum()) {
      return "other opcodes";
    }
    if (judged.isDisassembled()) {
      return failed ? "refused" : null;
    }
    if (!failed && next != null && !LINES.contains(next.opcode())) {
      return "not refused: " + next;
    }
    return failed && read(judged.stream()).startsWith("+") ? "refused though it can be read" : null;
  }
}
