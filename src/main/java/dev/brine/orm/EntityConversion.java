package dev.brine.orm;

import dev.brine.error.UsageException;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.Relationship;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.SQLDialect;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Makes objects of users' classes of entities, one for each. For one call; not thread-safe. */
final class EntityConversion {

  /** By way of a record, jOOQ turns a value into one of another class. */
  private static final org.jooq.Field<Object> VALUE =
      DSL.field(DSL.quotedName("value"), Object.class);

  private final Map<String, Class<?>> classes;
  private final IdentityHashMap<Entity, @Nullable Object> made = new IdentityHashMap<>();

  EntityConversion(Map<String, Class<?>> classes) {
    this.classes = classes;
  }

  /** The object; null for a record that is being made. */
  @Nullable Object of(Entity entity) {
    if (made.containsKey(entity)) {
      return made.get(entity);
    }
    Class<?> type = type(entity);
    try {
      return type.isRecord() ? record(entity, type) : bean(entity, type);
    } catch (ReflectiveOperationException | DataTypeException | IllegalArgumentException e) {
      throw new UsageException(
          "%s cannot be made of %s: %s".formatted(type.getName(), entity, e.getMessage()),
          "a record's components, or a class' fields, are named like the attributes and can hold"
              + " their values; a class has a constructor without arguments",
          e);
    }
  }

  private Class<?> type(Entity entity) {
    Class<?> type = classes.get(entity.className());
    Mapper mapper = entity.type() instanceof Mapper found ? found : null;
    while (type == null && mapper != null) {
      type = classes.get(mapper.className());
      mapper = mapper.inherits();
    }
    if (type == null) {
      throw new UsageException(
          "no Java class stands for '" + entity.className() + "'",
          "name one: EntityClasses.with(\"" + entity.className() + "\", …)");
    }
    return type;
  }

  private Object record(Entity entity, Class<?> type) throws ReflectiveOperationException {
    made.put(entity, null);
    RecordComponent[] components = type.getRecordComponents();
    Constructor<?> constructor =
        type.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    open(constructor);
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] = value(entity, components[i].getName(), components[i].getType());
    }
    Object object = constructor.newInstance(arguments);
    made.put(entity, object);
    return object;
  }

  private Object bean(Entity entity, Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    open(constructor);
    Object object = constructor.newInstance();
    made.put(entity, object);
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && isAttribute(entity, field.getName())) {
          open(field);
          field.set(object, value(entity, field.getName(), field.getType()));
        }
      }
    }
    return object;
  }

  private static void open(AccessibleObject member) {
    member.setAccessible(true);
  }

  private static boolean isAttribute(Entity entity, String name) {
    return entity.isLoaded(name)
        || entity.isLoaded(pythonName(name))
        || (entity.type() instanceof Mapper mapper
            && (mapper.findProperty(name) != null
                || mapper.findProperty(pythonName(name)) != null));
  }

  /** {@code userId} is {@code user_id} in Python. */
  private static String pythonName(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private @Nullable Object value(Entity entity, String name, Class<?> type) {
    String key =
        entity.isLoaded(name)
                || (entity.type() instanceof Mapper mapper && mapper.findProperty(name) != null)
            ? name
            : pythonName(name);
    boolean isRelationship =
        entity.type() instanceof Mapper mapper && mapper.findProperty(key) instanceof Relationship;
    Object value = isRelationship && !entity.isLoaded(key) ? null : entity.get(key);
    Object converted = converted(value);
    return converted == null || type.isInstance(converted)
        ? converted
        : DSL.using(SQLDialect.DEFAULT).newRecord(VALUE).values(converted).get(VALUE, type);
  }

  private @Nullable Object converted(@Nullable Object value) {
    if (value instanceof Entity entity) {
      return classes.containsKey(entity.className()) || entity.type() instanceof Mapper
          ? of(entity)
          : entity;
    }
    if (value instanceof List<?> list && hasEntities(list)) {
      return list.stream().map(this::converted).toList();
    }
    if (value instanceof Set<?> set && hasEntities(set)) {
      Set<@Nullable Object> all = new LinkedHashSet<>();
      set.forEach(each -> all.add(converted(each)));
      return all;
    }
    if (value instanceof Map<?, ?> map && hasEntities(map.values())) {
      Map<Object, @Nullable Object> all = new LinkedHashMap<>();
      map.forEach((key, each) -> all.put(key, converted(each)));
      return all;
    }
    return value;
  }

  private static boolean hasEntities(Iterable<?> items) {
    for (Object each : items) {
      if (each instanceof Entity) {
        return true;
      }
    }
    return false;
  }
}
