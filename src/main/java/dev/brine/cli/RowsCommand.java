package dev.brine.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code brine rows}. */
@Command(
    name = "rows",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Prints the rows that are in dumps themselves: mapped instances, rows and named tuples,"
            + " such as dumps(session.query(M).all()). Needs no database.")
final class RowsCommand extends DumpCommand {

  @Mixin private MetaDataOption metadata = new MetaDataOption();

  @Option(
      names = "--format",
      description = "table, json (one object a line) or csv. Default: table.")
  private RowFormat format = RowFormat.TABLE;

  @Override
  boolean takesJson() {
    return false;
  }

  @Override
  boolean isJson() {
    return format == RowFormat.JSON;
  }

  @Override
  void prepare(List<DumpFile> dumps) {
    metadata.open(null, null, limits());
  }

  @Override
  Answer process(DumpFile dump) {
    return DumpedRows.of(metadata.deserializer().loads(read(dump)), format);
  }
}
