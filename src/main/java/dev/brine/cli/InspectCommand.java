package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.PlaceholderDeserializer;
import dev.brine.codec.Inspection;
import dev.brine.codec.StructureTree;
import dev.brine.envelope.Envelope;
import dev.brine.error.BrineException;
import dev.brine.series.Loss;
import dev.brine.wrapping.Wrapped;
import dev.brine.wrapping.Wrapping;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code brine inspect}. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Shows what is in a dump of any SQLAlchemy series: who wrote it, what it needs, how it is"
            + " built. Needs no metadata and runs nothing.")
final class InspectCommand extends DumpCommand {

  @Option(names = "--format", description = "text or json (one object a line). Default: text.")
  private TextOrJson format = TextOrJson.TEXT;

  @Override
  boolean takesJson() {
    return false;
  }

  @Override
  boolean isJson() {
    return format == TextOrJson.JSON;
  }

  @Override
  void prepare(List<DumpFile> dumps) {
    // Nothing is needed but the dumps.
  }

  @Override
  Answer process(DumpFile dump) {
    Wrapped wrapped = read(dump);
    return new Shown(wrapped, Inspection.of(wrapped.dump(), limits()), losses(wrapped));
  }

  /** What the dump lost; null if it can be looked at but not loaded. */
  private @Nullable List<Loss> losses(Wrapped wrapped) {
    try {
      return lookForLosses(new PlaceholderDeserializer(limits()).loads(wrapped));
    } catch (BrineException notLoaded) {
      // Whoever only looks need not care; loading it will say why.
      return null;
    }
  }

  @Override
  boolean warnsOfLosses() {
    return false;
  }

  @Override
  boolean warnsOfSignatures() {
    return false;
  }

  private record Shown(Wrapped wrapped, Inspection found, @Nullable List<Loss> losses)
      implements Answer {

    @Override
    public void printText(PrintWriter out) {
      out.println("written by  SQLAlchemy " + series() + ", pickle protocol " + protocol());
      if (!wrapped.isPlain()) {
        out.println("wrapped in  " + wrapped);
      }
      out.println("kind        " + found.kind());
      printList(out, "tables      ", found.tables());
      printList(out, "columns     ", found.columns());
      printList(out, "classes     ", found.classes());
      printLosses(out);
      out.println("structure");
      found.structure().lines().forEach(line -> out.println("  " + line));
    }

    private void printLosses(PrintWriter out) {
      if (losses != null) {
        for (Loss loss : losses) {
          out.println("lossy       " + loss.message());
          out.println("            hint: " + loss.hint());
        }
      }
    }

    private String series() {
      String text = found.series().toString();
      return text.equals("any") ? "(any series)" : text;
    }

    private String protocol() {
      return found.protocol() == 0 ? "0 or 1" : Integer.toString(found.protocol());
    }

    private static void printList(PrintWriter out, String label, List<String> names) {
      out.println(label + (names.isEmpty() ? "none" : String.join(", ", names)));
    }

    @Override
    public void putJson(ObjectNode json) {
      ObjectNode series = json.put("series", found.series().toString()).putObject("series_range");
      series.put("first", found.series().first().toString());
      series.put("last", found.series().last().toString());
      ArrayNode wrappings = json.putArray("wrappings");
      for (Wrapping each : wrapped.wrappings()) {
        wrappings.addObject().put("kind", each.kind().toString()).put("details", each.details());
      }
      Envelope envelope = wrapped.envelope();
      if (envelope != null) {
        EnvelopeView.of(envelope, wrapped.isVerified()).putJson(json.putObject("envelope"));
      }
      json.put("protocol", found.protocol()).put("kind", found.kind());
      found.tables().forEach(json.putArray("tables")::add);
      found.columns().forEach(json.putArray("columns")::add);
      found.classes().forEach(json.putArray("classes")::add);
      putTree(json.putObject("structure"), found.structure());
    }

    private static void putTree(ObjectNode json, StructureTree tree) {
      json.put("node", tree.label());
      if (!tree.children().isEmpty()) {
        var children = json.putArray("children");
        tree.children().forEach(child -> putTree(children.addObject(), child));
      }
    }
  }
}
