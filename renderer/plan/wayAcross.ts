/** The way of an arrow from a box in one frame to a box in another, so that it never seems to come from a box it only passes. */
import type { Place, Point } from './geometry.ts';

/** One end of an arrow: its box (or the frame itself), the frame it is in, and all boxes of that frame. */
export type ArrowEnd = {
  readonly box: Place | undefined;
  readonly frame: Place | undefined;
  readonly inFrame: readonly Place[];
};

/** How far an arrow goes straight on outside a frame before it may bend. */
const STUB_PX = 18;
/** Distance of the lane between two rows of boxes from the row it serves. */
const LANE_PX = 10;
/** Where on its upper or lower edge a box is met from a lane. */
const DOOR_PX = 30;

/** `between` are the bends of the way from frame to frame, its ends included; empty when an end is not drawn. */
export function wayAcross(
  from: ArrowEnd | undefined,
  to: ArrowEnd | undefined,
  between: readonly Point[],
): readonly Point[] {
  if (!from?.box || !from.frame || !to?.box || !to.frame) return [];
  const out = wayOut(from.box, from.frame, boxesBeside(from));
  const into = wayIn(to.box, to.frame, boxesBeside(to));
  const outX = out.at(-1)?.x ?? 0;
  const inX = into[0]?.x ?? 0;
  // One bend alone is where a label would stand; there is none, and straight on is shorter.
  const bends = between.length <= 3 ? [] : between.slice(1, -1).filter(({ x }) => x > outX && x < inX);
  return [...out, ...bends, ...into];
}

/** An arrow of the frame itself passes none of its boxes. */
const boxesBeside = ({ box, frame, inFrame }: ArrowEnd): readonly Place[] => (box?.key === frame?.key ? [] : inFrame);

const inSameRow = (one: Place, other: Place): boolean =>
  one.key !== other.key && one.y < other.y + other.height && other.y < one.y + one.height;

function wayOut(box: Place, frame: Place, boxes: readonly Place[]): Point[] {
  const edge = frame.x + frame.width + STUB_PX;
  const isBlocked = boxes.some(other => inSameRow(box, other) && other.x > box.x);
  if (!isBlocked) {
    const y = box.y + box.height / 2;
    return [
      { x: box.x + box.width, y },
      { x: edge, y },
    ];
  }
  const door = box.x + box.width - DOOR_PX;
  const lane = box.y + box.height + LANE_PX;
  return [
    { x: door, y: box.y + box.height },
    { x: door, y: lane },
    { x: edge, y: lane },
  ];
}

function wayIn(box: Place, frame: Place, boxes: readonly Place[]): Point[] {
  const edge = frame.x - STUB_PX;
  const isBlocked = boxes.some(other => inSameRow(box, other) && other.x < box.x);
  if (!isBlocked) {
    const y = box.y + box.height / 2;
    return [
      { x: edge, y },
      { x: box.x, y },
    ];
  }
  const door = box.x + DOOR_PX;
  const lane = box.y - LANE_PX;
  return [
    { x: edge, y: lane },
    { x: door, y: lane },
    { x: door, y: box.y },
  ];
}
