/** One document of an import: why it was refused or not taken again, and how it was read. */
import { hashOf } from '../route.ts';
import { t } from '../words/words.ts';
import type { DocumentResult } from '../../preload/contract/intake.ts';
import { OutcomeChip } from './OutcomeChip.tsx';
import { problemWords } from './problemWords.ts';
import { UnderstoodList } from './UnderstoodList.tsx';
import card from '../ui/Card.module.css';
import classes from './Import.module.css';

export function DocumentDetail({ result }: { readonly result: DocumentResult }) {
  const { outcome, orderId, orderNumber, path, problems, understood, index, label } = result;
  const name = label ?? t('intake.document.numbered', { number: index + 1 });
  return (
    <section className={classes.document} aria-label={name}>
      <div className={card.head}>
        <OutcomeChip outcome={outcome} />
        <strong className={card.title} title={name}>
          {name}
        </strong>
        <span className={classes.quiet}>{t('intake.document.where', { path })}</span>
        {orderId && (
          <a href={hashOf({ screen: 'order', orderId, tab: 'overview' })}>
            {t('intake.document.open', { number: orderNumber ?? orderId })}
          </a>
        )}
      </div>
      {problems.length > 0 && (
        <>
          <h3 className={classes.heading}>
            {t(outcome === 'duplicate' ? 'intake.document.duplicate' : 'intake.document.problems')}
          </h3>
          <ul className={classes.notes}>
            {problems.map((problem, at) => (
              <li key={`${problem.path}${problem.code}${at}`} className={classes.note}>
                <span>{problemWords(problem)}</span>
                <code className={classes.path}>{problem.path}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {understood.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('intake.document.understood')}</h3>
          <UnderstoodList understood={understood} label={t('intake.document.understood')} />
        </>
      )}
      {problems.length + understood.length === 0 && <p className={classes.quiet}>{t('intake.document.clean')}</p>}
    </section>
  );
}
