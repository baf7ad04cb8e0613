/** One task, or one folded domain order, as a box of the graph: shape and colour of its border say its state beside glyph and word. */
import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { State, stateKindOf } from '../State.tsx';
import { t } from '../words/words.ts';
import { PendingChange } from './PendingChange.tsx';
import { CriticalMark } from './CriticalMark.tsx';
import { FalloutMark } from './FalloutMark.tsx';
import { FoldButton } from './FoldButton.tsx';
import { GraphMark } from './GraphMark.tsx';
import { useGraphPart, type GraphNodeData } from './graphSelection.ts';
import { JeopardyMark } from './JeopardyMark.tsx';
import { ownerOf } from './partState.ts';
import { PointOfNoReturnMark } from './PointOfNoReturnMark.tsx';
import { whyShort } from './whyWords.ts';
import classes from './PlanGraph.module.css';

export const GraphBox = memo(function GraphBox({ id, data }: NodeProps<Node<GraphNodeData>>) {
  const { node, followers, line = '', folded = false, look, inside = 0 } = data;
  const { isSelected, isStop, mark, focusRef, onClick, onDoubleClick } = useGraphPart(node);
  const owner = ownerOf(node.kind);
  const waiting = node.waiting && !folded ? whyShort(node.waiting) : '';
  const isCritical = node.critical && node.actualEnd === null;
  return (
    <>
      <button
        ref={focusRef}
        type="button"
        className={`${classes.box} nopan`}
        data-state={stateKindOf(owner, node.state)}
        data-critical={isCritical || undefined}
        data-folded={folded || undefined}
        data-look={look}
        data-stop={isStop || undefined}
        data-marked={mark === 'none' ? undefined : mark}
        tabIndex={isStop ? 0 : -1}
        aria-pressed={isSelected}
        title={node.title}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        <GraphMark mark={mark} />
        <span className={classes.boxHead}>
          <span className={classes.boxTitle}>{node.title}</span> {isCritical && <CriticalMark />}
        </span>{' '}
        <span className={classes.hidden}>{t(`plan.kind.${node.kind}`)}</span>{' '}
        <span className={classes.boxState}>
          <State of={owner} state={node.state} /> {node.falloutsOpen > 0 && <FalloutMark count={node.falloutsOpen} />}{' '}
          {isEndangered(node.jeopardy) && <JeopardyMark level={node.jeopardy} share={node.slaShare} glyphOnly />}{' '}
          <PointOfNoReturnMark point={node.pointOfNoReturn} /> <PendingChange action={node.compensation} />
        </span>{' '}
        {waiting !== '' && <span className={classes.hidden}>{t('plan.graph.waitsFor')}</span>}{' '}
        <span className={classes.boxWhy}>
          {inside > 0 && <mark>{t('plan.graph.inside', { count: inside })}</mark>}
          {inside > 0 && ' · '}
          {folded ? (
            <>
              <span className={classes.hidden}>{t('plan.done', node.tasks)}</span>
              <span aria-hidden="true">{t('plan.done.short', node.tasks)}</span>
              {line && ` · ${line}`}
            </>
          ) : (
            // Lines of one name are told apart by where they are.
            (node.kind === 'line' ? [line, waiting].filter(Boolean).join(' · ') : waiting || line) || node.number
          )}
        </span>{' '}
        {look === 'match' && <span className={classes.hidden}>{t('plan.find.match')}</span>}{' '}
        {followers > 0 && <span className={classes.hidden}>{t('plan.graph.blocks', { count: followers })}</span>}
      </button>
      {folded && <FoldButton id={id} title={node.title} folded />}
    </>
  );
});

const isEndangered = (level: GraphNodeData['node']['jeopardy']): boolean => level === 'high' || level === 'critical';
