package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.pickle.PyGlobal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every kind of element the codec knows; the one place where an entry is registered. */
final class NodeCodecs {

  static final List<NodeCodec<?>> ALL = all();

  private static final Map<String, NodeCodec<?>> BY_CLASS = byClass();
  private static final Map<Class<?>, NodeCodec<?>> BY_TYPE = byType();

  private NodeCodecs() {}

  private static List<NodeCodec<?>> all() {
    List<NodeCodec<?>> all = new ArrayList<>();
    all.add(SelectCodec.ENTRY);
    all.addAll(SelectableCodecs.ALL);
    all.addAll(FromCodecs.ALL);
    all.add(ColumnCodec.ENTRY);
    all.addAll(ElementCodecs.ALL);
    all.addAll(ConversionCodecs.ALL);
    all.addAll(WindowCodecs.ALL);
    all.addAll(CollectionCodecs.ALL);
    all.add(MysqlMatchCodec.ENTRY);
    all.add(BindCodec.ENTRY);
    all.add(FunctionCodec.ENTRY);
    all.add(SequenceCodec.NEXT);
    all.addAll(DmlCodecs.ALL);
    all.addAll(SpecialFromCodecs.ALL);
    all.addAll(TableValuedCodecs.ALL);
    all.addAll(TextCodecs.ALL);
    all.add(TableClauseCodec.ENTRY);
    all.addAll(EntityCodec.ALL);
    all.addAll(OrmStatementCodecs.ALL);
    all.add(BundleCodec.ENTRY);
    all.addAll(Annotations.ALL);
    return List.copyOf(all);
  }

  private static Map<String, NodeCodec<?>> byClass() {
    Map<String, NodeCodec<?>> map = new HashMap<>();
    for (NodeCodec<?> codec : ALL) {
      for (PyGlobal cls : codec.classes()) {
        map.put(cls.path(), codec);
      }
    }
    return Map.copyOf(map);
  }

  private static Map<Class<?>, NodeCodec<?>> byType() {
    Map<Class<?>, NodeCodec<?>> map = new HashMap<>();
    ALL.forEach(codec -> map.put(codec.type(), codec));
    return Map.copyOf(map);
  }

  /** The entry for a Python class by its path in SQLAlchemy 2.0, or null. */
  static @Nullable NodeCodec<?> ofClass(String path) {
    return BY_CLASS.get(path);
  }

  static NodeCodec<?> of(ClauseElement element) {
    NodeCodec<?> codec = BY_TYPE.get(element.getClass());
    if (codec == null) {
      throw new AssertionError("no codec entry for " + element.getClass());
    }
    return codec;
  }
}
