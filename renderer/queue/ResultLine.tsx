/** Says what the last command brought about, and leads to what became ready; stays below the list, which must not move, until the next one or until it is closed. */
import { CloseButton } from '@mantine/core';
import { PartLink } from '../plan/PartLink.tsx';
import { Icon } from '../ui/Icon.tsx';
import { t } from '../words/words.ts';
import type { Result } from './result.ts';
import classes from './ResultLine.module.css';

type Props = {
  readonly result: Result | null;
  readonly onGo: (orderId: string, key: string) => void;
  readonly onClose: () => void;
};

export function ResultLine({ result, onGo, onClose }: Props) {
  return (
    <div role="status" className={classes.place}>
      {result && (
        <div className={classes.result}>
          <span className={classes.glyph}>
            <Icon name="check" size={16} />
          </span>
          <div className={classes.words}>
            <p className={classes.line}>{result.lines.join(' ')}</p>
            {result.opened && (
              <>
                <p className={classes.line}>{t('tasks.result.opened', { count: result.opened.length })}</p>
                {result.opened.length > 0 && (
                  <ul className={classes.opened}>
                    {result.opened.map(part => (
                      <li key={part.key}>
                        <PartLink part={part} onGo={key => onGo(result.orderId, key)} />
                      </li>
                    ))}
                  </ul>
                )}
              </>
            )}
          </div>
          <CloseButton size="sm" aria-label={t('tasks.result.close')} onClick={onClose} />
        </div>
      )}
    </div>
  );
}
