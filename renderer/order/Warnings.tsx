/** What the dry run found worth putting right before approval, each as a link to the field it is about (features D9, X2). */
import { t } from '../words/words.ts';
import type { LineBreakdown } from '../../preload/contract/breakdown.ts';
import type { Order } from '../../preload/contract/order.ts';
import { failedChecks } from './checkWords.ts';
import { carriedSentence } from './carriedWords.ts';
import { Checks } from './CheckList.tsx';
import { FieldLink } from './FieldLink.tsx';
import { lineName } from './lineName.ts';
import { lostValues } from './lostValues.ts';
import classes from './Order.module.css';

type Props = { readonly order: Order; readonly lines: readonly LineBreakdown[] };

export function Warnings({ order, lines }: Props) {
  const failed = failedChecks(order.checks);
  const missing = lines.flatMap(missingValues);
  const lost = lines.flatMap(lostValues);
  const count = failed.length + missing.length + lost.length;
  if (count === 0) return null;
  return (
    <section className={classes.warnings} aria-label={t('orders.warnings.title', { count })}>
      <h3 className={classes.heading}>{t('orders.warnings.title', { count })}</h3>
      {failed.length > 0 && <Checks orderId={order.id} checks={failed} />}
      {missing.length + lost.length > 0 && (
        <ul className={classes.missing}>
          {missing.map(({ line, characteristic, targets }) => (
            <li key={`${line.id}${characteristic}`}>
              <FieldLink orderId={order.id} field={`${line.id}.characteristic.${characteristic}`}>
                {t('orders.warnings.missing', { number: line.number, name: lineName(line), characteristic })}
              </FieldLink>{' '}
              {t('orders.warnings.notCreated', { targets: targets.join(', ') })}
            </li>
          ))}
          {lost.map(({ line, carried, target, field }) => (
            <li key={`${line.id}${carried.mapping}${carried.source.id}`}>
              <FieldLink orderId={order.id} field={field}>
                {t('orders.warnings.carried', {
                  number: line.number,
                  name: lineName(line),
                  characteristic: carried.source.characteristic,
                  target,
                })}
              </FieldLink>{' '}
              {carriedSentence(carried)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type Missing = {
  readonly line: LineBreakdown['line'];
  readonly characteristic: string;
  /** What is not created for want of it. */
  readonly targets: readonly string[];
};

/** Characteristics that a rule asks for and nothing gives, each once. */
function missingValues({ line, entries }: LineBreakdown): readonly Missing[] {
  const targets = new Map<string, Set<string>>();
  for (const { verdict, rules, targetName } of entries) {
    if (verdict !== 'skipped') continue;
    for (const { characteristic, from, passed } of rules) {
      if (from !== 'missing' || passed) continue;
      targets.set(characteristic, (targets.get(characteristic) ?? new Set()).add(targetName));
    }
  }
  return [...targets].map(([characteristic, names]) => ({ line, characteristic, targets: [...names] }));
}
