package dev.brine.mapping;

import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.ForeignKey;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Derives classes and relationships from tables: {@code AutomapBase.prepare} of rel_2_0_58, {@code
 * ext/automap.py}, with its default names. Python goes through tables and constraints in no certain
 * order; here it is that of the metadata.
 */
final class Automap {

  private static final String COLLECTION = "_collection";

  /** A foreign key: its columns and those they refer to. */
  private record Constraint(Table referred, List<ColumnElement> parents, List<ColumnElement> to) {}

  private final MetaData metadata;
  private final String module;
  private final Map<Table, ClassMapping> classes = new LinkedHashMap<>();
  private final List<Table> links = new ArrayList<>();

  Automap(MetaData metadata, String module) {
    this.metadata = metadata;
    this.module = module;
  }

  MapperRegistry build() {
    Set<String> names = new HashSet<>();
    for (Table table : metadata.tables()) {
      if (isLink(table)) {
        links.add(table);
      } else if (!table.primaryKey().isEmpty() && names.add(table.name().text())) {
        classes.put(table, new ClassMapping().table(table));
      }
    }
    classes.keySet().forEach(table -> constraints(table).forEach(key -> relate(table, key)));
    links.forEach(this::relateOver);
    MapperRegistry.Builder builder = MapperRegistry.of(metadata).origin("the automap of " + module);
    classes.forEach((table, mapping) -> builder.map(path(table), mapping));
    return builder.build();
  }

  private String path(Table table) {
    return module + "." + table.name().text();
  }

  private static String scalarName(Table table) {
    return table.name().text().toLowerCase(Locale.ROOT);
  }

  private static String collectionName(Table table) {
    return scalarName(table) + COLLECTION;
  }

  /** Whether a table is nothing but two foreign keys. */
  private boolean isLink(Table table) {
    List<Constraint> constraints = constraints(table);
    Set<ColumnElement> columns = new HashSet<>();
    constraints.forEach(each -> columns.addAll(each.parents()));
    return constraints.size() == 2 && columns.size() == table.columns().size();
  }

  private List<Constraint> constraints(Table table) {
    Map<Object, Constraint> found = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      for (ForeignKey key : column.foreignKeys()) {
        Table referred = metadata.findTable(key.table());
        if (referred != null) {
          Constraint constraint =
              found.computeIfAbsent(
                  key.constraint() == null ? new Object() : key.constraint(),
                  name -> new Constraint(referred, new ArrayList<>(), new ArrayList<>()));
          constraint.parents().add(new TableRef(table).column(column));
          constraint.to().add(new TableRef(referred).column(referred(referred, key)));
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** The column that a foreign key names by its name or its key. */
  private static Column referred(Table table, ForeignKey key) {
    return table.columns().stream()
        .filter(column -> column.name().text().equals(key.column()))
        .findFirst()
        .orElseGet(() -> table.column(key.column()));
  }

  /** The one that is referred to, and the collection of those that refer. */
  private void relate(Table table, Constraint key) {
    ClassMapping local = mapping(table);
    ClassMapping referred = classes.get(key.referred());
    if (referred == null) {
      return;
    }
    ColumnElement[] parents = key.parents().toArray(ColumnElement[]::new);
    Side one = new Side(local, scalarName(key.referred()), path(key.referred()));
    Side many = new Side(referred, collectionName(table), path(table));
    pair(
        one,
        many,
        to -> to.foreignKeys(parents).remoteSide(key.to().toArray(ColumnElement[]::new)),
        to -> to.foreignKeys(parents));
  }

  /** Collections on both sides of a link. */
  private void relateOver(Table link) {
    Constraint first = constraints(link).get(0);
    Constraint second = constraints(link).get(1);
    ClassMapping local = classes.get(first.referred());
    ClassMapping remote = classes.get(second.referred());
    if (local == null || remote == null) {
      return;
    }
    Side there = new Side(local, collectionName(second.referred()), path(second.referred()));
    Side back = new Side(remote, collectionName(first.referred()), path(first.referred()));
    pair(there, back, joinedOver(link, first, second), joinedOver(link, second, first));
  }

  private static Arguments joinedOver(Table link, Constraint near, Constraint far) {
    return to -> to.secondary(link).primaryjoin(equations(near)).secondaryjoin(equations(far));
  }

  private static ColumnElement equations(Constraint constraint) {
    List<ColumnElement> equal = new ArrayList<>();
    for (int i = 0; i < constraint.to().size(); i++) {
      equal.add(constraint.to().get(i).eq(constraint.parents().get(i)));
    }
    return equal.size() == 1 ? equal.get(0) : Sql.and(equal);
  }

  /** What a relationship is given. */
  private interface Arguments {
    RelationshipMapping giveTo(RelationshipMapping mapping);
  }

  /** An attribute to be made of a class, and what it leads to. */
  private record Side(ClassMapping mapping, String attribute, String target) {}

  /** A name that is taken is left as it is, and led back to from the other side. */
  private static void pair(Side there, Side back, Arguments arguments, Arguments fromBack) {
    RelationshipMapping taken = there.mapping().relationshipMapping(there.attribute());
    RelationshipMapping takenBack = back.mapping().relationshipMapping(back.attribute());
    if (taken == null) {
      there
          .mapping()
          .relationship(
              there.attribute(),
              there.target(),
              to -> {
                arguments.giveTo(to);
                if (takenBack == null) {
                  to.backref(back.attribute());
                }
              });
      if (takenBack != null) {
        takenBack.backPopulates(there.attribute());
      }
    } else if (takenBack == null) {
      back.mapping()
          .relationship(
              back.attribute(),
              back.target(),
              to -> fromBack.giveTo(to).backPopulates(there.attribute()));
      taken.backPopulates(back.attribute());
    }
  }

  private ClassMapping mapping(Table table) {
    ClassMapping mapping = classes.get(table);
    if (mapping == null) {
      throw new UsageException("the table '" + table.key() + "' is not mapped");
    }
    return mapping;
  }
}
