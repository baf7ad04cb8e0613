/** The plan as a graph: what must end before what; arrow keys follow the arrows, and it is one tab stop (ux.md C). */
import {
  Background,
  MarkerType,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type Edge,
  type Node,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import clsx from 'clsx';
import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent, type Ref } from 'react';
import { useReducedMotion } from '@mantine/hooks';
import { t } from '../words/words.ts';
import { firstView } from './firstView.ts';
import { GraphBox } from './GraphBox.tsx';
import { GraphFrame } from './GraphFrame.tsx';
import type { GraphModel } from './graphModel.ts';
import { findGraphMove, graphSteps, type GraphPlace } from './graphMoves.ts';
import { GraphSelection, type GraphNodeData } from './graphSelection.ts';
import { GraphArrow, type ArrowData } from './GraphArrow.tsx';
import type { ArrowRoute } from './layout.ts';
import type { Place } from './geometry.ts';
import classes from './PlanGraph.module.css';

export type GraphView = { readonly fit: () => void; readonly zoomIn: () => void; readonly zoomOut: () => void };

type Props = {
  readonly model: GraphModel;
  readonly places: ReadonlyMap<string, Place>;
  readonly routes: readonly ArrowRoute[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onOpen: (key: string) => void;
  readonly onFold: (key: string, folded: boolean) => void;
  /** What the buttons and keys for zooming act on. */
  readonly view: Ref<GraphView>;
};

const nodeTypes = { box: GraphBox, frame: GraphFrame };
const edgeTypes = { arrow: GraphArrow };
const readableZoom = 0.55;

export function PlanGraph(props: Props) {
  return (
    <ReactFlowProvider>
      <Graph {...props} />
    </ReactFlowProvider>
  );
}

function Graph({ model, places, routes, selected: chosen, onSelect, onOpen, onFold, view }: Props) {
  const flow = useReactFlow();
  // What is inside a folded domain order is shown as that.
  const selected = chosen === null ? null : (model.standIns.get(chosen) ?? chosen);
  const duration = useReducedMotion() ? 0 : 160;
  const container = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  const steps = useMemo(() => graphSteps(model), [model]);
  const nodes = useMemo(() => nodesOf(model, places), [model, places]);
  const edges = useMemo(() => edgesOf(model, routes, selected), [model, routes, selected]);
  const boxPlaces = useMemo(() => model.boxes.flatMap(box => places.get(box.key) ?? []), [model, places]);
  const selectedPlace = selected === null ? undefined : places.get(selected);
  const wantedPlace = selectedPlace ?? places.get(model.firsts.get(selected ?? '') ?? '');
  // The one tab stop: what is selected when it is drawn, else the first box.
  const stop = selectedPlace?.key ?? boxPlaces[0]?.key ?? null;
  const selection = useMemo(
    () => ({
      selected,
      stop,
      onSelect: (key: string) => {
        focusWanted.current = true;
        onSelect(key);
      },
      onOpen,
      onFold,
    }),
    [selected, stop, onSelect, onOpen, onFold],
  );

  const show = useCallback(
    (place: Place, zoom: number) =>
      void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2, { zoom, duration }),
    [flow, duration],
  );

  useEffect(() => {
    const controls: GraphView = {
      fit: () => void flow.fitView({ padding: 0.08, maxZoom: 1, duration }),
      zoomIn: () => void flow.zoomIn({ duration }),
      zoomOut: () => void flow.zoomOut({ duration }),
    };
    if (typeof view === 'function') view(controls);
    else if (view) view.current = controls;
  }, [flow, duration, view]);

  useEffect(() => {
    if (!wantedPlace || !container.current) return;
    const frame = container.current.getBoundingClientRect();
    const from = flow.flowToScreenPosition({ x: wantedPlace.x, y: wantedPlace.y });
    const to = flow.flowToScreenPosition({
      x: wantedPlace.x + wantedPlace.width,
      y: wantedPlace.y + Math.min(wantedPlace.height, 80),
    });
    const inSight = from.x >= frame.left && from.y >= frame.top && to.x <= frame.right && to.y <= frame.bottom;
    if (!inSight) show(wantedPlace, Math.max(flow.getZoom(), readableZoom));
    if (focusWanted.current) {
      focusWanted.current = false;
      container.current.querySelector<HTMLElement>('[data-stop]')?.focus({ preventScroll: true });
    }
  }, [wantedPlace, flow, show]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const current = stop === null ? undefined : placeOf(places.get(stop));
    const next = findGraphMove(boxPlaces, steps, current, event.key);
    if (next !== undefined) selection.onSelect(next);
    else if (event.key === 'Enter' && stop !== null) onOpen(stop);
    else if (!['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The whole graph when it can be read like that, else what is selected, or where the work is. */
  async function onInit(): Promise<void> {
    await flow.fitView({ padding: 0.08, maxZoom: 1 });
    if (flow.getZoom() >= readableZoom || !container.current) return;
    const { width, height } = container.current.getBoundingClientRect();
    if (wantedPlace) show(wantedPlace, 0.9);
    else await flow.setViewport(firstView(model, places, { width, height }));
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
          onInit={() => void onInit()}
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

function nodesOf(model: GraphModel, places: ReadonlyMap<string, Place>): Node<GraphNodeData>[] {
  const followers = new Map<string, number>();
  for (const { before } of model.arrows) followers.set(before, (followers.get(before) ?? 0) + 1);
  const drawn = (key: string, type: 'box' | 'frame', data: GraphNodeData): Node<GraphNodeData>[] => {
    const place = places.get(key);
    if (!place) return [];
    const { x, y, width, height } = place;
    return [
      {
        id: key,
        type,
        position: { x, y },
        width,
        height,
        zIndex: type === 'frame' ? 0 : 2,
        data,
        domAttributes: { 'aria-roledescription': undefined },
      },
    ];
  };
  return [
    ...model.frames.flatMap(({ key, node, line }) =>
      drawn(key, 'frame', { node, line, followers: followers.get(key) ?? 0 }),
    ),
    ...model.boxes.flatMap(({ key, node, folded, line }) =>
      drawn(key, 'box', { node, folded, line, followers: followers.get(key) ?? 0 }),
    ),
  ];
}

function edgesOf(model: GraphModel, routes: readonly ArrowRoute[], selected: string | null): Edge<ArrowData>[] {
  const arrows = new Map<string, GraphModel['arrows'][number]>(
    model.arrows.map(arrow => [`${arrow.before}>${arrow.after}`, arrow] as const),
  );
  return routes.map(({ before, after, points }) => {
    const id = `${before}>${after}`;
    const arrow = arrows.get(id);
    const near = before === selected || after === selected;
    const critical = arrow?.critical === true;
    return {
      id,
      source: before,
      target: after,
      type: 'arrow',
      zIndex: 1,
      className: clsx(classes.edge, near && classes.near, critical && classes.critical),
      markerEnd: { type: MarkerType.ArrowClosed, width: critical ? 9 : 14, height: critical ? 9 : 14 },
      domAttributes: { 'aria-hidden': true },
      data: { points, arrow },
    };
  });
}
