package dev.brine.orm;

import dev.brine.mapping.Mapper;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What makes two rows the same entity: the class at the root of the inheritance, or of the part of
 * it that has tables of its own, and the primary key. SQLAlchemy's identity key.
 *
 * @param values as Python compares them: 1 is 1.0, and bytes are compared by what they hold
 */
record IdentityKey(Mapper base, List<@Nullable Object> values) {

  IdentityKey {
    values = Collections.unmodifiableList(values);
  }

  static IdentityKey of(Mapper mapper, List<? extends @Nullable Object> primaryKey) {
    return new IdentityKey(identityClass(mapper), comparable(primaryKey));
  }

  /** Keys of concrete classes are of different tables; rows do not tell of a nameless class. */
  private static Mapper identityClass(Mapper mapper) {
    Mapper above = mapper.inherits();
    if (above == null || mapper.isConcrete() || mapper.polymorphicIdentity() == null) {
      return mapper;
    }
    return identityClass(above);
  }

  /** Values in a form in which those are equal that Python takes for equal. */
  static List<@Nullable Object> comparable(List<? extends @Nullable Object> values) {
    return values.stream().map(IdentityKey::comparable).collect(Collectors.toList());
  }

  static @Nullable Object comparable(@Nullable Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? number(new BigDecimal(number)) : number;
    }
    if (value instanceof Number number) {
      return number(new BigDecimal(number.toString()));
    }
    return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes.clone()) : value;
  }

  private static BigDecimal number(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
