/** The arrows of the graph as they are drawn: their ways, what they say, and the room that takes. */
import { durationWords } from '../tasks/dueWords.ts';
import { t } from '../words/words.ts';
import { boundsOf, meet, type Bounds, type Place, type Point } from './geometry.ts';
import type { GraphArrow, GraphModel } from './graphModel.ts';
import type { ArrowRoute } from './layout.ts';

export type ArrowLabel = {
  readonly text: string;
  readonly at: Point;
  readonly isUpright: boolean;
  readonly box: Bounds;
};

export type DrawnArrow = {
  readonly key: string;
  readonly before: string;
  readonly after: string;
  readonly points: readonly Point[];
  readonly critical: boolean;
  /** As of the arrow in the model. */
  readonly aside: boolean;
  readonly label: ArrowLabel | undefined;
  /** All that is drawn of it: its bends may lie outside of both of its ends, and so may its label. */
  readonly box: Bounds;
};

/** Half the width of the head of an arrow, rounded up: it is wider than the line. */
const HEAD_PX = 12;
/** Of the letters of a label, rounded up. */
const LETTER_PX = 6.4;
const LINE_PX = 14;

export function arrowsOf(
  model: Pick<GraphModel, 'arrows' | 'boxes'>,
  routes: readonly ArrowRoute[],
  places: ReadonlyMap<string, Place>,
): DrawnArrow[] {
  const taken: Bounds[] = model.boxes.flatMap(({ key }) => places.get(key) ?? []);
  const arrows = new Map(model.arrows.map(arrow => [keyOf(arrow), arrow] as const));
  return routes.flatMap(route => {
    const { before, after, points } = route;
    if (points.length === 0) return [];
    const key = keyOf(route);
    const arrow = arrows.get(key);
    const label = arrow && labelled(labelOf(arrow), points, taken);
    if (label) taken.push(label.box);
    const way = wayBox(points);
    return [
      {
        key,
        before,
        after,
        points,
        critical: arrow?.critical === true,
        aside: arrow?.aside === true,
        label,
        box: label ? boundsOf([way, label.box]) : way,
      },
    ];
  });
}

const keyOf = ({ before, after }: Pick<GraphArrow, 'before' | 'after'>): string => `${before}>${after}`;

/** Empty for the usual arrow: after the end, at once. */
export function labelOf({ onStart, lagMinutes }: Pick<GraphArrow, 'onStart' | 'lagMinutes'>): string {
  return [
    onStart && t('plan.graph.onStart'),
    lagMinutes > 0 && t('plan.graph.lag', { time: durationWords(lagMinutes) }),
  ]
    .filter(Boolean)
    .join(' ');
}

type Spot = Point & { readonly isUpright: boolean };

/** Where on a straight part a label may stand, the middle first. */
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];

/** Above a line, or beside one that goes up or down; where it meets neither a box nor another label, if there is such a place. */
function labelled(text: string, points: readonly Point[], taken: readonly Bounds[]): ArrowLabel | undefined {
  if (text === '') return undefined;
  const labels = spotsOn(points).map(spot => labelAt(text, spot));
  return labels.find(({ box }) => !taken.some(other => meet(box, other))) ?? labels[0];
}

function labelAt(text: string, { x, y, isUpright }: Spot): ArrowLabel {
  const at = { x: isUpright ? x + 8 : x, y: isUpright ? y + 2 : y - 5 };
  const width = text.length * LETTER_PX;
  const box = { x: isUpright ? at.x : at.x - width / 2, y: at.y - LINE_PX + 3, width, height: LINE_PX };
  return { text, at, isUpright, box };
}

/** Of the longest straight part first, where a label has most room. */
export function spotsOn(points: readonly Point[]): Spot[] {
  const parts = points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return { from, right: to.x - from.x, down: to.y - from.y };
  });
  const longest = parts.toSorted((a, b) => Math.hypot(b.right, b.down) - Math.hypot(a.right, a.down));
  return longest.flatMap(({ from, right, down }) =>
    SHARES.map(share => ({
      x: from.x + right * share,
      y: from.y + down * share,
      isUpright: Math.abs(down) > Math.abs(right),
    })),
  );
}

/** The bends hold the curve, so that the curve is inside of what is around them. */
function wayBox(points: readonly Point[]): Bounds {
  const { x, y, width, height } = boundsOf(points.map(point => ({ ...point, width: 0, height: 0 })));
  return { x: x - HEAD_PX, y: y - HEAD_PX, width: width + 2 * HEAD_PX, height: height + 2 * HEAD_PX };
}

/** Straight to the middle before each bend, and round it to the middle after. */
export function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${first.x},${first.y}`];
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    if (!next) parts.push(`L${point.x},${point.y}`);
    else parts.push(`Q${point.x},${point.y} ${(point.x + next.x) / 2},${(point.y + next.y) / 2}`);
  }
  return parts.join(' ');
}
