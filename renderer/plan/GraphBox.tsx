/** One task, or one folded part, as a box of the graph: shape and colour of its border say its state beside glyph and word. */
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { State, stateKindOf } from '../State.tsx';
import { t } from '../words/words.ts';
import { FalloutMark } from './FalloutMark.tsx';
import { useGraphSelection, type GraphNodeData } from './graphSelection.ts';
import { ownerOf } from './partState.ts';
import { whyShort } from './whyWords.ts';
import classes from './PlanGraph.module.css';

export const GraphBox = memo(function GraphBox({ id, data }: NodeProps<Node<GraphNodeData>>) {
  const { selected, stop, onSelect, onOpen } = useGraphSelection();
  const { node, followers } = data;
  const owner = ownerOf(node.kind);
  const waiting = node.waiting ? whyShort(node.waiting) : '';
  return (
    <>
      <Handle type="target" position={Position.Left} className={classes.handle ?? ''} isConnectable={false} />
      <button
        type="button"
        className={`${classes.box} nopan`}
        data-state={stateKindOf(owner, node.state)}
        data-stop={id === stop || undefined}
        tabIndex={id === stop ? 0 : -1}
        aria-pressed={id === selected}
        title={node.title}
        onClick={() => onSelect(id)}
        onDoubleClick={() => onOpen(id)}
      >
        <span className={classes.boxTitle}>{node.title}</span>{' '}
        <span className={classes.hidden}>{t(`plan.kind.${node.kind}`)}</span>{' '}
        <span className={classes.boxState}>
          <State of={owner} state={node.state} /> {node.falloutsOpen > 0 && <FalloutMark count={node.falloutsOpen} />}
        </span>{' '}
        {waiting !== '' && <span className={classes.hidden}>{t('plan.graph.waitsFor')}</span>}{' '}
        <span className={classes.boxWhy}>{waiting || node.number}</span>{' '}
        {followers > 0 && <span className={classes.hidden}>{t('plan.graph.blocks', { count: followers })}</span>}
      </button>
      <Handle type="source" position={Position.Right} className={classes.handle ?? ''} isConnectable={false} />
    </>
  );
});
