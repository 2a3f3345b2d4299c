/**
 * The compiler of the ORM: turns a statement about entities into one of Core, as SQLAlchemy's ORM
 * does, whose SQL {@code dev.brine.sql} prints.
 *
 * <p>{@link dev.brine.orm.compile.OrmCompiler} is the entry. It works from the inside out: the
 * statements within another are turned into Core first, then the one around them, by a compile
 * state ({@code SelectState}) that collects, as SQLAlchemy's {@code ORMSelectCompileState} does,
 * what is selected (primary columns, those of joined loads apart as secondary ones), from where
 * (the entities, joins along relationships), and what must hold (criteria of single-table
 * inheritance and {@code with_loader_criteria()}). A last walk leaves of entities only what stands
 * for them in FROM.
 *
 * <p>The result, {@link dev.brine.orm.compile.CompiledOrm}, is what SQLAlchemy's {@code
 * QueryContext} is to the loading of rows: the statement, and for each member of a row's tuple
 * where it is in the row. The {@link dev.brine.orm.compile.EntityPlan} of an entity tells the
 * places of its primary key, of its discriminator and of its attributes, and for each relationship
 * how it is loaded: from the same row by a plan of its own, by a statement of its own, or when it
 * is asked for.
 */
@NullMarked
package dev.brine.orm.compile;

import org.jspecify.annotations.NullMarked;
