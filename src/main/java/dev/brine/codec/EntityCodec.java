package dev.brine.codec;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.MappedProperty;
import dev.brine.expr.OrmEntity;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.shape.OrmClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mapped classes, their aliases and their attributes (rel_2_0_58, {@code orm/util.py}, {@code
 * orm/attributes.py}). A mapped class stands in the graph as itself, for the pickler to replace by
 * its id.
 */
final class EntityCodec {

  private static final String INSPECTION = "_aliased_insp";
  private static final String ENTITY = "entity";
  private static final String MAPPER = "mapper";
  private static final String ALIAS = "alias";

  static final List<NodeCodec<?>> ALL =
      List.of(
          new NodeCodec<>(
              MappedClass.class, List.of(), EntityCodec::never, (mapped, out) -> mapped),
          new NodeCodec<>(
              MappedProperty.class, List.of(), EntityCodec::never, (property, out) -> property),
          new NodeCodec<>(
              AliasedEntity.class,
              List.of(OrmClasses.ALIASED_CLASS, OrmClasses.ALIASED_INSPECTION),
              EntityCodec::aliased,
              (entity, out) -> out.entities().clause(entity)),
          NodeCodec.of(
              MappedAttribute.class,
              OrmClasses.ATTRIBUTE,
              EntityCodec::attribute,
              EntityCodec::write));

  private EntityCodec() {}

  private static MappedClass never(NodeReader in) {
    throw new AssertionError("no class leads here: " + in.className());
  }

  /** The two objects refer to each other; the one is read where the other is met. */
  private static AliasedEntity aliased(NodeReader in) {
    boolean isClass = in.simpleName().equals(OrmClasses.ALIASED_CLASS.name());
    if (isClass) {
      in.ignoreOthers();
    }
    // Up to 0.8 it was the class that held all (rel_0_8_7, orm/util.py).
    String other = isClass ? INSPECTION : ENTITY;
    boolean isWhole = isClass ? !in.has(INSPECTION) : in.has(ALIAS);
    if (isWhole) {
      return inspection(in);
    }
    in.ignoreOthers();
    if (in.element(other) instanceof AliasedEntity entity) {
      return entity;
    }
    throw in.refuse("state key '" + other + "'");
  }

  private static AliasedEntity inspection(NodeReader in) {
    in.find(ENTITY);
    MappedEntity entity = in.mappedEntity(MAPPER);
    List<MappedEntity> classes = in.each("with_polymorphic_mappers", in.decoder()::mappedEntity);
    return new AliasedEntity(
        entity,
        in.from(ALIAS),
        in.textOrNull("name"),
        // Up to 1.1 the class alone was none of them.
        classes.isEmpty() ? List.of(entity) : classes,
        in.columnOrNull("with_polymorphic_discriminator"),
        in.flag("adapt_on_names"),
        in.flag("represents_outer_join"),
        in.flag("nest_adapters"),
        in.flag("use_mapper_path"),
        base(in));
  }

  /** An alias is its own base, unless it is one of the classes of another. */
  private static @Nullable AliasedEntity base(NodeReader in) {
    Object base = in.find("base_alias");
    if (base == null || in.isNode(base)) {
      return null;
    }
    if (in.element("base_alias") instanceof AliasedEntity entity) {
      return entity;
    }
    throw in.refuse("state key 'base_alias'");
  }

  private static MappedAttribute attribute(NodeReader in) {
    GraphPath path = in.argumentPath(2);
    OrmEntity parent = in.decoder().entity(in.argument(2), path);
    return new MappedAttribute(parent, in.decoder().text(in.argument(0), in.argumentPath(0)));
  }

  private static Object write(MappedAttribute attribute, ExprToGraph out) {
    if (attribute.ofType() != null || !attribute.extraCriteria().isEmpty()) {
      throw LostOnDump.attribute(attribute);
    }
    OrmEntity parent = attribute.parent();
    PyGlobal cls = OrmClasses.of(parent.entity());
    return parent instanceof AliasedEntity aliased
        ? PyObject.reduce(
            OrmClasses.ATTRIBUTE,
            attribute.key(),
            cls,
            out.entities().inspection(aliased),
            out.entities().aliasedClass(aliased))
        : PyObject.reduce(OrmClasses.ATTRIBUTE, attribute.key(), cls, parent.entity(), cls);
  }
}
