/** The plan as a graph: what must end before what; arrow keys follow the arrows, and it is one tab stop (ux.md C). */
import { Background, ReactFlow, ReactFlowProvider, type Edge, type Viewport } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type Ref,
  type RefObject,
} from 'react';
import { t } from '../words/words.ts';
import { arrowsOf } from './arrows.ts';
import { boundsOf, type Place } from './geometry.ts';
import { GraphArrows } from './GraphArrows.tsx';
import { GraphBox } from './GraphBox.tsx';
import { firstView, zoomLimits, type Drawing, type Room } from './firstView.ts';
import { keptInSight, nodesOf } from './graphElements.ts';
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
  /** Whether the person is in the graph: true from the start when they have just asked for this picture. */
  readonly hasFocus: RefObject<boolean>;
};

const nodeTypes = { box: GraphBox, frame: GraphFrame };
/** Arrows are drawn by the graph itself. */
const noEdges: Edge[] = [];

/** So few boxes are drawn all at once. */
const MOST_DRAWN = 60;

export function PlanGraph(props: Props) {
  const container = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room | null>(null);
  // What is drawn first depends on how much room there is for it.
  useLayoutEffect(() => {
    if (container.current) setRoom(container.current.getBoundingClientRect());
  }, []);
  return (
    <div ref={container} className={classes.room}>
      {room && (
        <ReactFlowProvider initialWidth={room.width} initialHeight={room.height}>
          <Graph {...props} room={room} />
        </ReactFlowProvider>
      )}
    </div>
  );
}

function Graph(props: Props & { readonly room: Room }) {
  const { model, places, routes, selected: chosen, onSelect, onOpen, onFold, marking, view, hasFocus, room } = props;
  // What is inside a folded domain order is shown as that.
  const selected = chosen === null ? null : (model.standIns.get(chosen) ?? chosen);
  const container = useRef<HTMLDivElement>(null);
  const steps = useMemo(() => graphSteps(model), [model]);
  const parts = useMemo(() => nodesOf(model, places), [model, places]);
  const arrows = useMemo(() => arrowsOf(model, routes, places), [model, routes, places]);
  const drawing = useMemo<Drawing>(() => {
    const labels = arrows.flatMap(({ label }) => label?.box ?? []);
    return { places, labels, picture: boundsOf([...places.values(), ...arrows.map(({ box }) => box)]) };
  }, [places, arrows]);
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
      hasFocus,
      onSelect: (key: string) => {
        hasFocus.current = true;
        onSelect(key);
      },
      onOpen,
      // What is opened or closed is what the person looks at: it stays in sight, and the keys go on from it.
      onFold: (key: string, folded: boolean) => {
        hasFocus.current = true;
        onFold(key, folded);
        onSelect(key);
      },
    }),
    [selected, stop, marking, hasFocus, onSelect, onOpen, onFold],
  );
  // The one before stays drawn too: it has the focus until the new one takes it.
  const [stops, setStops] = useState([stop]);
  if (stops[0] !== stop) setStops([stop, ...stops.slice(0, 1)]);
  const nodes = useMemo(() => keptInSight(parts, stops), [parts, stops]);
  const firstIn = (size: Room): Viewport => firstView(model, drawing, wanted, size);
  const [firstSeen] = useState(() => firstIn(room));
  useGraphCamera({ container, picture: drawing.picture, wanted, view, firstSeen, firstIn });

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

  /** Not called for a box that is taken away with the focus on it: the person is still here then. */
  function onBlur({ currentTarget, relatedTarget }: FocusEvent): void {
    hasFocus.current = currentTarget.contains(relatedTarget);
  }

  return (
    <div
      ref={container}
      className={classes.graph}
      role="group"
      aria-label={t('plan.graph.label')}
      onKeyDown={onKeyDown}
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={onBlur}
    >
      <GraphSelection value={selection}>
        <ReactFlow
          nodes={nodes}
          edges={noEdges}
          nodeTypes={nodeTypes}
          defaultViewport={firstSeen}
          onlyRenderVisibleElements={nodes.length > MOST_DRAWN}
          {...zoomLimits}
          nodesDraggable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          panOnScroll
          zoomOnDoubleClick={false}
          proOptions={{ hideAttribution: true }}
        >
          <Background gap={24} size={1} color="var(--desk-line)" />
          <GraphArrows arrows={arrows} selected={selected} />
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
