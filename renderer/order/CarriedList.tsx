/** Where the values of a result came from by the mappings of the catalog, and which of them could not be carried (features D5). */
import type { CarriedValue } from '../../preload/contract/breakdown.ts';
import type { StateKind } from '../ui/colors.ts';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { t } from '../words/words.ts';
import { carriedSentence, markOf, type CarriedMark } from './carriedWords.ts';
import classes from './Breakdown.module.css';

const glyphs: { readonly [M in CarriedMark]: StateKind } = { carried: 'completed', lost: 'failed', nothing: 'pending' };

export function CarriedList({ mappings }: { readonly mappings: readonly CarriedValue[] }) {
  if (mappings.length === 0) return null;
  return (
    <ul className={classes.carried} aria-label={t('orders.carried.title')}>
      {mappings.map(carried => {
        const mark = markOf(carried);
        return (
          <li key={carried.mapping} className={classes.rule} data-mark={mark}>
            <StateGlyph kind={glyphs[mark]} size={13} />
            <span>
              <strong>{t(`orders.carried.mark.${mark}`)}</strong> {carriedSentence(carried)}
              <span className={classes.byMapping}>{t('orders.carried.mapping', { mapping: carried.mapping })}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
