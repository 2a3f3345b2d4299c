package dev.brine.series;

import dev.brine.expr.MappedEntity;
import dev.brine.expr.OrmEntity;
import dev.brine.mapping.Mapper;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Dicts;
import dev.brine.shape.EarlyLoadState;
import dev.brine.shape.LoadElementState;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loader options on an alias, which a dump names by its class alone (rel_1_4_54 to rel_2_1_0b3,
 * {@code orm/path_registry.py: PathRegistry.serialize}), so that SQLAlchemy refuses the statement
 * once it is loaded. Where the statement has one alias of that class and no class, no other can
 * have been meant: the alias is then found by its class, as SQLAlchemy's own polymorphic aliases
 * are.
 */
final class AliasedOptions {

  private static final String OPTIONS = "_with_options";
  private static final String COLUMNS = "_raw_columns";
  private static final String USES_MAPPER_PATH = "use_mapper_path";
  private static final String MAPPER = "mapper";
  private static final String ENTITY = "parententity";

  static final List<ReshapingRule> RULES =
      List.of(
          ReshapingRule.when(
              OrmClasses.QUERY, AliasedOptions::hasNameless, AliasedOptions::nameAliases),
          ReshapingRule.when(
              PythonClasses.selectable("Select"),
              AliasedOptions::hasNameless,
              AliasedOptions::nameAliases));

  private AliasedOptions() {}

  private static boolean hasNameless(Reshaping statement) {
    return statement.has(OPTIONS)
        && statement.has(COLUMNS)
        && selectsAlias(statement)
        && options(statement).stream().anyMatch(option -> meant(option, statement).isPresent());
  }

  /** Few statements do, and only those have anything to be looked for. */
  private static boolean selectsAlias(Reshaping statement) {
    for (Object column : columns(statement)) {
      if (alias(column) != null) {
        return true;
      }
    }
    return false;
  }

  private static void nameAliases(Reshaping statement) {
    options(statement)
        .forEach(
            option ->
                meant(option, statement)
                    .ifPresent(alias -> alias.stateDict().put(USES_MAPPER_PATH, true)));
  }

  private static List<Object> options(Reshaping statement) {
    return items(statement, OPTIONS);
  }

  private static List<Object> columns(Reshaping statement) {
    return items(statement, COLUMNS);
  }

  private static List<Object> items(Reshaping statement, String key) {
    return PythonItems.ofNode(Objects.requireNonNullElse(statement.get(key), PyNone.NONE));
  }

  /** The only alias that an option can be on. */
  private static Optional<PyObject> meant(Object option, Reshaping statement) {
    PyGlobal lead = lead(option);
    List<Object> columns = columns(statement);
    if (lead == null) {
      return Optional.empty();
    }
    List<PyObject> aliases =
        columns.stream()
            .map(AliasedOptions::alias)
            .filter(Objects::nonNull)
            .filter(alias -> isOf(alias, lead))
            .toList();
    return aliases.size() == 1
            && !Boolean.TRUE.equals(aliases.get(0).attribute(USES_MAPPER_PATH))
            && columns.stream().noneMatch(column -> mayTake(column, aliases.get(0)))
        ? Optional.of(aliases.get(0))
        : Optional.empty();
  }

  /** The class by which an option starts; null where it names none. */
  private static @Nullable PyGlobal lead(Object option) {
    if (!(option instanceof PyObject load)) {
      return null;
    }
    Object first = first(load.attribute(EarlyLoadState.TO_BIND));
    PyObject named = first instanceof PyObject part ? part : load;
    Object step = first(named.attribute(LoadElementState.PATH));
    Object start = step instanceof PyTuple pair && pair.size() > 0 ? pair.get(0) : step;
    return start instanceof PyGlobal cls ? cls : null;
  }

  private static @Nullable Object first(@Nullable Object node) {
    List<Object> items = PythonItems.of(node);
    return items == null || items.isEmpty() ? null : items.get(0);
  }

  /** The inspection of the alias that a column of a statement stands for; null of all else. */
  @SuppressWarnings("ReferenceEquality") // the very object, not one like it
  private static @Nullable PyObject alias(Object column) {
    if (!(column instanceof PyObject element)
        || element.typeArgs().size() != 2
        || !PythonClasses.canonical(element.className()).startsWith(PythonClasses.ANNOTATED)) {
      return null;
    }
    Object notes = element.typeArgs().get(1);
    PyDict entries = notes instanceof PyObject dict ? Dicts.of(dict) : new PyDict();
    Object entity = notes instanceof PyDict plain ? plain.get(ENTITY) : entries.get(ENTITY);
    Object selected = element.typeArgs().get(0);
    return entity instanceof PyObject alias && alias.attribute("alias") == selected ? alias : null;
  }

  private static boolean isOf(PyObject alias, PyGlobal cls) {
    return alias.attribute(MAPPER) instanceof MappedEntity mapper
        && mapper.className().equals(cls.path());
  }

  /** Whether an option on the class of an alias could be one on this; unless known, it could. */
  private static boolean mayTake(Object column, PyObject alias) {
    MappedEntity entity =
        column instanceof OrmEntity mapped
            ? mapped.entity()
            : column instanceof MappedEntity cls ? cls : null;
    return entity != null
        && !(entity instanceof Mapper
            && alias.attribute(MAPPER) instanceof Mapper other
            && !OptionLosses.isRelated(entity, other));
  }
}
