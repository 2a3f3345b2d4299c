package dev.brine.json;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.Operator;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the shape of a Java type: that of a component of a record. */
final class Shapes {

  private final FormTable table;

  Shapes(FormTable table) {
    this.table = table;
  }

  Shape of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return new ListShape(of(arguments[0]));
      }
      if (generic.getRawType() == Map.class) {
        return new MapShape(of(arguments[1]));
      }
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0]);
    }
    return of((Class<?>) type);
  }

  /** The form of a record even if it is an element, which by itself would be a node. */
  RecordForm ofRecord(Class<?> type) {
    return Objects.requireNonNull(table.find(type), type.getName());
  }

  private Shape of(Class<?> type) {
    for (SimpleShape simple : SimpleShape.values()) {
      if (simple.isFor(type)) {
        return simple;
      }
    }
    if (SqlType.class == type) {
      return TypeForm.SHAPE;
    }
    if (Name.class.isAssignableFrom(type)) {
      return new NameShape(type, false);
    }
    if (Operator.class.isAssignableFrom(type)) {
      return new OperatorShape(type);
    }
    if (MappedEntity.class == type) {
      return EntityShape.MAPPED;
    }
    return ClauseElement.class.isAssignableFrom(type) ? new ElementShape(type) : declared(type);
  }

  private Shape declared(Class<?> type) {
    RecordForm form = table.find(type);
    if (form != null) {
      return form;
    }
    EnumForm constants = table.findEnum(type);
    if (constants != null) {
      return constants;
    }
    if (type.isSealed()) {
      return new ChoiceShape(type, table);
    }
    throw new AssertionError("the JSON form knows no " + type.getName());
  }
}
