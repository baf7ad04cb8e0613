/** What a shell remembers between starts, and how to read it from a file that anybody may have edited. */

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export type Bounds = { readonly x?: number; readonly y?: number; readonly width: number; readonly height: number };

export type ShellSettings = {
  readonly theme: Theme;
  readonly bounds: Bounds;
  readonly lastWorkspace?: string;
  readonly port?: number;
};

/** What both settings engines offer of the same file. */
export type SettingsFile = { get(key: string): unknown; set(key: string, value: unknown): void };

/** Opens the settings so that a folder nobody may write costs the person their settings, never the start. */
export function openForgiving(open: () => SettingsFile, log: (line: string) => void): SettingsFile {
  const complain = (error: unknown): void => log(`The settings cannot be kept: ${String(error)}`);
  let file: SettingsFile;
  try {
    file = open();
  } catch (error) {
    complain(error);
    file = new Map<string, unknown>();
  }
  return {
    get: key => file.get(key),
    set(key, value) {
      try {
        file.set(key, value);
      } catch (error) {
        complain(error);
      }
    },
  };
}

const FIRST_BOUNDS: Bounds = { width: 1280, height: 832 };

export function readSettings(file: SettingsFile): ShellSettings {
  const theme = THEMES.find(known => known === file.get('theme')) ?? 'system';
  const bounds = readBounds(file.get('bounds'));
  const lastWorkspace = file.get('lastWorkspace');
  const port = file.get('port');
  return { theme, bounds, ...(typeof lastWorkspace === 'string' && { lastWorkspace }), ...(isPort(port) && { port }) };
}

/** The named workspace, else the last one that is still there. */
export function chooseWorkspace(
  named: string | undefined,
  last: string | undefined,
  isThere: (folder: string) => boolean,
): string | undefined {
  return named ?? (last !== undefined && isThere(last) ? last : undefined);
}

function readBounds(value: unknown): Bounds {
  if (typeof value !== 'object' || value === null) return FIRST_BOUNDS;
  const { x, y, width, height } = value as Partial<Record<string, unknown>>;
  if (!isLength(width) || !isLength(height)) return FIRST_BOUNDS;
  return Number.isInteger(x) && Number.isInteger(y) ? { x: Number(x), y: Number(y), width, height } : { width, height };
}

const isPort = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) > 1023 && Number(value) < 65536;

const isLength = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 480 && Number(value) <= 16384;

export type Screen = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The saved bounds when enough of the title bar would be on a screen; else only the size, so that the system places it. */
export function fitOnScreens(bounds: Bounds, screens: readonly Screen[]): Bounds {
  const { x, y, width, height } = bounds;
  if (x === undefined || y === undefined) return bounds;
  const reachable = screens.some(
    screen =>
      x + width > screen.x + 100 &&
      x < screen.x + screen.width - 100 &&
      y >= screen.y - 8 &&
      y < screen.y + screen.height - 40,
  );
  return reachable ? bounds : { width, height };
}
