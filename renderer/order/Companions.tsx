/** What a line needs beside it, and where that was found: on another line, in the customer's inventory, or nowhere (features D1). */
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { t } from '../words/words.ts';
import type { LineBreakdown } from '../../preload/contract/breakdown.ts';
import classes from './Breakdown.module.css';

export function Companions({ companions }: Pick<LineBreakdown, 'companions'>) {
  if (companions.length === 0) return null;
  return (
    <ul className={classes.companions} aria-label={t('orders.companions.label')}>
      {companions.map(({ rule, requiresName, found, by }) => (
        <li key={`${rule}${requiresName}`} className={classes.companion} data-found={found}>
          <StateGlyph kind={found === 'nowhere' ? 'failed' : 'completed'} />
          {t(`orders.companions.${found}`, { name: requiresName, by: by ?? '' })}
        </li>
      ))}
    </ul>
  );
}
