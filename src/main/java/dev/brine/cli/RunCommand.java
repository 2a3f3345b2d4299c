package dev.brine.cli;

import dev.brine.LoadedElement;
import dev.brine.catalog.SqliteFile;
import dev.brine.engine.CursorResult;
import dev.brine.engine.Engine;
import dev.brine.error.BrineException;
import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Statement;
import dev.brine.orm.Session;
import dev.brine.wrapping.Wrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code brine run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Runs dumps against a database and prints the rows. Nothing is committed.",
      "A dump with SQL as text, one that changes rows, or one that calls a function that is not"
          + " known to be harmless, is run only if that is allowed."
    })
final class RunCommand extends DumpCommand {

  @Mixin private MetaDataOption metadata = new MetaDataOption();

  @Mixin private PolicyOption policy = new PolicyOption();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--format",
      description = "table, json (one object a line) or csv. Default: table.")
  private RowFormat format = RowFormat.TABLE;

  private @Nullable Engine engine;
  private @Nullable DatabaseException noDatabase;

  @Override
  boolean isJson() {
    return format == RowFormat.JSON;
  }

  @Override
  void prepare(List<DumpFile> dumps) {
    if (!metadata.isGiven() && dumps.stream().noneMatch(this::bringsTables)) {
      throw needsMetadata();
    }
    String url = connection.url();
    metadata.open(connection.user(), connection.password(), limits());
    try {
      SqliteFile.requireThere(url);
      engine =
          Engine.builder(url)
              .user(connection.user())
              .password(connection.password())
              .poolSize(1)
              .build();
    } catch (DatabaseException e) {
      noDatabase = e;
    }
  }

  private boolean bringsTables(DumpFile dump) {
    try {
      return read(dump).metadata() != null;
    } catch (BrineException e) {
      return false;
    }
  }

  private UsageException needsMetadata() {
    return new UsageException(
        "run needs --metadata", "if the database knows its tables: --metadata " + connection.url());
  }

  @Override
  Answer process(DumpFile dump) {
    Wrapped wrapped = read(dump);
    if (!metadata.isGiven() && wrapped.metadata() == null) {
      throw needsMetadata();
    }
    Object loaded = metadata.deserializer().loads(wrapped);
    policy.check(loaded);
    lookForLosses(loaded);
    Statement statement = LoadedElement.statement(loaded);
    if (engine == null) {
      throw noDatabase == null ? new DatabaseException("no database is open") : noDatabase;
    }
    try (Session session = new Session(engine)) {
      if (statement instanceof DmlStatement<?> change) {
        CursorResult result = session.executeUpdate(change);
        return result.returnsRows()
            ? new Rows(result.rows(), format)
            : new RowCount(result.rowcount());
      }
      return new Rows(
          session.repeatsEntities(statement)
              ? session.executeUnique(statement)
              : session.execute(statement),
          format);
    }
  }

  @Override
  void finish() {
    if (engine != null) {
      engine.close();
    }
  }
}
