/** Decides whether a target is created: every rule between source and target must pass (domain.md A.6 item 4, features D2). */
import type { CompiledRule } from '../catalog/characteristicValue.ts';
import { findHeld, type DraftOrder } from './draftOrder.ts';
import type { RuleVerdict } from './trace.ts';

/** One verdict per rule, all of them even after the first that fails, so that the trace shows everything that stood in the way. */
export function evaluateRules(rules: readonly CompiledRule[], source: DraftOrder): RuleVerdict[] {
  return rules.map(rule => verdictOf(rule, source));
}

/** Every shape is written out: putting the optional parts in by spreading would cost six times as much. */
function verdictOf({ rule, allows }: CompiledRule, source: DraftOrder): RuleVerdict {
  const { id, characteristic, values: expected } = rule;
  const held = findHeld(source, characteristic);
  const passed = allows(held?.value);
  if (held === undefined) {
    return expected === undefined
      ? { rule: id, characteristic, from: 'missing', passed }
      : { rule: id, characteristic, expected, from: 'missing', passed };
  }
  const { value: input, from } = held;
  return expected === undefined
    ? { rule: id, characteristic, input, from, passed }
    : { rule: id, characteristic, expected, input, from, passed };
}
