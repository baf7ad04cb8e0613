/** A domain order as a frame around its tasks. */
import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { State, stateKindOf } from '../State.tsx';
import { t } from '../words/words.ts';
import { CriticalMark } from './CriticalMark.tsx';
import { FoldButton } from './FoldButton.tsx';
import { GraphMark } from './GraphMark.tsx';
import { useGraphPart, type GraphNodeData } from './graphSelection.ts';
import { PointOfNoReturnMark } from './PointOfNoReturnMark.tsx';
import classes from './PlanGraph.module.css';

export const GraphFrame = memo(function GraphFrame({ id, data }: NodeProps<Node<GraphNodeData>>) {
  const { node, followers, line, look } = data;
  const { isSelected, isStop, mark, focusRef, onClick, onDoubleClick } = useGraphPart(node);
  const isCritical = node.critical && node.actualEnd === null;
  return (
    <div
      className={classes.frame}
      data-state={stateKindOf('domainOrder', node.state)}
      data-critical={isCritical || undefined}
      data-selected={isSelected || undefined}
      data-look={look}
    >
      <button
        ref={focusRef}
        type="button"
        className={`${classes.frameHead} nopan`}
        data-stop={isStop || undefined}
        data-marked={mark === 'none' ? undefined : mark}
        tabIndex={isStop ? 0 : -1}
        aria-pressed={isSelected}
        title={`${node.title} · ${node.number}`}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        <GraphMark mark={mark} />
        <State of="domainOrder" state={node.state} glyphOnly />{' '}
        <span className={classes.frameTitle}>
          <span className={classes.boxTitle}>{node.title}</span>{' '}
          <span className={classes.hidden}>{t(`plan.kind.${node.kind}`)}</span>{' '}
          <span className={classes.frameLine}>{line || node.number}</span>
        </span>{' '}
        {isCritical && <CriticalMark />} <PointOfNoReturnMark point={node.pointOfNoReturn} />{' '}
        {look === 'match' && <span className={classes.hidden}>{t('plan.find.match')}</span>}{' '}
        {followers > 0 && <span className={classes.hidden}>{t('plan.graph.blocks', { count: followers })}</span>}
      </button>
      <FoldButton id={id} title={node.title} folded={false} />
    </div>
  );
});
