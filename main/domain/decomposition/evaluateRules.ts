/** Decides whether a target is created: every rule between source and target must pass (domain.md A.6 item 4, features D2). */
import type { CompiledRule } from '../catalog/characteristicValue.ts';
import { findHeld, type DraftOrder } from './draftOrder.ts';
import type { RuleVerdict } from './trace.ts';

/** One verdict per rule, all of them even after the first that fails, so that the trace shows everything that stood in the way. */
export function evaluateRules(rules: readonly CompiledRule[], source: DraftOrder): RuleVerdict[] {
  return rules.map(({ rule, allows }) => {
    const held = findHeld(source, rule.characteristic);
    return {
      rule: rule.id,
      characteristic: rule.characteristic,
      ...(rule.values === undefined ? {} : { expected: rule.values }),
      ...(held === undefined ? {} : { input: held.value }),
      from: held?.from ?? 'missing',
      passed: allows(held?.value),
    };
  });
}
