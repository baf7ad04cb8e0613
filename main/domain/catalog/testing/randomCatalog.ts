/** Random but sound catalogs and lines for property tests: no circle among specifications, every other shape allowed. */
import fc from 'fast-check';
import { lineActions } from '../../vocabulary/states.ts';
import type { Catalog, Specification, TemplateDependency } from '../catalog.ts';
import { relationshipTypes } from '../catalog.ts';
import { catalogOf, cfs, mapping, product, relationship, resource, rfs, rule, task, template } from './catalogRows.ts';

const names = ['a', 'b', 'c'] as const;
const values = ['x', 'y', 1, true] as const;
const kinds = [cfs, rfs, resource, (id: string) => product(id)] as const;
const defaults = fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...values, null), { maxKeys: 3 });

const idOf = (index: number): string => `s${index}`;

/** Templates wait only for their own earlier tasks, for children, and for specifications that come later: no circle. */
const templates = (size: number) =>
  fc.tuple(
    ...Array.from({ length: size }, (_, index) =>
      fc.array(
        fc.record({
          durationMinutes: fc.nat(600),
          afterPrevious: fc.boolean(),
          afterChildren: fc.boolean(),
          afterSpecification: fc.option(fc.integer({ min: index + 1, max: size }), { nil: undefined }),
        }),
        { maxLength: 3 },
      ),
    ),
  );

/** Specifications `s0`, `s1` and so on; relationships only lead from a lower number to a higher one. */
export const soundCatalogs: fc.Arbitrary<Catalog> = fc.integer({ min: 1, max: 9 }).chain(size => {
  const number = fc.nat(size - 1);
  const ends = fc.tuple(number, number).filter(([from, to]) => from < to);
  const rows: fc.Arbitrary<(readonly [number, number])[]> =
    size < 2 ? fc.constant([]) : fc.array(ends, { maxLength: 14 });
  return fc
    .record({
      specifications: fc.tuple(
        ...Array.from({ length: size }, (_, index) =>
          fc.tuple(fc.constantFrom(...kinds), defaults).map(([make, given]): Specification => make(idOf(index), given)),
        ),
      ),
      rows,
      types: fc.array(fc.constantFrom(...relationshipTypes), { minLength: 14, maxLength: 14 }),
      orders: fc.array(fc.nat(3), { minLength: 14, maxLength: 14 }),
      quantities: fc.array(fc.constantFrom(1, 1, 1, 2, 3), { minLength: 14, maxLength: 14 }),
      ruleOn: fc.array(fc.tuple(fc.nat(13), fc.constantFrom(...names), fc.option(fc.subarray([...values]))), {
        maxLength: 5,
      }),
      mappings: fc.array(fc.tuple(number, fc.constantFrom(...names), number, fc.constantFrom(...names)), {
        maxLength: 8,
      }),
      plans: templates(size),
      chosen: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
    })
    .map(drawn =>
      catalogOf({
        specifications: drawn.specifications,
        relationships: drawn.rows.map(([from, to], index) =>
          relationship(drawn.types[index] ?? 'bundles', idOf(from), idOf(to), {
            id: `r${index}`,
            order: drawn.orders[index] ?? 0,
            defaultQuantity: drawn.quantities[index] ?? 1,
          }),
        ),
        rules: drawn.ruleOn.flatMap(([at, name, allowed]) => {
          const row = drawn.rows[at];
          return row === undefined ? [] : [rule(idOf(row[0]), idOf(row[1]), name, allowed ?? undefined)];
        }),
        mappings: drawn.mappings.map(([from, read, to, write], index) => ({
          ...mapping([idOf(from), read], [idOf(to), write]),
          id: `m${index}`,
        })),
        planTemplates: drawn.plans.map((tasks, index) =>
          template(
            `p${index}`,
            tasks.map((drawnTask, at) => {
              const after: TemplateDependency[] = [];
              if (drawnTask.afterPrevious && at > 0) after.push({ kind: 'task', task: `t${at - 1}` });
              if (drawnTask.afterChildren) after.push({ kind: 'children' });
              if (drawnTask.afterSpecification !== undefined) {
                after.push({ kind: 'specification', specification: idOf(drawnTask.afterSpecification) });
              }
              return task(`t${at}`, { durationMinutes: drawnTask.durationMinutes, after });
            }),
          ),
        ),
        policies: drawn.chosen.flatMap((has, index) =>
          has ? [{ id: `c${index}`, specification: idOf(index), planTemplate: `p${index}` }] : [],
        ),
      }),
    );
});

/** Lines over those specifications; a line is nested in, and waits for, earlier ones only. */
export const soundLines = fc
  .array(
    fc.record({
      action: fc.constantFrom(...lineActions),
      matched: fc.option(fc.nat(9).map(idOf), { nil: undefined }),
      quantity: fc.integer({ min: 1, max: 3 }),
      characteristics: fc
        .dictionary(fc.constantFrom(...names), fc.constantFrom(...values, ''), { maxKeys: 3 })
        .map(given => Object.entries(given).map(([name, value]) => ({ name, value }))),
      waits: fc.array(fc.nat(4), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map(lines =>
    lines.map(({ waits, matched, ...line }, index) => ({
      ...line,
      ...(matched === undefined ? {} : { matched }),
      number: index + 1,
      waitsFor: waits.filter(other => other >= 1 && other <= index),
    })),
  );
