/** Asks for the graph of an order or of a part of it, has it laid out, and gives it buttons to zoom and to fold. */
import { Button } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useActions } from '../actions/registry.ts';
import { ProblemState } from '../Answer.tsx';
import { useCall } from '../calls.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t } from '../words/words.ts';
import { nextCritical } from './criticalPath.ts';
import { GraphControls } from './GraphControls.tsx';
import { graphModel, type Foldings, type GraphModel } from './graphModel.ts';
import type { Found } from './planFind.ts';
import type { GraphMarking } from './graphSelection.ts';
import { PlanGraph } from './PlanGraph.tsx';
import type { PlanSource } from './planSource.ts';
import type { GraphView } from './useGraphCamera.ts';
import { useGraphLayout, type ReadyLayout } from './useGraphLayout.ts';
import classes from './GraphPane.module.css';

type Props = {
  readonly source: PlanSource;
  readonly selected: string;
  /** Of any part of the plan, drawn or not. */
  readonly parentOf: (key: string) => string | null | undefined;
  readonly onSelect: (key: string) => void;
  readonly onOpen: (key: string) => void;
  readonly marking?: GraphMarking | undefined;
  readonly criticalPath: readonly { readonly key: string }[];
  /** What is searched for; undefined while nothing is. */
  readonly found: Found | undefined;
};

type Picture = { readonly root: string; readonly model: GraphModel; readonly layout: ReadyLayout };

export function GraphPane(props: Props) {
  const { source, selected, parentOf, onSelect, onOpen, marking, criticalPath, found } = props;
  const [root, setRoot] = useState('order');
  const [folding, setFolding] = useState<Foldings>(new Map());
  const view = useRef<GraphView>(null);
  const hasFocus = useRef(false);
  const graph = useCall('plan.graph', { ...source, root }, { keepPrevious: true });
  const answer = graph.value;
  const model = useMemo(() => answer && graphModel(answer, folding, found), [answer, folding, found]);
  const shape = useMemo(() => model && shapeOf(model), [model]);
  const layout = useGraphLayout(shape);
  // What was drawn stays until the next picture is laid out.
  const drawn = useRef<Picture | null>(null);
  if (answer && model && layout.state === 'ready') {
    drawn.current = { root: answer.nodes[0]?.key ?? root, model, layout };
  }
  const picture = drawn.current;

  /** The button that asked for it goes away; the keys go on in the new picture. */
  function draw(key: string): void {
    hasFocus.current = true;
    setRoot(key);
  }

  const fold = useCallback(
    (key: string, folded: boolean) => setFolding(before => new Map(before).set(key, folded)),
    [],
  );
  const nodeOf = (key: string) => answer?.nodes.find(node => node.key === key);
  /** In the upper parts of a large plan, what is not among them is shown as what it is in. */
  function shownAs(key: string): string {
    const parent = nodeOf(key) ? undefined : parentOf(key);
    return parent ? shownAs(parent) : key;
  }
  const isFolded = (key: string): boolean => model?.boxes.some(box => box.key === key && box.folded) ?? false;

  /** The domain order that is selected, or the one of the selected task. */
  function foldSelected(): void {
    const node = nodeOf(selected);
    const key = node?.kind === 'task' ? node.parent : selected;
    if (key === null) return;
    fold(key, !isFolded(key));
    if (key !== selected) onSelect(key);
  }

  function goCritical(): void {
    const next = nextCritical(criticalPath, selected);
    if (next === undefined) return;
    const parent = nodeOf(next)?.parent;
    if (parent && isFolded(parent)) fold(parent, false);
    onSelect(next);
  }

  useActions('plan', [
    { id: 'graphFit', label: 'plan.action.fit', keys: '0', run: () => view.current?.fit() },
    { id: 'graphIn', label: 'plan.action.zoomIn', keys: '+|=', run: () => view.current?.zoomIn() },
    { id: 'graphOut', label: 'plan.action.zoomOut', keys: '-', run: () => view.current?.zoomOut() },
    { id: 'graphFold', label: 'plan.action.fold', keys: 'e', run: foldSelected },
    { id: 'planNextCritical', label: 'plan.action.nextCritical', keys: 'c', run: goCritical },
  ]);

  if (graph.problem && !answer) return <ProblemState problem={graph.problem} onRetry={graph.reload} />;
  if (layout.state === 'failed') return <EmptyState title={t('plan.graph.error')} />;
  if (!answer || !model) return <LoadingRows label={t('plan.graph.loading')} />;
  // Of a large plan every part can be drawn alone; what is selected may lie deeper than what was drawn of it.
  const deeper = answer.nodes.find(
    ({ key, kind, childCount, childrenShown }) =>
      key === selected && key !== root && childCount > 0 && (!childrenShown || (answer.folded && kind !== 'order')),
  );
  const rootTitle = nodeOf(root)?.title;
  const isNothing = found?.total === 0;
  const foldable = [...model.frames, ...model.boxes.filter(box => box.folded)];
  return (
    <div className={classes.pane}>
      {(root !== 'order' || answer.folded || deeper || isNothing) && (
        <div className={classes.bar}>
          {root !== 'order' && (
            <>
              <span className={classes.root}>{t('plan.graph.drawn', { title: rootTitle ?? root })}</span>
              <Button variant="subtle" onClick={() => draw('order')}>
                {t('plan.graph.whole')}
              </Button>
            </>
          )}
          {isNothing && <span className={classes.nothing}>{t('plan.find.none')}</span>}
          {answer.folded && <span className={classes.note}>{t('plan.graph.folded')}</span>}
          {deeper && (
            <Button variant="default" onClick={() => draw(deeper.key)}>
              <span className={classes.fromText}>{t('plan.graph.from', { title: deeper.title })}</span>
            </Button>
          )}
        </div>
      )}
      {picture ? (
        <PlanGraph
          key={picture.root}
          model={picture.model}
          places={picture.layout.places}
          routes={picture.layout.routes}
          selected={shownAs(selected)}
          onSelect={onSelect}
          onOpen={onOpen}
          onFold={fold}
          marking={marking}
          view={view}
          hasFocus={hasFocus}
        />
      ) : (
        <LoadingRows label={t('plan.graph.loading')} />
      )}
      <GraphControls
        view={view}
        foldAll={
          foldable.length < 2
            ? undefined
            : {
                folded: model.frames.length === 0,
                onFold: folded => setFolding(new Map(foldable.map(({ key }) => [key, folded] as const))),
              }
        }
      />
    </div>
  );
}

/** Only what places depend on: a changed state must not lay the graph out again. */
function shapeOf(model: GraphModel): string {
  return JSON.stringify({
    boxes: model.boxes.map(({ key, frame }) => ({ key, frame })),
    arrows: model.arrows.map(({ before, after }) => ({ before, after })),
  });
}
