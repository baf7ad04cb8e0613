/** The automatic checks before approval, failed ones first, each with what is missing as a link to the field to put right; one line when all passed. */
import { Fragment, type ReactNode } from 'react';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { t } from '../words/words.ts';
import type { Check, Order } from '../../preload/contract/order.ts';
import { checkName, checkParts, failedChecks } from './checkWords.ts';
import { FieldLink } from './FieldLink.tsx';
import classes from './Order.module.css';

export function CheckList({ order }: { readonly order: Pick<Order, 'id' | 'checks'> }) {
  const { id, checks } = order;
  const failed = failedChecks(checks);
  const sorted = [...failed, ...checks.filter(({ passed }) => passed)];
  return (
    <section aria-label={t('orders.checks.title')}>
      {failed.length === 0 ? (
        <details className={classes.allPassed}>
          <summary>
            <StateGlyph kind="completed" /> {t('orders.checks.allPassed', { count: checks.length })}
          </summary>
          <Checks orderId={id} checks={sorted} />
        </details>
      ) : (
        <>
          <h3 className={classes.heading}>{t('orders.checks.title')}</h3>
          <Checks orderId={id} checks={sorted} />
        </>
      )}
    </section>
  );
}

type ChecksProps = { readonly orderId: string; readonly checks: readonly Check[] };

export const Checks = ({ orderId, checks }: ChecksProps) => (
  <ul className={classes.checks}>
    {checks.map(check => (
      <li key={check.check} className={classes.check} data-passed={check.passed}>
        <StateGlyph kind={check.passed ? 'completed' : check.blocking ? 'failed' : 'held'} />
        <span className={classes.hidden}>{t(check.passed ? 'orders.check.passed' : 'orders.check.failed')}</span>
        <span>
          {checkName(check)}
          {!check.passed && (
            <span className={classes.checkDetail}>
              <CheckDetail orderId={orderId} check={check} />
            </span>
          )}
          {!check.passed && check.blocking && <span className={classes.blocking}>{t('orders.check.blocking')}</span>}
        </span>
      </li>
    ))}
  </ul>
);

/** `on line 2: vlan, bandwidth`, each a link to what it names. */
function CheckDetail({ orderId, check }: { readonly orderId: string; readonly check: Check }) {
  const { lines, facts } = checkParts(check);
  const linked = (parts: typeof lines): ReactNode =>
    parts.map(({ text, field }, index) => (
      <Fragment key={`${field ?? ''}${text}`}>
        {index > 0 && ', '}
        {field === null ? (
          text
        ) : (
          <FieldLink orderId={orderId} field={field}>
            {text}
          </FieldLink>
        )}
      </Fragment>
    ));
  return (
    <>
      {linked(lines)}
      {lines.length > 0 && facts.length > 0 && ': '}
      {linked(facts)}
    </>
  );
}
