package dev.brine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import dev.brine.expr.Label;
import dev.brine.expr.TableRef;
import dev.brine.mapping.ColumnPair;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Composite;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.Relationship;
import dev.brine.mapping.Synonym;
import dev.brine.pickle.PythonEnumMember;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mapper says, in the words of {@code python-fixtures/mapping_facts.py}. */
public final class MapperFacts {

  private static final JsonMapper JSON = new JsonMapper();

  private MapperFacts() {}

  public static JsonNode of(Mapper mapper) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("class", mapper.className());
    facts.put("local_table", from(mapper.localTable()));
    facts.put("mapped_table", from(mapper.mappedTable()));
    facts.put("selectable", from(mapper.selectable()));
    facts.put("primary_key", texts(mapper.primaryKey()));
    facts.put("polymorphic_on", column(mapper.polymorphicOn()));
    facts.put(
        "polymorphic_map",
        mapper.polymorphicMap().entrySet().stream()
            .map(entry -> List.of(python(entry.getKey()), entry.getValue().className()))
            .sorted(Comparator.comparing(List::toString))
            .toList());
    facts.put("with_polymorphic_mappers", names(mapper.withPolymorphicMappers()));
    facts.put("self_and_descendants", names(mapper.selfAndDescendants()));
    facts.put(
        "single_table_identities",
        mapper.singleTableCriterion() instanceof BinaryExpression criterion
                && criterion.right() instanceof BindParameter bind
                && bind.value() instanceof Collection<?> identities
            ? identities.stream().map(MapperFacts::python).toList()
            : null);
    facts.put(
        "columns",
        mapper.columns().stream()
            .map(each -> List.of(each.key(), String.valueOf(column(each.expression()))))
            .toList());
    facts.put("attrs", mapper.attrs().stream().map(MapperFacts::attribute).toList());
    return JSON.valueToTree(facts);
  }

  private static Map<String, Object> attribute(MapperProperty property) {
    Map<String, Object> fact = new LinkedHashMap<>();
    fact.put("key", property.key());
    fact.put("parent", property.parent().className());
    if (property instanceof ColumnProperty columns) {
      fact.put("kind", "column");
      fact.put("columns", columns.columns().stream().map(MapperFacts::column).toList());
      fact.put("deferred", columns.deferred());
    } else if (property instanceof Relationship relationship) {
      fact.put("kind", "relationship");
      putRelationship(fact, relationship);
    } else if (property instanceof Composite composite) {
      fact.put("kind", "composite");
      fact.put("attributes", composite.attributes());
    } else if (property instanceof Synonym synonym) {
      fact.put("kind", "synonym");
      fact.put("target", synonym.target());
    } else {
      fact.put("kind", "concrete_inherited");
    }
    return fact;
  }

  private static void putRelationship(Map<String, Object> fact, Relationship relationship) {
    var condition = relationship.condition();
    fact.put("target", relationship.target().className());
    fact.put("direction", relationship.direction().pythonName());
    fact.put("uselist", relationship.uselist());
    fact.put("primaryjoin", text(relationship.primaryjoin()));
    fact.put("secondaryjoin", text(relationship.secondaryjoin()));
    FromClause secondary = relationship.secondary();
    fact.put("secondary", secondary == null ? null : from(secondary));
    fact.put("local_remote_pairs", pairs(relationship.localRemotePairs()));
    fact.put("synchronize_pairs", pairs(condition.synchronizePairs()));
    fact.put("secondary_synchronize_pairs", pairs(condition.secondarySynchronizePairs()));
    fact.put("remote_side", texts(condition.remoteColumns()).stream().sorted().toList());
    fact.put("local_columns", texts(condition.localColumns()).stream().sorted().toList());
    fact.put("order_by", texts(relationship.orderBy()));
    fact.put("back_populates", relationship.backPopulates());
    fact.put("viewonly", relationship.viewonly());
    fact.put("self_referential", relationship.isSelfReferential());
  }

  /** An identity as text; of a member of an Enum, its value. */
  private static String python(Object identity) {
    return String.valueOf(identity instanceof PythonEnumMember member ? member.value() : identity);
  }

  private static List<List<String>> pairs(List<ColumnPair> pairs) {
    return pairs.stream()
        .map(pair -> texts(List.of(pair.local(), pair.remote())))
        .sorted(Comparator.comparing(List::toString))
        .toList();
  }

  private static List<String> names(Collection<Mapper> mappers) {
    return mappers.stream().map(Mapper::className).toList();
  }

  private static List<String> texts(List<? extends ClauseElement> elements) {
    return elements.stream().map(each -> String.valueOf(text(each))).toList();
  }

  private static @Nullable String column(@Nullable ColumnElement element) {
    return text(element instanceof Label label ? label.element() : element);
  }

  private static String from(FromClause from) {
    if (from instanceof TableRef table) {
      return table.table().key();
    }
    return from instanceof AliasedReturnsRows named
        ? named.name().text()
        : String.valueOf(text(from));
  }

  private static @Nullable String text(@Nullable ClauseElement element) {
    return element == null
        ? null
        : SqlCompiler.compile(element, Dialect.DEFAULT).sql().replaceAll("\\s+", " ").strip();
  }
}
