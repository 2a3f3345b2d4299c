package dev.brine.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of what a relationship leads to, as one of the class' own: {@code
 * association_proxy("credits", "musician")} (rel_2_0_58, {@code ext/associationproxy.py}). It is
 * not among {@link Mapper#attrs}.
 *
 * @param target the relationship
 * @param attribute what is asked of the entities it leads to; may be such a proxy itself
 */
public record AssociationProxy(String key, Mapper parent, String target, String attribute)
    implements MapperProperty {

  public AssociationProxy {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(attribute, "attribute");
  }

  /** Its value: of many entities a list, set or map as the relationship is, not to be changed. */
  @Nullable Object of(Entity entity) {
    Object related = entity.get(target);
    if (related instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> values = new LinkedHashMap<>();
      map.forEach((name, each) -> values.put(name, attributeOf(each)));
      return Collections.unmodifiableMap(values);
    }
    if (related instanceof Set<?> set) {
      Set<@Nullable Object> values = new LinkedHashSet<>();
      set.forEach(each -> values.add(attributeOf(each)));
      return Collections.unmodifiableSet(values);
    }
    if (related instanceof List<?> list) {
      List<@Nullable Object> values = new ArrayList<>();
      list.forEach(each -> values.add(attributeOf(each)));
      return Collections.unmodifiableList(values);
    }
    return related == null ? null : attributeOf(related);
  }

  private @Nullable Object attributeOf(Object related) {
    return ((Entity) related).get(attribute);
  }
}
