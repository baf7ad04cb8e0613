/** How many projections of the plan have room beside one another in this window (ux.md 1.2). */
import { useMediaQuery } from '@mantine/hooks';

export type Room = 'one' | 'two' | 'three';

const measured = { getInitialValueInEffect: false };

export function useRoom(): Room {
  const hasRoomForTwo = useMediaQuery('(min-width: 1200px)', false, measured);
  const hasRoomForThree = useMediaQuery('(min-width: 1600px)', false, measured);
  return hasRoomForThree ? 'three' : hasRoomForTwo ? 'two' : 'one';
}
