package dev.brine.orm;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.Load;
import dev.brine.expr.LoadElement;
import dev.brine.expr.LoaderPath;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Select;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.PolymorphicLoad;
import dev.brine.mapping.Relationship;
import dev.brine.orm.compile.EntityPlan;
import dev.brine.orm.compile.LoadPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rows have of a class below, by a statement for many of them: {@code _load_subclass_via_in}
 * (rel_2_0_58, {@code orm/loading.py}, {@code orm/mapper.py}).
 */
final class SubclassLoad implements PostLoad.Action {

  private final Loading loading;
  private final LoadPath path;
  private final Mapper mapper;
  private final Mapper lead;
  private final boolean isByOption;

  private SubclassLoad(
      Loading loading, LoadPath path, Mapper mapper, Mapper lead, boolean isByOption) {
    this.loading = loading;
    this.path = path;
    this.mapper = mapper;
    this.lead = lead;
    this.isByOption = isByOption;
  }

  /** Adds the loads that a class below needs, if the mapping or an option says so. */
  static void register(Loading loading, EntityPlan plan, Mapper actual) {
    Mapper lead = plan.mapper();
    Set<Mapper> chosen = chosen(plan.polymorphic(), lead);
    Mapper via = via(actual, lead, chosen);
    for (Mapper each = via; each != null && each != lead; each = each.inherits()) {
      PostLoad known = loading.findPostLoad(plan.path());
      if (known == null || !known.has(each)) {
        SubclassLoad load = new SubclassLoad(loading, plan.path(), each, lead, !chosen.isEmpty());
        loading.postLoad(plan.path()).add(each, each, load);
      }
      if (!lead.release().loadsClassesBetween()) {
        break;
      }
    }
  }

  /** The classes that an option names, if it is about this very class. */
  private static Set<Mapper> chosen(@Nullable LoadElement option, Mapper lead) {
    Set<Mapper> chosen = new LinkedHashSet<>();
    if (option == null || !end(option.path()).equals(lead)) {
      return chosen;
    }
    if (option.options().get("entities") instanceof Iterable<?> entities) {
      for (Object each : entities) {
        MappedEntity entity =
            each instanceof OrmEntity orm
                ? orm.entity()
                : each instanceof MappedEntity mapped ? mapped : null;
        if (entity instanceof Mapper found) {
          chosen.add(found);
        }
      }
    }
    return chosen;
  }

  private static MappedEntity end(LoaderPath path) {
    return path.steps().get(path.steps().size() - 1).entity();
  }

  private static @Nullable Mapper via(Mapper actual, Mapper lead, Set<Mapper> chosen) {
    Set<Mapper> ends = new LinkedHashSet<>(chosen);
    ends.add(lead);
    for (Mapper end : ends) {
      for (Mapper each : upTo(actual, end)) {
        if (each.polymorphicLoad() == PolymorphicLoad.SELECTIN || chosen.contains(each)) {
          return each;
        }
      }
    }
    return null;
  }

  /** The line of classes up to one, or to where the statement has their columns anyway. */
  private static List<Mapper> upTo(Mapper actual, Mapper end) {
    List<Mapper> line = new ArrayList<>();
    if (!actual.isa(end)) {
      return line;
    }
    Mapper before = actual;
    for (Mapper each : actual.toRoot()) {
      line.add(each);
      if (each != before && !each.withPolymorphicMappers().contains(before)) {
        break;
      }
      before = each;
      if (each == end) {
        break;
      }
    }
    return line;
  }

  @Override
  public void load(List<PostLoad.Member> members) {
    List<List<@Nullable Object>> keys =
        members.stream()
            .map(PostLoad.Member::state)
            .filter(state -> isByOption || isOwnLoad(state.mapper()))
            .map(LoadedState::identity)
            .toList();
    Select select = select();
    LoadPath start = path.depth() == 0 ? null : path.endingIn(mapper);
    for (List<List<@Nullable Object>> chunk : KeyChunks.of(keys)) {
      loading
          .session()
          .load(
              select,
              start,
              LoadSettings.DEFAULT.populatingExisting(loading.settings().populatesExisting()),
              KeyChunks.parameters(chunk));
    }
  }

  /** Whether a class is loaded by this very load rather than by one for a class between. */
  private boolean isOwnLoad(Mapper actual) {
    for (Mapper each : upTo(actual, mapper)) {
      if (each.polymorphicLoad() == PolymorphicLoad.SELECTIN) {
        return each == mapper;
      }
    }
    return false;
  }

  private Select select() {
    List<ColumnElement> key = new ArrayList<>();
    mapper.primaryKey().forEach(column -> key.add(Adaptable.column(column)));
    Select select = Statements.of(mapper, LabelStyle.TABLENAME_PLUS_COL).where(KeyChunks.in(key));
    if (mapper.release().ordersSubclasses()) {
      select = select.toBuilder().orderBy(key).build();
    }
    return Statements.with(select, options());
  }

  /** What the class brings is loaded; the rest was, and is left alone. */
  private List<ExecutableOption> options() {
    List<LoadElement> enabled = new ArrayList<>();
    List<LoadElement> disabled = new ArrayList<>();
    Set<Mapper> included = included();
    Set<MapperProperty> kept = kept();
    List<MapperProperty> properties = new ArrayList<>(mapper.columnAttrs());
    properties.addAll(mapper.relationships());
    for (MapperProperty property : properties) {
      if (included.contains(property.parent()) || kept.contains(property)) {
        enabled.add(element(property, strategy(property), true));
      } else {
        disabled.add(element(property, Map.of("do_nothing", true), false));
      }
    }
    LoaderPath root = LoaderPath.of(path.mappers().get(0));
    List<ExecutableOption> options = new ArrayList<>();
    options.add(new Load(root, enabled, true, List.of()));
    loading.options().stream().filter(this::isAboutClass).forEach(options::add);
    options.add(new Load(root, disabled, true, List.of()));
    return options;
  }

  /** An option may be about another entity of the statement that gave the rows. */
  private boolean isAboutClass(ExecutableOption option) {
    return path.depth() > 0
        || !(option instanceof Load load)
        || !(load.path().steps().get(0).entity() instanceof Mapper start)
        || start.baseMapper() == mapper.baseMapper();
  }

  private Set<Mapper> included() {
    Set<Mapper> included = new HashSet<>(Set.of(mapper));
    Mapper above = mapper.inherits();
    while (above != null && above != lead && above.polymorphicLoad() == PolymorphicLoad.SELECTIN) {
      included.add(above);
      above = above.inherits();
    }
    return included;
  }

  private Set<MapperProperty> kept() {
    Set<MapperProperty> kept = new HashSet<>();
    List<ColumnElement> columns = new ArrayList<>(mapper.primaryKey());
    ColumnElement discriminator = mapper.polymorphicOn();
    if (discriminator != null) {
      columns.add(discriminator);
    }
    for (ColumnElement column : columns) {
      ColumnProperty property = mapper.propertyOf(column);
      if (property != null) {
        kept.add(property);
      }
    }
    return kept;
  }

  private static Map<String, Object> strategy(MapperProperty property) {
    if (property instanceof Relationship relationship) {
      return Map.of("lazy", relationship.lazy().pythonName());
    }
    ColumnProperty column = (ColumnProperty) property;
    if (column.options().queryExpression()) {
      return Map.of("query_expression", true);
    }
    Map<String, Object> strategy = new LinkedHashMap<>();
    strategy.put("deferred", column.deferred());
    strategy.put("instrument", true);
    if (column.options().raiseload()) {
      strategy.put("raiseload", true);
    }
    return strategy;
  }

  private LoadElement element(
      MapperProperty property, Map<String, Object> strategy, boolean yields) {
    LoaderPath way = path.depth() == 0 ? LoaderPath.of(mapper) : ReverseLoads.path(path).to(mapper);
    return new LoadElement(
        LoadElement.Kind.ATTRIBUTE,
        way.to(property.key()),
        strategy,
        Map.of(),
        List.of(),
        true,
        yields,
        null,
        null);
  }
}
