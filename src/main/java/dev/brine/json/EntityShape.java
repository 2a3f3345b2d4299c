package dev.brine.json;

import dev.brine.expr.MappedEntity;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mapped class by its name: {@code "myapp.models:User"}. */
enum EntityShape implements Shape {
  MAPPED {
    @Override
    public Object read(Place json, Reading in) {
      return in.references().mapped(ClassName.read(json));
    }
  },
  /** One that may be none, but a base of mapped classes. */
  OR_BASE {
    @Override
    public Object read(Place json, Reading in) {
      return in.references().mappedOrBase(ClassName.read(json));
    }
  };

  @Override
  public Object write(@Nullable Object value, Writing out) {
    return ClassName.text((MappedEntity) Objects.requireNonNull(value));
  }

  @Override
  public Map<String, Object> schema() {
    return SchemaMaker.reference("class");
  }
}
