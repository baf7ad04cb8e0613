/** Opens a domain order in the graph, or closes it to one box; the key for it is in the registry, so it is no tab stop. */
import { t } from '../words/words.ts';
import { useGraphSelection } from './graphSelection.ts';
import classes from './PlanGraph.module.css';

type Props = { readonly id: string; readonly title: string; readonly folded: boolean };

export function FoldButton({ id, title, folded }: Props) {
  const { onFold } = useGraphSelection();
  const label = t(folded ? 'plan.graph.open' : 'plan.graph.close', { title });
  return (
    <button
      type="button"
      className={`${classes.fold} nopan`}
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={() => onFold(id, !folded)}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path
          d={folded ? 'M6 2v8M2 6h8' : 'M2 6h8'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
      </svg>
    </button>
  );
}
