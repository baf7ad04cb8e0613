/** The automatic checks before approval, failed ones first, each with what is missing and on which lines; one line when all passed. */
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { t } from '../words/words.ts';
import type { Check } from '../../preload/contract/order.ts';
import { checkDetail, checkName, failedChecks } from './checkWords.ts';
import classes from './Order.module.css';

export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const failed = failedChecks(checks);
  const sorted = [...failed, ...checks.filter(({ passed }) => passed)];
  return (
    <section aria-label={t('orders.checks.title')}>
      {failed.length === 0 ? (
        <details className={classes.allPassed}>
          <summary>
            <StateGlyph kind="completed" /> {t('orders.checks.allPassed', { count: checks.length })}
          </summary>
          <Checks checks={sorted} />
        </details>
      ) : (
        <>
          <h3 className={classes.heading}>{t('orders.checks.title')}</h3>
          <Checks checks={sorted} />
        </>
      )}
    </section>
  );
}

const Checks = ({ checks }: { readonly checks: readonly Check[] }) => (
  <ul className={classes.checks}>
    {checks.map(check => (
      <li key={check.check} className={classes.check} data-passed={check.passed}>
        <StateGlyph kind={check.passed ? 'completed' : check.blocking ? 'failed' : 'held'} />
        <span className={classes.hidden}>{t(check.passed ? 'orders.check.passed' : 'orders.check.failed')}</span>
        <span>
          {checkName(check)}
          {!check.passed && <span className={classes.checkDetail}>{checkDetail(check)}</span>}
          {!check.passed && check.blocking && <span className={classes.blocking}>{t('orders.check.blocking')}</span>}
        </span>
      </li>
    ))}
  </ul>
);
