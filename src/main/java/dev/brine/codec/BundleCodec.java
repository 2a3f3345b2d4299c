package dev.brine.codec;

import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedProperty;
import dev.brine.pickle.PyList;
import dev.brine.shape.OrmClasses;
import java.util.List;

/**
 * Bundles and the values of composites (rel_2_0_58, {@code orm/util.py}, {@code
 * orm/descriptor_props.py}). Python writes their state; Brine the call that makes them.
 */
final class BundleCodec {

  static final String PROXY_KEY = "proxy_key";
  static final String PROXY_OWNER = "proxy_owner";
  static final String ENTITY_NAMESPACE = "entity_namespace";
  static final String ANNOTATIONS = "_annotations";

  static final NodeCodec<Bundle> ENTRY =
      new NodeCodec<>(
          Bundle.class,
          List.of(OrmClasses.BUNDLE, OrmClasses.COMPOSITE_BUNDLE),
          BundleCodec::decode,
          (bundle, out) -> out.entities().clause(bundle));

  private BundleCodec() {}

  private static Bundle decode(NodeReader in) {
    boolean isComposite = in.className().equals(OrmClasses.COMPOSITE_BUNDLE.path());
    if (in.argumentCount() == 0) {
      MappedProperty property =
          isComposite && in.element("property") instanceof MappedProperty read ? read : null;
      return new Bundle(
          in.text("name"),
          in.elements("exprs"),
          in.flag(OrmClasses.SINGLE_ENTITY),
          property == null ? null : attribute(property, in));
    }
    if (isComposite
        && in.decoder().element(in.argument(0), in.argumentPath(0))
            instanceof MappedProperty property) {
      List<ClauseElement> parts =
          in.eachOf(in.argument(1), in.argumentPath(1), in.decoder()::element);
      return new Bundle(
          property.key(), parts, in.flag(OrmClasses.SINGLE_ENTITY), attribute(property, in));
    }
    List<Object> arguments = in.arguments();
    return new Bundle(
        in.decoder().text(arguments.get(0), in.argumentPath(0)),
        in.eachOf(
            new PyList(arguments.subList(1, arguments.size())),
            in.argumentPath(1),
            in.decoder()::element),
        in.flag(OrmClasses.SINGLE_ENTITY),
        null);
  }

  /** Its annotations tell whether it is an alias's. */
  private static MappedAttribute attribute(MappedProperty property, NodeReader in) {
    Object owner = in.dict(ANNOTATIONS).get(PROXY_OWNER);
    return new MappedAttribute(
        owner == null ? property.parent() : in.decoder().entity(owner, in.path(ANNOTATIONS)),
        property.key());
  }
}
