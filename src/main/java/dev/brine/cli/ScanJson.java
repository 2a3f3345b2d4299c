package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.scan.Breakdown;
import dev.brine.scan.FailureGroup;
import dev.brine.scan.Sizes;
import dev.brine.scan.Summary;

/** A scan as JSON; {@code docs/scan.md} describes it. */
final class ScanJson {

  private static final int VERSION = 1;

  private ScanJson() {}

  static ObjectNode of(Summary summary) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("brine-scan", VERSION);
    json.put("dumps", summary.dumps());
    json.put("failed", summary.failed()).put("absent", summary.absent());
    putSizes(json.putObject("stored"), summary.stored());
    putSizes(json.putObject("bare"), summary.bare());
    summary.breakdowns().forEach(each -> putBreakdown(json, each));
    ObjectNode uncounted = json.putObject("uncounted");
    summary.breakdowns().stream()
        .filter(each -> each.uncounted() > 0)
        .forEach(each -> uncounted.put(each.topic().code(), each.uncounted()));
    ArrayNode failures = json.putArray("failures");
    summary.failures().forEach(each -> putFailures(failures.addObject(), each));
    return json;
  }

  private static void putSizes(ObjectNode json, Sizes sizes) {
    json.put("count", sizes.count()).put("total", sizes.total());
    json.put("smallest", sizes.smallest()).put("largest", sizes.largest());
    json.put("mean", sizes.mean());
    ArrayNode histogram = json.putArray("histogram");
    sizes
        .histogram()
        .forEach(
            each -> histogram.addObject().put("below", each.below()).put("dumps", each.count()));
  }

  private static void putBreakdown(ObjectNode json, Breakdown breakdown) {
    ArrayNode names = json.putArray(breakdown.topic().code());
    breakdown
        .counts()
        .forEach(each -> names.addObject().put("name", each.name()).put("dumps", each.dumps()));
  }

  private static void putFailures(ObjectNode json, FailureGroup group) {
    json.put("kind", group.kind()).put("reason", group.reason()).put("dumps", group.dumps());
    if (group.hint() != null) {
      json.put("hint", group.hint());
    }
    ArrayNode examples = json.putArray("examples");
    group
        .examples()
        .forEach(
            each -> examples.addObject().put("name", each.name()).put("message", each.message()));
  }
}
