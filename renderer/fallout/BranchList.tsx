/** Everything that canceling the branch cancels, one by one, before it is done. */
import { State } from '../State.tsx';
import { ownerOfKey } from '../plan/partState.ts';
import type { Fallout } from '../../preload/contract/task.ts';
import { t } from '../words/words.ts';
import classes from './BranchList.module.css';

export function BranchList({ parts }: { readonly parts: Fallout['branch'] }) {
  return (
    <section className={classes.branch} aria-label={t('fallout.resolve.branch')}>
      <h3 className={classes.heading}>{t('fallout.resolve.branch')}</h3>
      <ul className={classes.list}>
        {parts.map(({ key, title, state }) => (
          <li key={key} className={classes.part} data-task={key.startsWith('T') || undefined}>
            <span className={classes.title}>{title}</span> <State of={ownerOfKey(key)} state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
