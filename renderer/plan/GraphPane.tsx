/** Asks for the graph of an order or of a part of it, has it laid out, and gives it buttons to zoom. */
import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useActions } from '../actions/registry.ts';
import { ProblemState } from '../Answer.tsx';
import { useCall } from '../calls.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t } from '../words/words.ts';
import { GraphControls } from './GraphControls.tsx';
import { graphModel } from './graphModel.ts';
import { PlanGraph, type GraphView } from './PlanGraph.tsx';
import { useGraphLayout } from './useGraphLayout.ts';
import classes from './GraphPane.module.css';

type Props = {
  readonly orderId: string;
  readonly selected: string;
  readonly onSelect: (key: string) => void;
  readonly onOpen: (key: string) => void;
};

export function GraphPane({ orderId, selected, onSelect, onOpen }: Props) {
  const [root, setRoot] = useState('order');
  const view = useRef<GraphView>(null);
  const graph = useCall('plan.graph', { orderId, root }, { keepPrevious: true });
  const answer = graph.value;
  const model = useMemo(() => answer && graphModel(answer), [answer]);
  // Only what places depend on: a changed state must not lay the graph out again.
  const shape =
    model &&
    JSON.stringify({
      boxes: model.boxes.map(({ key, frame }) => ({ key, frame })),
      frames: model.frames.map(({ key }) => key),
      arrows: model.arrows,
    });
  const request = useMemo(() => (shape === undefined ? undefined : JSON.parse(shape)), [shape]);
  const layout = useGraphLayout(request);

  useActions('plan', [
    { id: 'graphFit', label: 'plan.action.fit', keys: '0', run: () => view.current?.fit() },
    { id: 'graphIn', label: 'plan.action.zoomIn', keys: '+|=', run: () => view.current?.zoomIn() },
    { id: 'graphOut', label: 'plan.action.zoomOut', keys: '-', run: () => view.current?.zoomOut() },
  ]);

  if (graph.problem && !answer) return <ProblemState problem={graph.problem} onRetry={graph.reload} />;
  if (layout.state === 'failed') return <EmptyState title={t('plan.graph.error')} />;
  if (!answer || !model) return <LoadingRows label={t('plan.graph.loading')} />;
  const deeper = answer.nodes.find(node => node.key === selected && node.childCount > 0 && !node.childrenShown);
  const rootTitle = answer.nodes.find(node => node.key === root)?.title;
  return (
    <div className={classes.pane}>
      {(root !== 'order' || answer.folded || deeper) && (
        <div className={classes.bar}>
          {root !== 'order' && (
            <>
              <span className={classes.root}>{t('plan.graph.drawn', { title: rootTitle ?? root })}</span>
              <Button variant="subtle" onClick={() => setRoot('order')}>
                {t('plan.graph.whole')}
              </Button>
            </>
          )}
          {answer.folded && <span className={classes.note}>{t('plan.graph.folded')}</span>}
          {deeper && (
            <Button variant="default" onClick={() => setRoot(deeper.key)}>
              <span className={classes.fromText}>{t('plan.graph.from', { title: deeper.title })}</span>
            </Button>
          )}
        </div>
      )}
      {layout.state === 'working' ? (
        <LoadingRows label={t('plan.graph.loading')} />
      ) : (
        <PlanGraph
          key={root}
          model={model}
          places={layout.places}
          routes={layout.routes}
          selected={selected}
          onSelect={onSelect}
          onOpen={onOpen}
          view={view}
        />
      )}
      <GraphControls view={view} />
    </div>
  );
}
