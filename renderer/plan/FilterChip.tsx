/** A filter of the plan that is on or off. */
import { useSession } from '../people.ts';
import { Icon } from '../ui/Icon.tsx';
import { t } from '../words/words.ts';
import type { PlanSearch } from './planFind.ts';
import classes from './PlanFilterBar.module.css';

type Props = { readonly pressed: boolean; readonly label: string; readonly onClick: () => void };

export function FilterChip({ pressed, label, onClick }: Props) {
  return (
    <button type="button" className={classes.chip} aria-pressed={pressed} onClick={onClick}>
      {pressed && <Icon name="check" size={12} />}
      {label}
    </button>
  );
}

type MineProps = { readonly search: PlanSearch; readonly onChange: (search: PlanSearch) => void };

/** The tasks of the person at the desk: the one that is asked for most. */
export function MineChip({ search, onChange }: MineProps) {
  const me = useSession()?.person?.id;
  if (me === undefined) return null;
  const isMine = search.hands?.kind === 'person' && search.hands.id === me;
  return (
    <FilterChip
      pressed={isMine}
      label={t('plan.find.mine')}
      onClick={() => onChange({ ...search, hands: isMine ? null : { kind: 'person', id: me } })}
    />
  );
}
