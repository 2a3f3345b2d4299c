package dev.brine.scan;

import dev.brine.Deserializer;
import dev.brine.ExpressionSerializer;
import dev.brine.Findings;
import dev.brine.codec.Inspection;
import dev.brine.error.BrineException;
import dev.brine.json.JsonForm;
import dev.brine.mapping.Entity;
import dev.brine.mapping.NamedRow;
import dev.brine.series.Loss;
import dev.brine.wrapping.Unwrapper;
import dev.brine.wrapping.Wrapped;
import dev.brine.wrapping.Wrapping;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was seen of one dump. Not thread-safe. */
final class Sighting {

  private static final String INTERNAL = "internal";
  private static final String NO_WRAPPING = "none";
  private static final String LIST = "list";
  private static final String ROWS = "rows";
  private static final String JSON_FORM = "JSON form";

  private final String name;
  private final Map<Topic, Collection<String>> names = new EnumMap<>(Topic.class);
  private long storedSize = -1;
  private long bareSize = -1;
  private FailureTally.@Nullable Failure failure;

  private Sighting(String name) {
    this.name = name;
  }

  /**
   * Looks at one dump.
   *
   * @param unwrapper how the dump is taken out of what it is in
   * @return null if there is none
   */
  static @Nullable Sighting of(Scannable source, Unwrapper unwrapper, Deserializer deserializer) {
    Sighting seen = new Sighting(source.name());
    try {
      byte[] content = source.content().get();
      if (content == null) {
        return null;
      }
      seen.storedSize = content.length;
      seen.look(unwrap(content, source.isText(), unwrapper), deserializer);
    } catch (BrineException e) {
      seen.failure = new FailureTally.Failure(e.kind(), String.valueOf(e.getMessage()), e.hint());
    } catch (RuntimeException | StackOverflowError e) {
      // A defect must not take the other dumps with it.
      seen.failure = new FailureTally.Failure(INTERNAL, e.toString(), "this is a defect of Brine");
    }
    return seen;
  }

  private static Wrapped unwrap(byte[] content, boolean isText, Unwrapper unwrapper) {
    return isText
        ? unwrapper.unwrap(new String(content, StandardCharsets.UTF_8))
        : unwrapper.unwrap(content);
  }

  private void look(Wrapped wrapped, Deserializer deserializer) {
    bareSize = wrapped.dump().length;
    names.put(Topic.WRAPPINGS, List.of(wrappings(wrapped)));
    if (JsonForm.isOne(wrapped.dump())) {
      lookAtJson(deserializer.loads(wrapped));
      return;
    }
    Inspection found = Inspection.of(wrapped.dump(), deserializer.limits());
    names.put(Topic.SERIES, List.of(found.series().toString()));
    names.put(
        Topic.PROTOCOLS,
        List.of(found.protocol() == 0 ? "0 or 1" : Integer.toString(found.protocol())));
    put(found);
    look(deserializer.loads(wrapped), found.kind());
  }

  /** What it needs is what a dump of the same needs. */
  private void lookAtJson(Object loaded) {
    names.put(Topic.SERIES, List.of(JSON_FORM));
    Inspection found = Inspection.of(ExpressionSerializer.dumps(loaded));
    put(found);
    look(loaded, found.kind());
  }

  private void put(Inspection found) {
    names.put(Topic.KINDS, List.of(found.kind()));
    names.put(Topic.TABLES, found.tables());
    names.put(Topic.COLUMNS, found.columns());
    names.put(Topic.SQLALCHEMY_CLASSES, found.sqlalchemyClasses());
    names.put(Topic.USER_CLASSES, found.classes());
  }

  private void look(Object loaded, String kind) {
    if (kind.equals(LIST) && holdsRows(loaded)) {
      names.put(Topic.KINDS, List.of(ROWS));
    }
    Findings findings = Findings.of(loaded);
    names.put(Topic.OPAQUE, findings.opaque());
    if (findings.losses() != null) {
      names.put(
          Topic.LOSSES,
          findings.losses().stream()
              .map(Sighting::loss)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  private static boolean holdsRows(Object loaded) {
    return loaded instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(each -> each instanceof Entity || each instanceof NamedRow);
  }

  private static String wrappings(Wrapped wrapped) {
    return wrapped.isPlain()
        ? NO_WRAPPING
        : wrapped.wrappings().stream()
            .map(Wrapping::kind)
            .map(Object::toString)
            .collect(Collectors.joining(", "));
  }

  private static String loss(Loss loss) {
    return loss.kind().code() + (loss.isCertain() ? "" : " (probably)");
  }

  String name() {
    return name;
  }

  /** What the dump gave; each name once. */
  Collection<String> names(Topic topic) {
    return names.getOrDefault(topic, List.of());
  }

  /** -1 if it could not be read. */
  long storedSize() {
    return storedSize;
  }

  /** -1 if it could not be taken out of its wrappings. */
  long bareSize() {
    return bareSize;
  }

  FailureTally.@Nullable Failure failure() {
    return failure;
  }
}
