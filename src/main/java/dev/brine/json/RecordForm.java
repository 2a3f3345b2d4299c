package dev.brine.json;

import dev.brine.error.BrineException;
import dev.brine.json.Part.Placing;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as {@code nodes.txt} describes it: what it and its parts are called. */
final class RecordForm implements Shape {

  private static final Place NOTHING =
      Place.root(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());

  private final String name;
  private final Class<?> type;
  private final List<Part> parts = new ArrayList<>();
  private final Constructor<?> constructor;

  /** The parts are added when all records are known, as they refer to each other. */
  RecordForm(String name, Class<?> type, Constructor<?> constructor) {
    this.name = name;
    this.type = type;
    this.constructor = constructor;
  }

  void add(Part part) {
    parts.add(part);
  }

  String name() {
    return name;
  }

  Class<?> type() {
    return type;
  }

  List<Part> parts() {
    return parts;
  }

  /** The keys of its parts, those of inlined ones among them. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Part part : parts) {
      if (part.isInlined()) {
        keys.addAll(((RecordForm) part.shape()).keys());
      } else {
        keys.add(part.key());
      }
    }
    return keys;
  }

  private boolean isAlone() {
    return parts.size() == 1 && parts.get(0).placing() == Placing.ALONE;
  }

  @Override
  public @Nullable Object write(@Nullable Object value, Writing out) {
    if (isAlone()) {
      Part only = parts.get(0);
      return only.shape().write(component(only, value), out);
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    writeParts(value, json, out);
    return json;
  }

  /** Puts the parts that say something. */
  void writeParts(@Nullable Object value, Map<String, @Nullable Object> json, Writing out) {
    @Nullable Object[] components = new @Nullable Object[parts.size()];
    for (Part part : parts) {
      components[part.index()] = component(part, value);
    }
    for (Part part : parts) {
      Object component = components[part.index()];
      if (part.isInlined()) {
        ((RecordForm) part.shape()).writeParts(component, json, out);
      } else if (component == null) {
        if (part.omitted().value(components) != null) {
          json.put(part.key(), null);
        }
      } else if (!component.equals(part.omitted().value(components))) {
        Object written = part.shape().write(component, out);
        if (!(written instanceof Map<?, ?> map && map.isEmpty() && isOmittedEmpty(part))) {
          json.put(part.key(), written);
        }
      }
    }
  }

  /** A record none of whose parts say anything is left out as a whole. */
  private static boolean isOmittedEmpty(Part part) {
    return part.shape() instanceof RecordForm && !part.isNullable();
  }

  private static @Nullable Object component(Part part, @Nullable Object value) {
    try {
      return part.accessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(part.key(), e); // The accessors of public records are public.
    }
  }

  @Override
  public Object read(Place json, Reading in) {
    if (isAlone()) {
      Part only = parts.get(0);
      return make(new @Nullable Object[] {only.shape().read(json, in)}, json);
    }
    json.allow(keys());
    return readParts(json, in);
  }

  /** The record from an object that may hold other things too. */
  Object readParts(Place json, Reading in) {
    @Nullable Object[] components = new @Nullable Object[parts.size()];
    // Not in a method of its own: what is nested deeply needs a frame for each.
    for (Part part : parts) {
      Place given = part.isInlined() ? json : json.find(part.key());
      if (part.isInlined()) {
        components[part.index()] = ((RecordForm) part.shape()).readParts(json, in);
      } else if (given == null) {
        components[part.index()] = leftOut(part, json, components, in);
      } else if (!given.isNull() || !part.isNullable()) {
        components[part.index()] = part.shape().read(given, in);
      }
    }
    return make(components, json);
  }

  private static @Nullable Object leftOut(
      Part part, Place json, @Nullable Object[] before, Reading in) {
    if (part.shape() instanceof RecordForm form && !part.isNullable()) {
      Place empty = new Place(NOTHING.node(), json, "." + part.key());
      return form.readParts(empty, in);
    }
    Object omitted = part.omitted().value(before);
    if (omitted == Part.NONE) {
      json.get(part.key());
    }
    return omitted;
  }

  private Object make(@Nullable Object[] components, Place json) {
    try {
      return constructor.newInstance(components);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      if (cause instanceof BrineException failure) {
        throw failure;
      }
      throw json.wrong(
          "there is no such %s as at %s: %s"
              .formatted(name, json.path(), e.getTargetException().getMessage()),
          null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e); // Its constructor is as public as it is.
    }
  }

  @Override
  public Map<String, Object> schema() {
    return isAlone() ? parts.get(0).shape().schema() : SchemaMaker.reference(name);
  }

  /** What is defined under its name. */
  Map<String, Object> definition(boolean isNode, boolean isElement) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    if (isNode) {
      properties.put(ChoiceShape.NODE, Map.of("const", name));
    }
    describe(properties, required);
    if (isElement) {
      properties.put("origin", SchemaMaker.reference("ref"));
    }
    return SchemaMaker.object(properties, required);
  }

  private void describe(Map<String, Object> properties, List<String> required) {
    for (Part part : parts) {
      if (part.isInlined()) {
        ((RecordForm) part.shape()).describe(properties, required);
        continue;
      }
      Map<String, Object> schema = part.shape().schema();
      properties.put(part.key(), part.isNullable() ? SchemaMaker.orNull(schema) : schema);
      if (isRequired(part)) {
        required.add(part.key());
      }
    }
  }

  private boolean isRequired(Part part) {
    boolean isRecord = part.shape() instanceof RecordForm form && !form.isAlone();
    return !isRecord && part.omitted() == FormTable.REQUIRED;
  }
}
