/** The characteristic values a customer chooses when ordering a service of the catalog. */
import type { CharacteristicSpecification, Specification } from '../../domain/catalog/catalog.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { CharacteristicValue } from '../../domain/vocabulary/captured.ts';
import type { Chance } from './chance.ts';
import type { Customer } from './demoData.ts';
import { addressOf, slugOf, type Site } from './sites.ts';

type Facts = { readonly customer: Customer; readonly email: string; readonly site: Site; readonly chance: Chance };

/** What only the customer knows; everything else without options is settled during fulfillment. */
const known: Readonly<Record<string, (facts: Facts) => JsonValue>> = {
  administratorEmail: ({ email }) => email,
  protectedBlock: ({ chance }) => `203.0.113.${chance.whole(0, 31) * 8}/29`,
  siteCode: ({ site, chance }) => `${site.city.slice(0, 3).toUpperCase()}${chance.text('####')}`,
  emergencyAddress: ({ site }) => addressOf(site),
  networkName: ({ customer }) => `${slugOf(customer)}-staff`,
  apnName: ({ customer }) => `${slugOf(customer)}.iot`,
};

export function orderValues(specification: Specification, facts: Facts): readonly CharacteristicValue[] {
  const values = specification.characteristics.flatMap(characteristic => {
    const value = valueOf(characteristic, facts);
    return value === undefined ? [] : [named(characteristic, value)];
  });
  const isPorted = values.some(({ name, value }) => name === 'numbers' && value === 'ported');
  return isPorted ? [...values, { name: 'firstNumber', value: facts.chance.text('+44 1632 960##0') }] : values;
}

function valueOf({ name, options, defaultValue }: CharacteristicSpecification, facts: Facts): JsonValue | undefined {
  if (options.length === 0) return known[name]?.(facts);
  return defaultValue !== undefined && facts.chance.happens(0.45) ? defaultValue : facts.chance.pick(options);
}

const named = ({ name, valueType }: CharacteristicSpecification, value: JsonValue): CharacteristicValue => ({
  name,
  value,
  ...(valueType === undefined ? {} : { valueType }),
});

/** What a change asks for: one option that is not the one of today, or nothing when there is none. */
export function changedValue(
  specification: Specification,
  today: readonly CharacteristicValue[],
  chance: Chance,
): readonly CharacteristicValue[] {
  const changeable = specification.characteristics.filter(({ options }) => options.length > 1);
  if (changeable.length === 0) return [];
  const chosen = chance.pick(changeable);
  const now = today.find(({ name }) => name === chosen.name)?.value;
  return [named(chosen, chance.pick(chosen.options.filter(option => option !== now)))];
}
