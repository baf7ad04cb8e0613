/** In the place of a screen or a part of one whose code is still being loaded; the keys pressed meanwhile are meant for it. */
import { KeysWait } from './actions/KeysWait.tsx';
import { LoadingRows } from './ui/LoadingRows.tsx';
import { t } from './words/words.ts';

export const LoadingPart = () => (
  <>
    <KeysWait until="answer" />
    <LoadingRows label={t('shell.loading')} />
  </>
);
