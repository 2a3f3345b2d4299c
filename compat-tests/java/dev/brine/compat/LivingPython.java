package dev.brine.compat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;

/**
 * A running CPython with a pinned SQLAlchemy, asked one line of JSON at a time; {@code
 * compat-tests/python/compat_worker.py} lists the questions and the shape of the answers.
 *
 * <p>One process for each requirements file serves the whole test run, and ends with it because its
 * input ends. Thread-safe: questions queue.
 */
public final class LivingPython {

  /** The newest SQLAlchemy 2.0. */
  public static final String SQLALCHEMY_2_0 = "sqlalchemy-2.0";

  private static final Path REQUIREMENTS = Path.of("python-fixtures", "requirements");
  private static final Path PYTHON = Path.of("compat-tests", "python");
  private static final Path WORKER = PYTHON.resolve("compat_worker.py");
  private static final long PATIENCE_SECONDS = 120;

  // Exact, since a Decimal is written as a JSON number.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Map<String, LivingPython> RUNNING = new HashMap<>();
  private static final Map<String, String> UNAVAILABLE = new HashMap<>();

  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private LivingPython(Process process) {
    this.process = process;
    this.questions = process.outputWriter(UTF_8);
    this.answers = process.inputReader(UTF_8);
  }

  /**
   * The Python with the packages of a file of {@code python-fixtures/requirements}. Where there is
   * none to be had the calling test is skipped, with the reason.
   */
  public static LivingPython with(String requirements) {
    return with(requirements, REQUIREMENTS.resolve(requirements + ".txt"), WORKER);
  }

  /**
   * The Python that knows every kind of value the fixtures hold, those of other packages too. Where
   * there is none to be had the calling test is skipped, with the reason.
   */
  public static LivingPython withValues() {
    return with("values", PYTHON.resolve("requirements-values.txt"), WORKER);
  }

  /**
   * A Python of its own for another worker.
   *
   * @param name of its environment, by which it is found again
   * @param requirements the file of its packages
   */
  public static synchronized LivingPython with(String name, Path requirements, Path worker) {
    if (!RUNNING.containsKey(name) && !UNAVAILABLE.containsKey(name)) {
      try {
        PythonEnvironment environment = PythonEnvironment.of(name, requirements);
        RUNNING.put(name, new LivingPython(environment.start(worker)));
      } catch (UnavailableException e) {
        String reason = "Not compared with a living Python: " + e.getMessage();
        UNAVAILABLE.put(name, reason);
        // Said once on the console too: Maven counts skipped tests but keeps their reason in a
        // file.
        System.err.println(reason);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while Python was made ready", e);
      }
    }
    LivingPython python = RUNNING.get(name);
    return python != null ? python : Assumptions.abort(UNAVAILABLE.get(name));
  }

  /** A new question, to be filled in and asked. */
  public ObjectNode question(String operation) {
    return JSON.createObjectNode().put("op", operation);
  }

  /**
   * What SQLAlchemy makes of a dump: {@code kind}, {@code sql} by dialect and, of a statement that
   * is to {@code run}, {@code columns} and {@code rows}.
   *
   * @throws AssertionError where Python cannot load it, with what Python said
   */
  public JsonNode load(byte[] dump, List<String> dialects, boolean run) {
    return describe("load", dump, dialects, run);
  }

  /** As {@link #load}, of the dump loaded, dumped and loaded once more. */
  public JsonNode reload(byte[] dump, List<String> dialects, boolean run) {
    return describe("reload", dump, dialects, run);
  }

  /** The dump of a construct of the fixtures, made now. */
  public byte[] dump(String construct, int protocol) {
    ObjectNode question = question("dump").put("construct", construct).put("protocol", protocol);
    return Base64.getDecoder().decode(ask(question).get("dump").asText());
  }

  /** Python's {@code repr} of a plainly pickled value. */
  public String repr(byte[] pickle) {
    return ask(question("value").put("pickle", base64(pickle))).get("repr").asText();
  }

  /** A plain pickle, loaded and pickled again by Python. */
  public byte[] repickle(byte[] pickle, int protocol) {
    ObjectNode question = question("repickle").put("pickle", base64(pickle));
    return Base64.getDecoder()
        .decode(ask(question.put("protocol", protocol)).get("pickle").asText());
  }

  /**
   * The answer to a question.
   *
   * @throws AssertionError where the answer is an error, with what Python said
   */
  public JsonNode ask(ObjectNode question) {
    JsonNode answer = askAnyway(question);
    if (answer.has("error")) {
      throw new AssertionError(
          "Python said %s: %s"
              .formatted(answer.get("error").asText(), answer.get("message").asText()));
    }
    return answer;
  }

  /** The answer to a question, which may be {@code {"error", "message"}}. */
  public synchronized JsonNode askAnyway(ObjectNode question) {
    try {
      questions.write(JSON.writeValueAsString(question));
      questions.newLine();
      questions.flush();
      return JSON.readTree(line());
    } catch (IOException e) {
      throw new UncheckedIOException("the Python worker is gone, see its messages above", e);
    }
  }

  private String line() throws IOException {
    try {
      String line =
          CompletableFuture.supplyAsync(this::read).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line.isEmpty()) {
        throw new IOException("it ended with status " + process.waitFor());
      }
      return line;
    } catch (TimeoutException e) {
      process.destroyForcibly();
      throw new IOException("no answer in " + PATIENCE_SECONDS + " seconds", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for an answer", e);
    }
  }

  /** The next line; empty, which no answer is, at the end. */
  private String read() {
    try {
      String line = answers.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode describe(String operation, byte[] dump, List<String> dialects, boolean run) {
    ObjectNode question = question(operation).put("dump", base64(dump)).put("run", run);
    dialects.forEach(question.putArray("dialects")::add);
    return ask(question);
  }

  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
