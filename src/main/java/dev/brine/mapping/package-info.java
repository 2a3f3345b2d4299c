/**
 * How Python's classes are mapped to tables: what SQLAlchemy's {@code orm/mapper.py}, {@code
 * relationships.py}, {@code properties.py} and {@code descriptor_props.py} (rel_2_0_58) know once
 * mappers are configured. Start at {@link dev.brine.mapping.MapperRegistry}.
 *
 * <p>A registry is built once and then immutable. Whatever does not fit together is told when it is
 * built, all of it at once.
 */
@NullMarked
package dev.brine.mapping;

import org.jspecify.annotations.NullMarked;
