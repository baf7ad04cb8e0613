/** What became of a document, as shape and word. */
import type { StateKind } from '../ui/colors.ts';
import { StateChip } from '../ui/StateChip.tsx';
import { t } from '../words/words.ts';
import type { DocumentResult } from '../../preload/contract/intake.ts';

type Outcome = DocumentResult['outcome'];

const kinds: { readonly [O in Outcome]: StateKind } = {
  imported: 'completed',
  duplicate: 'waiting',
  refused: 'failed',
};

export const OutcomeChip = ({ outcome }: { readonly outcome: Outcome }) => (
  <StateChip kind={kinds[outcome]} label={t(`intake.outcome.${outcome}`)} />
);
