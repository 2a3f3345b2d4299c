package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.brine.LoadedElement;
import dev.brine.engine.JsonValues;
import dev.brine.error.CompileException;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.Compiled;
import dev.brine.sql.CompiledBind;
import dev.brine.sql.Dialect;
import dev.brine.sql.ParamStyle;
import dev.brine.sql.SqlCompiler;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code brine sql}. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Prints the SQL and the parameters, as SQLAlchemy's compile() does. Without metadata a"
            + " column is called by its key, which is all that a dump says of it.")
final class SqlCommand extends DumpCommand {

  @Mixin private MetaDataOption metadata = new MetaDataOption();

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      description =
          "default, sqlite, postgresql, mysql, mariadb, oracle, mssql, h2, duckdb or trino."
              + " Default: default.")
  private String dialectName = "default";

  @Option(
      names = "--param-style",
      paramLabel = "STYLE",
      description =
          "named, qmark, pyformat, format or numeric. Default: that of Python's driver for the"
              + " dialect.")
  private @Nullable ParamStyle paramStyle;

  @Option(names = "--literal-binds", description = "Write values into the SQL.")
  private boolean literalBinds;

  @Option(
      names = "--render-postcompile",
      description = "Write out the list of an IN, one parameter for each item.")
  private boolean renderPostcompile;

  @Option(names = "--format", description = "text or json (one object a line). Default: text.")
  private TextOrJson format = TextOrJson.TEXT;

  private CompileOptions options = CompileOptions.DEFAULT;
  private @Nullable Dialect dialect;
  private @Nullable CompileException notWritten;

  @Override
  boolean isJson() {
    return format == TextOrJson.JSON;
  }

  @Override
  void prepare(List<DumpFile> dumps) {
    try {
      dialect = Dialect.named(dialectName);
    } catch (CompileException e) {
      // A right name for a dialect that is yet to come fails each dump.
      notWritten = e;
    }
    options =
        CompileOptions.DEFAULT
            .withParamStyle(paramStyle)
            .withLiteralBinds(literalBinds)
            .withRenderPostcompile(renderPostcompile);
    metadata.open(null, null, limits());
  }

  @Override
  Answer process(DumpFile dump) {
    if (notWritten != null || dialect == null) {
      throw notWritten == null ? new CompileException("no dialect was chosen") : notWritten;
    }
    Object loaded = metadata.deserializer().loads(read(dump));
    lookForLosses(loaded);
    Compiled compiled =
        SqlCompiler.compile(OrmCompiler.toCore(LoadedElement.of(loaded)), dialect, options);
    ParamStyle style = paramStyle == null ? dialect.paramStyle() : paramStyle;
    return new Printed(compiled, literalBinds ? List.of() : positions(compiled, style));
  }

  /** Names in the order of the placeholders; nothing where placeholders have names. */
  private static List<String> positions(Compiled compiled, ParamStyle style) {
    return style.isPositional()
        ? compiled.positional().stream().map(CompiledBind::name).toList()
        : List.of();
  }

  private record Printed(Compiled compiled, List<String> positions) implements Answer {

    @Override
    public void printText(PrintWriter out) {
      out.println(compiled.sql());
      compiled
          .shownParams()
          .forEach((name, value) -> out.println("  " + name + " = " + json(value)));
      if (positions.size() > 1) {
        out.println("  in this order: " + String.join(", ", positions));
      }
    }

    @Override
    public void putJson(ObjectNode json) {
      json.put("sql", compiled.sql());
      ObjectNode params = json.putObject("params");
      compiled
          .shownParams()
          .forEach((name, value) -> params.putRawValue(name, new RawValue(json(value))));
      if (!positions.isEmpty()) {
        positions.forEach(json.putArray("positions")::add);
      }
    }

    /** A value that no row could hold, such as an object of the user's, by what it looks like. */
    private static String json(@Nullable Object value) {
      try {
        return JsonValues.write(value);
      } catch (IllegalArgumentException e) {
        return JsonValues.write(String.valueOf(value));
      }
    }
  }
}
