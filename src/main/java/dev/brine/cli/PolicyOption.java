package dev.brine.cli;

import dev.brine.error.ForbiddenStatementException;
import dev.brine.policy.LoadPolicy;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a dump may do: {@code --policy} and what it is eased by. */
final class PolicyOption {

  /** The policies by the names they have on the command line. */
  enum Start {
    SAFE(LoadPolicy.SAFE),
    READ_ONLY(LoadPolicy.TRUSTED.readOnly()),
    NO_RAW_SQL(LoadPolicy.TRUSTED.withoutRawSql()),
    TRUSTED(LoadPolicy.TRUSTED);

    private final LoadPolicy policy;

    Start(LoadPolicy policy) {
      this.policy = policy;
    }

    /** {@code read-only}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description =
          "What dumps may do: safe (read, by SQL that is not given as text, with harmless"
              + " functions), read-only, no-raw-sql or trusted. Default: safe.")
  private Start start = Start.SAFE;

  @Option(
      names = "--allow-function",
      paramLabel = "NAME",
      description = "A function that dumps may call beside the harmless ones; repeatable.")
  private Set<String> functions = new LinkedHashSet<>();

  @Option(
      names = "--allow-table",
      paramLabel = "[SCHEMA.]TABLE",
      description = "A table that dumps may use, and no others; repeatable.")
  private Set<String> tables = new LinkedHashSet<>();

  @Option(
      names = "--allow-column",
      paramLabel = "[SCHEMA.]TABLE.COLUMN",
      description = "A column that dumps may use, and no others; repeatable.")
  private Set<String> columns = new LinkedHashSet<>();

  /**
   * Makes sure that a dump may be run.
   *
   * @throws ForbiddenStatementException if not
   */
  void check(Object loaded) {
    LoadPolicy policy = start.policy;
    if (!functions.isEmpty()) {
      policy = policy.allowingFunctions(functions);
    }
    if (!tables.isEmpty()) {
      policy = policy.allowingTables(tables);
    }
    if (!columns.isEmpty()) {
      policy = policy.allowingColumns(columns);
    }
    try {
      policy.check(loaded);
    } catch (ForbiddenStatementException e) {
      throw new ForbiddenStatementException(
          String.valueOf(e.getMessage()),
          "if you trust whoever wrote it: --policy trusted, or --allow-… for the one thing");
    }
  }
}
