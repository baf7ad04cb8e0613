/** Opens the command palette from anywhere, without loading it first. */
import { spotlight } from '@mantine/spotlight';

export const openPalette = (): void => spotlight.open();
