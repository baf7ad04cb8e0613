/** The plan as a graph: what must end before what; arrow keys follow the arrows, and it is one tab stop (ux.md C). */
import { Background, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo, useRef, type KeyboardEvent, type Ref } from 'react';
import { t } from '../words/words.ts';
import type { Place } from './geometry.ts';
import { GraphArrow } from './GraphArrow.tsx';
import { GraphBox } from './GraphBox.tsx';
import { edgesOf, nodesOf } from './graphElements.ts';
import { GraphFrame } from './GraphFrame.tsx';
import type { GraphModel } from './graphModel.ts';
import { findGraphMove, graphSteps, type GraphPlace } from './graphMoves.ts';
import { GraphSelection, type GraphMarking } from './graphSelection.ts';
import type { ArrowRoute } from './layout.ts';
import { useGraphCamera, type GraphView } from './useGraphCamera.ts';
import classes from './PlanGraph.module.css';

type Props = {
  readonly model: GraphModel;
  readonly places: ReadonlyMap<string, Place>;
  readonly routes: readonly ArrowRoute[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onOpen: (key: string) => void;
  readonly onFold: (key: string, folded: boolean) => void;
  /** Undefined where nothing can be done. */
  readonly marking?: GraphMarking | undefined;
  /** What the buttons and keys for zooming act on. */
  readonly view: Ref<GraphView>;
};

const nodeTypes = { box: GraphBox, frame: GraphFrame };
const edgeTypes = { arrow: GraphArrow };

export function PlanGraph(props: Props) {
  return (
    <ReactFlowProvider>
      <Graph {...props} />
    </ReactFlowProvider>
  );
}

function Graph({ model, places, routes, selected: chosen, onSelect, onOpen, onFold, marking, view }: Props) {
  // What is inside a folded domain order is shown as that.
  const selected = chosen === null ? null : (model.standIns.get(chosen) ?? chosen);
  const container = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  const steps = useMemo(() => graphSteps(model), [model]);
  const nodes = useMemo(() => nodesOf(model, places), [model, places]);
  const edges = useMemo(() => edgesOf(model, routes, selected), [model, routes, selected]);
  const boxPlaces = useMemo(() => model.boxes.flatMap(box => places.get(box.key) ?? []), [model, places]);
  const selectedPlace = selected === null ? undefined : places.get(selected);
  const wanted = selectedPlace ?? places.get(model.firsts.get(selected ?? '') ?? '');
  // The one tab stop: what is selected when it is drawn, else the first box.
  const stop = selectedPlace?.key ?? boxPlaces[0]?.key ?? null;
  const selection = useMemo(
    () => ({
      selected,
      stop,
      marking,
      onSelect: (key: string) => {
        focusWanted.current = true;
        onSelect(key);
      },
      onOpen,
      onFold,
    }),
    [selected, stop, marking, onSelect, onOpen, onFold],
  );
  const onInit = useGraphCamera({ container, model, places, wanted, view });

  useEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    container.current?.querySelector<HTMLElement>('[data-stop]')?.focus({ preventScroll: true });
  }, [wanted]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const current = stop === null ? undefined : placeOf(places.get(stop));
    const next = findGraphMove(boxPlaces, steps, current, event.key);
    if (marking && isMarkedBy(event, stop, marking)) return;
    if (next !== undefined) {
      if (event.shiftKey) marking?.onAddKeys([stop, next].filter(key => key !== null));
      selection.onSelect(next);
    } else if (event.key === 'Enter' && stop !== null) onOpen(stop);
    else if (!['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={container}
      className={classes.graph}
      role="group"
      aria-label={t('plan.graph.label')}
      onKeyDown={onKeyDown}
    >
      <GraphSelection value={selection}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onInit={onInit}
          minZoom={0.04}
          maxZoom={1.6}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          panOnScroll
          zoomOnDoubleClick={false}
          defaultMarkerColor={null}
          proOptions={{ hideAttribution: true }}
        >
          <Background gap={24} size={1} color="var(--desk-line)" />
        </ReactFlow>
      </GraphSelection>
    </div>
  );
}

/** A frame is entered from its head, so that down leads to the first box in it. */
const placeOf = (place: Place | undefined): GraphPlace | undefined =>
  place && { key: place.key, x: place.x, y: place.y };

/** Space and x mark the box that has the focus, Escape takes all marks away; true when the key did. */
function isMarkedBy(event: KeyboardEvent, key: string | null, marking: GraphMarking): boolean {
  if (event.key === 'Escape' && marking.isOn) marking.onClear();
  else if ((event.key === ' ' || event.key === 'x') && key !== null) marking.onToggle(key);
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}
