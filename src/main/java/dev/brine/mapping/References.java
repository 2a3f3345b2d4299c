package dev.brine.mapping;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks that what the attributes of a mapper name by name is there. */
final class References {

  private final Mapper mapper;
  private final Set<String> lost;
  private final Problems problems;

  /**
   * @param lost relationships, as {@code class.attribute}, whose absence is no news
   */
  References(Mapper mapper, Set<String> lost, Problems problems) {
    this.mapper = mapper;
    this.lost = lost;
    this.problems = problems;
  }

  void check() {
    if (mapper.withPolymorphic() != null) {
      problems.gather(mapper.className(), mapper::selectable);
    }
    List<MapperProperty> properties = new ArrayList<>(mapper.attrs());
    properties.addAll(mapper.associationProxies());
    for (MapperProperty property : properties) {
      if (property.parent() == mapper) {
        problems.gather(mapper.className() + "." + property.key(), () -> check(property));
      }
    }
  }

  private void check(MapperProperty property) {
    if (property instanceof Synonym synonym) {
      exists(synonym.target());
    } else if (property instanceof Composite composite) {
      composite.attributes().forEach(this::exists);
    } else if (property instanceof AssociationProxy proxy) {
      checkTarget(proxy);
    } else if (property instanceof Relationship relationship) {
      checkBack(relationship);
    }
  }

  private void exists(String attribute) {
    if (!lost.contains(mapper.className() + "." + attribute)) {
      mapper.property(attribute);
    }
  }

  private void checkTarget(AssociationProxy proxy) {
    if (!lost.contains(mapper.className() + "." + proxy.target())) {
      mapper.relationship(proxy.target()).target().property(proxy.attribute());
    }
  }

  private void checkBack(Relationship relationship) {
    String back = relationship.backPopulates();
    if (back == null || lost.contains(relationship.target().className() + "." + back)) {
      return;
    }
    Relationship other;
    try {
      other = relationship.target().relationship(back);
    } catch (UnresolvedReferenceException e) {
      throw new UnresolvedReferenceException("back_populates: " + e.getMessage(), e.hint(), e);
    }
    if (!other.target().isa(mapper) && !mapper.isa(other.target())) {
      throw new UsageException(
          "back_populates names %s, which leads to '%s'"
              .formatted(other, other.target().className()));
    }
  }
}
