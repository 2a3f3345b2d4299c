package dev.brine.cli;

import dev.brine.ExpressionSerializer;
import dev.brine.catalog.PickledMetaData;
import dev.brine.codec.Inspection;
import dev.brine.engine.Engine;
import dev.brine.expr.FromClause;
import dev.brine.expr.Functions;
import dev.brine.expr.Select;
import dev.brine.expr.Statement;
import dev.brine.expr.TableRef;
import dev.brine.orm.Session;
import dev.brine.pickle.PickleDisassembler;
import dev.brine.schema.MetaData;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code brine demo}: the whole way once, on what real SQLAlchemy wrote. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "A guided tour: a query from Python run in Java, and one from Java for Python.")
final class DemoCommand implements Callable<Integer> {

  private static final int SHOWN_OPCODES = 14;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    byte[] dump = resource("report.pickle");
    MetaData metadata = PickledMetaData.read(resource("metadata.pickle"));
    Path database = Files.createTempFile("brine-demo", ".sqlite");
    try {
      Files.write(database, resource("data.sqlite"));
      try (Engine engine = Engine.builder("jdbc:sqlite:" + database).poolSize(1).build()) {
        fromPython(out, dump, metadata, engine);
        fromJava(out, metadata, engine);
      }
    } finally {
      Files.deleteIfExists(database);
    }
    out.println();
    out.println("That is the whole way, both ways. Now with a dump of your own:");
    out.println();
    out.println("    brine inspect my.pickle");
    out.println("    brine run my.pickle --metadata jdbc:sqlite:my.db --url jdbc:sqlite:my.db");
    return 0;
  }

  private static void fromPython(PrintWriter out, byte[] dump, MetaData metadata, Engine engine)
      throws IOException {
    out.println("Brine carries queries between Python's SQLAlchemy and Java, as the bytes that");
    out.println(
        "sqlalchemy.ext.serializer writes. Here is the whole way, first from Python to Java.");
    heading(out, "1. A Python service wrote this query ...");
    pythonQuery().lines().forEach(line -> out.println("    " + line));
    out.println();
    out.printf(
        "... and dumps(report()) made %d bytes of it. They are all that Java gets.%n", dump.length);

    heading(out, "2. What is in the bytes        (brine inspect)");
    Inspection found = Inspection.of(dump);
    out.println("Reading them runs nothing: a dump cannot make Brine load a class or open a file.");
    out.println();
    out.printf(
        "    a %s, written by SQLAlchemy %s with pickle protocol %d%n",
        found.kind(), found.series(), found.protocol());
    out.println("    tables it needs    " + String.join(", ", found.tables()));
    out.println("    columns it needs   " + String.join(", ", found.columns()));

    heading(out, "3. The SQL                     (brine sql --dialect sqlite --literal-binds)");
    out.println(
        "Tables are not in the dump, only their names; Java brings them. The SQL is to the");
    out.println("letter what SQLAlchemy prints:");
    out.println();
    Statement report = (Statement) ExpressionSerializer.loads(dump, metadata);
    printSql(out, report);

    heading(out, "4. The rows                    (brine run)");
    out.println("From an embedded SQLite database, with values of the types the query says:");
    out.println();
    printRows(out, report, engine);
  }

  private static void fromJava(PrintWriter out, MetaData metadata, Engine engine) {
    heading(out, "5. The other way: a query written in Java");
    """
    FromClause users = new TableRef(metadata.table("users"));
    Select query = Select.of(users.c("name"), Functions.coalesce(users.c("age"), 0).label("age"))
        .where(users.c("active").is(true), users.c("name").like("%e%"))
        .orderBy(users.c("name"));
    byte[] bytes = ExpressionSerializer.dumps(query);
    """
        .lines()
        .forEach(line -> out.println("    " + line));
    FromClause users = new TableRef(metadata.table("users"));
    Select query =
        Select.of(users.c("name"), Functions.coalesce(users.c("age"), 0).label("age"))
            .where(users.c("active").is(true), users.c("name").like("%e%"))
            .orderBy(users.c("name"));
    byte[] bytes = ExpressionSerializer.dumps(query);
    out.println();
    out.printf("%d bytes, which Python's loads() takes like its own. They start:%n", bytes.length);
    out.println();
    PickleDisassembler.disassemble(bytes)
        .limit(SHOWN_OPCODES)
        .forEach(instruction -> out.println("    " + instruction));
    out.println("      ...");

    heading(out, "6. Loaded back, and run");
    Statement loaded = (Statement) ExpressionSerializer.loads(bytes, metadata);
    printSql(out, loaded);
    out.println();
    printRows(out, loaded, engine);
  }

  private static void heading(PrintWriter out, String text) {
    out.println();
    out.println(text);
    out.println("-".repeat(text.length()));
  }

  private static void printSql(PrintWriter out, Statement statement) {
    var options = CompileOptions.DEFAULT.withLiteralBinds(true);
    SqlCompiler.compile(statement, Dialect.SQLITE, options)
        .sql()
        .lines()
        .forEach(line -> out.println("    " + line.stripTrailing()));
  }

  private static void printRows(PrintWriter out, Statement statement, Engine engine) {
    StringWriter text = new StringWriter();
    try (Session session = new Session(engine);
        PrintWriter table = new PrintWriter(text)) {
      new Rows(session.execute(statement), RowFormat.TABLE).printText(table);
    }
    text.toString().lines().forEach(line -> out.println("    " + line));
  }

  /** The body of the function in {@code demo.py} that makes the query. */
  private static String pythonQuery() throws IOException {
    String source = new String(resource("demo.py"), StandardCharsets.UTF_8);
    int start = source.indexOf("def report():");
    return source.substring(start, source.indexOf("\n\n\n", start));
  }

  /** A file of the demo. */
  static byte[] resource(String name) throws IOException {
    try (InputStream stream = DemoCommand.class.getResourceAsStream("demo/" + name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    }
  }
}
