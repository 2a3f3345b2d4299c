package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The README's Java is compiled and run, in the order in which it stands, and prints what the block
 * of text behind it says.
 */
@ResourceLock(Resources.SYSTEM_OUT)
class ReadmeTest {

  private static final Pattern BLOCK =
      Pattern.compile("```java\\n(.*?)```(?:\\s*```text\\n(.*?)```)?", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theFirstScreenShowsJava() throws IOException {
    assertThat(snippets()).hasSizeGreaterThanOrEqualTo(3);
  }

  @TestFactory
  List<DynamicTest> everySnippetDoesWhatItSays() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Snippet snippet : snippets()) {
      tests.add(DynamicTest.dynamicTest(snippet.className(), () -> check(snippet)));
    }
    return tests;
  }

  private void check(Snippet snippet) throws Exception {
    compile(snippet);
    String printed = run(snippet);

    assertThat(printed.strip()).isEqualTo(snippet.expected().strip());
  }

  private static List<Snippet> snippets() throws IOException {
    Matcher matcher = BLOCK.matcher(Files.readString(Path.of("README.md")));
    List<Snippet> found = new ArrayList<>();
    while (matcher.find()) {
      String expected = matcher.group(2) == null ? "" : matcher.group(2);
      found.add(new Snippet("Snippet" + (found.size() + 1), matcher.group(1), expected));
    }
    return found;
  }

  private void compile(Snippet snippet) throws IOException {
    Path source = folder.resolve(snippet.className() + ".java");
    Files.writeString(source, snippet.source());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of("-proc:none", "-d", folder.toString(), "-cp", classPath()),
                null,
                compiler
                    .getStandardFileManager(null, null, StandardCharsets.UTF_8)
                    .getJavaFileObjects(source))
            .call();
    assertThat(compiled).as("%s%n%s", messages, snippet.source()).isTrue();
  }

  /** Surefire may hide the real class path behind a jar of its own. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private String run(Snippet snippet) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      loader
          .loadClass(snippet.className())
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * @param body what stands in the README: imports first, then statements
   * @param expected what it prints
   */
  private record Snippet(String className, String body, String expected) {

    String source() {
      String imports = lines(true);
      String statements = lines(false);
      return imports
          + "\npublic class "
          + className
          + " {\n  public static void main(String[] args) throws Exception {\n"
          + statements
          + "\n  }\n}\n";
    }

    private String lines(boolean imports) {
      return body.lines()
          .filter(line -> line.startsWith("import ") == imports)
          .collect(Collectors.joining("\n"));
    }
  }
}
