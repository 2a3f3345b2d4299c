package dev.brine.orm.compile;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.LoaderCriteria;
import dev.brine.expr.MappedClass;
import dev.brine.expr.OrmEntity;
import dev.brine.mapping.Mapper;
import java.util.List;
import java.util.Objects;

/**
 * The conditions of {@code with_loader_criteria()} that hold for a statement and all within it: the
 * {@code additional_entity_criteria} of SQLAlchemy's compiler (rel_2_0_52, {@code orm/context.py}).
 */
record Criteria(List<LoaderCriteria> options) {

  static final Criteria NONE = new Criteria(List.of());

  Criteria {
    options = List.copyOf(options);
  }

  static Criteria of(List<ExecutableOption> options) {
    return new Criteria(
        options.stream()
            .filter(LoaderCriteria.class::isInstance)
            .map(LoaderCriteria.class::cast)
            .toList());
  }

  /** Whether any may hold for a class. */
  boolean concern(Mapper mapper) {
    return options.stream().anyMatch(option -> concerns(option, mapper));
  }

  private static boolean concerns(LoaderCriteria option, Mapper mapper) {
    return mapper.isa(Entities.mapper(option.entity()));
  }

  /** The conditions for an entity that is selected from. */
  List<ColumnElement> of(OrmEntity entity) {
    Mapper mapper = Entities.mapper(entity);
    return options.stream()
        .filter(option -> concerns(option, mapper))
        .filter(option -> option.includesAliases() || isVery(option, entity))
        .map(Criteria::condition)
        .toList();
  }

  /** A class below, too, is another one. */
  private static boolean isVery(LoaderCriteria option, OrmEntity entity) {
    return entity instanceof MappedClass mapped && mapped.entity() == option.entity();
  }

  /** The conditions for the entities of a joined load. */
  List<ColumnElement> ofLoad(Mapper mapper) {
    return options.stream()
        .filter(option -> concerns(option, mapper) && option.propagates())
        .map(Criteria::condition)
        .toList();
  }

  private static ColumnElement condition(LoaderCriteria option) {
    ColumnElement criteria = option.criteria();
    if (criteria == null) {
      LoaderCriteria.PythonFunction function = Objects.requireNonNull(option.function());
      String name = function.module() + "." + function.name();
      throw new UnsupportedConstructException(
          "with_loader_criteria(%s, %s) cannot be compiled: only Python can call that function"
              .formatted(option.entity().qualifiedName(), name),
          "say what it gives: LoadOptions.withLoaderCriteria(\"%s\", cls -> …)".formatted(name));
    }
    return criteria;
  }
}
