/** Decomposition rules as compiled from a catalog, against the same verdicts from closures written by hand. */
import { compileRule, type CompiledRule } from '../../main/domain/catalog/characteristicValue.ts';
import type { DraftOrder } from '../../main/domain/decomposition/draftOrder.ts';
import { evaluateRules } from '../../main/domain/decomposition/evaluateRules.ts';
import type { RuleVerdict } from '../../main/domain/decomposition/trace.ts';
import type { JsonValue } from '../../main/domain/json.ts';
import type { Bench } from '../bench.ts';
import { atMost, noted, type Finding } from '../measure/finding.ts';
import { interleave, p50 } from '../measure/interleave.ts';
import { diceOf } from '../workspace/dice.ts';

const RULES = 20;
const ITEMS = 8;
const options = ['100M', '1G', '10G', 'gold', 'basic', 24, 48, true] as const;

export async function benchRules({ rounds }: Bench): Promise<readonly Finding[]> {
  const rules = compiledRules();
  const items = drafts();
  const closures = rules.map(handWritten);
  const bare = rules.map(({ rule }) => bareClosure(rule.characteristic, rule.values));
  for (const item of items) {
    const [a, b] = [evaluateRules(rules, item), closures.map(verdict => verdict(item))];
    if (JSON.stringify(a) !== JSON.stringify(b)) throw new Error('The closures say something else than the rules.');
  }
  const times = await interleave(
    {
      rules: () => items.map(item => evaluateRules(rules, item)),
      closures: () => items.map(item => closures.map(verdict => verdict(item))),
      bare: () => items.map(item => bare.every(allows => allows(item))),
    },
    { rounds: rounds(300), batch: 20 },
  );
  const micro = (time: number): string => `${(time * 1_000).toFixed(1)} µs`;
  return [
    atMost(2, p50(times.rules) / p50(times.closures), {
      id: 'rules',
      what: `${RULES} rules on ${ITEMS} items with their trace, p50`,
      against: 'hand-written closures, same trace',
      note: `${micro(p50(times.rules))} / ${micro(p50(times.closures))}`,
    }),
    noted(`${(p50(times.rules) / p50(times.bare)).toFixed(2)}×`, {
      id: 'rules',
      what: 'the same rules with their trace',
      against: 'closures that say yes or no and stop at the first no',
      note: micro(p50(times.bare)),
    }),
  ];
}

function compiledRules(): readonly CompiledRule[] {
  const dice = diceOf(5);
  return Array.from({ length: RULES }, (_, at) =>
    compileRule({
      id: `rule-${at}`,
      source: 'cfs',
      target: `rfs-${at}`,
      characteristic: `characteristic-${at % 10}`,
      values: [dice.of(options), dice.of(options), dice.of(options)],
    }),
  );
}

function drafts(): readonly DraftOrder[] {
  const dice = diceOf(6);
  return Array.from({ length: ITEMS }, (_, item) => ({
    number: item + 1,
    top: item + 1,
    line: 1,
    specification: { id: 'cfs', name: 'cfs', kind: 'service', lifecycle: 'published', characteristics: [] },
    action: 'add',
    quantity: 1,
    values: new Map(
      Array.from({ length: 9 }, (_, at) => [
        `characteristic-${at}`,
        { value: dice.of(options), from: 'line' as const },
      ]),
    ),
    children: [],
  }));
}

/** What a programmer would write for this one rule if rules were not data. */
function handWritten({ rule: { id, characteristic, values = [] } }: CompiledRule): (draft: DraftOrder) => RuleVerdict {
  const allowed = new Set(values.map(plain));
  return ({ values: held }) => {
    const found = held.get(characteristic);
    if (found === undefined) {
      return { rule: id, characteristic, expected: values, from: 'missing', passed: false };
    }
    const { value, from } = found;
    return { rule: id, characteristic, expected: values, input: value, from, passed: allowed.has(plain(value)) };
  };
}

function bareClosure(characteristic: string, values: readonly JsonValue[] = []): (draft: DraftOrder) => boolean {
  const allowed = new Set(values.map(plain));
  return ({ values: held }) => {
    const found = held.get(characteristic);
    return found !== undefined && allowed.has(plain(found.value));
  };
}

const plain = (value: JsonValue): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
