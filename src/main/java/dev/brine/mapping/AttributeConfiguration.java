package dev.brine.mapping;

import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.Label;
import dev.brine.schema.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the attributes of a mapper in SQLAlchemy's order: {@code Mapper._configure_properties} of
 * rel_2_0_58. First what was declared and is no column of the class' own table; then what is
 * inherited; then the columns as the tables have them.
 */
final class AttributeConfiguration {

  /** The key SQLAlchemy gives to an expression that tells the class of a row. */
  private static final String HIDDEN_DISCRIMINATOR = "_sa_polymorphic_on";

  private final Mapper mapper;
  private final ClassMapping mapping;
  private final Map<String, Attribute> inherited;
  private final Problems problems;
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private final ColumnMap<ColumnProperty> byColumn = new ColumnMap<>();

  /**
   * Columns of the own table that were declared, which take their place when it is gone through.
   */
  private final Map<String, ColumnProperty> local = new LinkedHashMap<>();

  AttributeConfiguration(
      Mapper mapper, ClassMapping mapping, Map<String, Attribute> inherited, Problems problems) {
    this.mapper = mapper;
    this.mapping = mapping;
    this.inherited = inherited;
    this.problems = problems;
  }

  Map<String, Attribute> attributes() {
    return attributes;
  }

  void configure() {
    for (Declaration declaration : mapping.declarations) {
      problems.gather(mapper.className() + "." + declaration.key(), () -> declare(declaration));
    }
    inherited.forEach(this::inherit);
    for (ColumnRef column : mapper.mappedTable().columns()) {
      problems.gather(mapper.className() + "." + column.key(), () -> mapColumn(column));
    }
    // The columns of a subquery that is not understood are known by the attributes alone.
    local.values().stream().filter(each -> !attributes.containsKey(each.key())).forEach(this::put);
  }

  private void declare(Declaration declaration) {
    String key = declaration.key();
    if (declaration instanceof Declaration.OfColumns columns) {
      List<ColumnElement> found = new ArrayList<>();
      columns.columns().forEach(column -> found.add(column(column)));
      declareColumns(new ColumnProperty(key, mapper, found, columns.options()));
    } else if (declaration instanceof Declaration.OfExpressions expressions) {
      declareColumns(
          new ColumnProperty(
              key,
              mapper,
              expressions.expressions().stream().map(each -> labeled(each)).toList(),
              expressions.options()));
    } else if (declaration instanceof Declaration.OfComposite composite) {
      put(new Composite(key, mapper, composite.valueClass(), composite.attributes()));
    } else if (declaration instanceof Declaration.OfSynonym synonym) {
      put(new Synonym(key, mapper, synonym.target()));
    } else if (declaration instanceof Declaration.OfConcreteInherited) {
      put(new ConcreteInherited(key, mapper));
    } else if (declaration instanceof Declaration.OfRelationship relationship) {
      attributes.put(key, Attribute.of(key, mapper, relationship.mapping()));
    }
  }

  private ColumnElement column(String key) {
    FromClause own = mapper.localTable();
    return own.columns().stream().anyMatch(column -> column.key().equals(key))
        ? own.c(key)
        : mapper.mappedTable().columns().stream()
            .filter(column -> column.key().equals(key))
            .findFirst()
            .orElseGet(() -> own.c(key));
  }

  /** An expression gets a made-up name, as {@code column_property} gives it one. */
  private static ColumnElement labeled(ColumnElement expression) {
    return expression instanceof ColumnRef || expression instanceof Label
        ? expression
        : expression.label();
  }

  private void declareColumns(ColumnProperty property) {
    boolean isLocal =
        property.columns().stream()
            .anyMatch(column -> Selectables.contains(mapper.localTable(), column));
    if (isLocal) {
      local.put(property.key(), property);
    } else {
      put(property);
    }
  }

  private void inherit(String key, Attribute attribute) {
    if (mapping.excluded.contains(key) || attributes.containsKey(key)) {
      return;
    }
    ColumnProperty own = local.get(key);
    if (own != null) {
      if (!mapper.isConcrete() && attribute.property() instanceof ColumnProperty above) {
        local.put(key, combined(own, above));
      }
    } else if (!mapper.isConcrete()) {
      attributes.put(key, attribute);
      if (attribute.property() instanceof ColumnProperty above) {
        above.columns().forEach(column -> byColumn.put(column, above));
      }
    } else if (mapper.localTable().columns().stream().noneMatch(c -> c.key().equals(key))) {
      put(new ConcreteInherited(key, mapper));
    }
  }

  /** The column of the base's table and that of the own one, if it is declared to hold both. */
  private static ColumnProperty combined(ColumnProperty own, ColumnProperty above) {
    return own.columns().contains(above.expression())
        ? own
        : new ColumnProperty(own.key(), own.parent(), above.columns(), above.options())
            .extendedBy(own.expression(), own.parent());
  }

  private void mapColumn(ColumnRef column) {
    for (ColumnProperty declared : local.values()) {
      if (ColumnMap.setOf(declared.columns()).contains(column)) {
        put(declared);
        return;
      }
    }
    if (byColumn.contains(column) || isLeftOut(column)) {
      return;
    }
    String key = keyAbove(column);
    Attribute existing = attributes.get(key);
    if (existing == null || existing.property() instanceof ConcreteInherited) {
      put(new ColumnProperty(key, mapper, List.of(column), ColumnOptions.DEFAULT));
    } else if (existing.property() instanceof ColumnProperty above) {
      put(above.extendedBy(column, mapper));
    } else {
      throw new UsageException(
          "the column %s and another attribute have the same name".formatted(column.key()),
          "declare the column under another name, or exclude it");
    }
  }

  private boolean isLeftOut(ColumnRef column) {
    boolean isOfOtherClass = mapper.isSingle() && keysAbove(column).isEmpty();
    return mapping.declaredOnly || isOfOtherClass || mapping.excluded.contains(column.key());
  }

  /** What the classes it inherits from call the column, the topmost of them in the end. */
  private String keyAbove(ColumnRef column) {
    List<String> keys = keysAbove(column);
    return keys.isEmpty() ? column.key() : keys.get(keys.size() - 1);
  }

  private List<String> keysAbove(ColumnRef column) {
    List<String> keys = new ArrayList<>();
    for (Attribute attribute : inherited.values()) {
      if (attribute.property() instanceof ColumnProperty above
          && ColumnMap.setOf(above.columns()).contains(column)) {
        keys.add(above.key());
      }
    }
    return keys;
  }

  private void put(MapperProperty property) {
    attributes.put(property.key(), Attribute.of(property));
    if (property instanceof ColumnProperty columns) {
      columns.columns().forEach(column -> byColumn.put(column, columns));
    }
  }

  /**
   * What tells the class of a row: {@code Mapper._configure_polymorphic_setter}. Comes after {@link
   * #configure}, since it may add an attribute.
   *
   * @param above what tells it for the class it inherits from
   */
  @Nullable ColumnElement discriminator(@Nullable ColumnElement above) {
    if (mapping.polymorphicAttribute != null) {
      return ofAttribute(mapping.polymorphicAttribute);
    }
    if (mapping.polymorphicOn != null) {
      return ofExpression(mapping.polymorphicOn);
    }
    return above == null ? null : Selectables.corresponding(mapper.mappedTable(), above);
  }

  private ColumnElement ofAttribute(String name) {
    Attribute attribute = attributes.get(name);
    if (attribute != null && attribute.property() instanceof ColumnProperty property) {
      return property.expression();
    }
    ColumnProperty ofColumn = byColumn.get(column(name));
    if (ofColumn == null) {
      throw new UsageException("polymorphic_on names '%s', which is not mapped".formatted(name));
    }
    return ofColumn.expression();
  }

  private ColumnElement ofExpression(ColumnElement given) {
    ColumnProperty mapped = byColumn.get(given);
    if (mapped != null) {
      return mapped.expression();
    }
    ColumnElement column = Selectables.corresponding(mapper.mappedTable(), given);
    ColumnElement expression = column == null ? given : column;
    ColumnElement named =
        expression instanceof ColumnRef || expression instanceof Label
            ? expression
            : new Label(Name.of(HIDDEN_DISCRIMINATOR), expression, expression.type());
    String key = named instanceof ColumnRef ref ? ref.key() : ((Label) named).name().text();
    put(new ColumnProperty(key, mapper, List.of(named), ColumnOptions.DEFAULT));
    return named;
  }
}
