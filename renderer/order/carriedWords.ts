/** What a mapping brought, or why it brought nothing, as a sentence and as a mark (features D5). */
import type { CarriedValue } from '../../preload/contract/breakdown.ts';
import { valueText } from '../words/format.ts';
import { t } from '../words/words.ts';

/** `lost`: there was a value, and it could not be carried. */
export type CarriedMark = 'carried' | 'lost' | 'nothing';

export function markOf({ outcome, instead }: CarriedValue): CarriedMark {
  if (outcome === 'applied' || instead?.by === 'since') return 'carried';
  return outcome === 'sourceMissing' ? 'nothing' : 'lost';
}

export const carriedSentence = (carried: CarriedValue): string =>
  [whatCame(carried), whatStands(carried)].filter(sentence => sentence !== undefined).join(' ');

function whatCame(carried: CarriedValue): string {
  const { characteristic, value, source, instead } = carried;
  const shown = instead?.by === 'since' ? instead.value : value;
  return t(`orders.carried.${wayOf(carried)}`, {
    characteristic,
    value: valueText(shown),
    from: t('orders.carried.from', source),
  });
}

/** What was carried once and has given way is told apart from what stands. */
function wayOf({ outcome, transform, instead }: CarriedValue) {
  if (instead?.by === 'since') return 'since';
  if (outcome !== 'applied') return outcome;
  return instead === null ? transform : 'gaveWay';
}

const whatStands = ({ instead }: CarriedValue): string | undefined =>
  instead === null || instead.by === 'since'
    ? undefined
    : t(`orders.carried.instead.${instead.by}`, { value: valueText(instead.value) });
