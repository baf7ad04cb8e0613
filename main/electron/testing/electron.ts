/** Stands in for `electron` in unit tests. Its members are checked against Electron's own types, so a renamed API fails to compile. */
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { vi } from 'vitest';

/** What was called, in order, where the order matters. */
export const order: string[] = [];

type Handler = (event: unknown, ...args: unknown[]) => unknown;

class FakeSession extends EventEmitter {
  request: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null;
  check: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null;
  device: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null;
  readonly schemes = new Map<string, (request: Request) => Response | Promise<Response>>();
  readonly protocol = {
    handle: (scheme, handler) => {
      this.schemes.set(scheme, handler);
    },
  } satisfies Pick<Electron.Protocol, 'handle'>;
  setPermissionRequestHandler(handler: FakeSession['request']): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: FakeSession['check']): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: FakeSession['device']): void {
    this.device = handler;
  }
}

const sessions = new Map<string, FakeSession>();
export const session = {
  fromPartition(name: string): FakeSession {
    const found = sessions.get(name) ?? new FakeSession();
    sessions.set(name, found);
    return found;
  },
} satisfies Partial<Record<keyof typeof Electron.session, unknown>>;

class FakeContents extends EventEmitter {
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined;
  readonly send = vi.fn<Electron.WebContents['send']>();
  readonly sendInputEvent = vi.fn<Electron.WebContents['sendInputEvent']>();
  readonly getURL = (): string => 'app://desk/';
  setWindowOpenHandler(handler: NonNullable<FakeContents['openHandler']>): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new FakeContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  minimized = false;
  readonly loadURL = vi.fn(async (_address: string): Promise<void> => {});
  readonly show = vi.fn();
  readonly focus = vi.fn();
  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
  }
  getNormalBounds = (): Electron.Rectangle => ({ x: 1, y: 2, width: 900, height: 700 });
  isMinimized = (): boolean => this.minimized;
  isDestroyed = (): boolean => false;
  restore(): void {
    this.minimized = false;
  }
}
BrowserWindow.prototype satisfies Partial<Record<keyof Electron.BrowserWindow, unknown>>;

class FakeApp extends EventEmitter {
  isOnly = true;
  readonly isPackaged = false;
  readonly setPath = vi.fn<Electron.App['setPath']>();
  readonly getPath = vi.fn<Electron.App['getPath']>(name => `/${name}`);
  readonly getVersion = vi.fn<Electron.App['getVersion']>(() => '0.0.0');
  readonly quit = vi.fn<Electron.App['quit']>();
  readonly exit = vi.fn<Electron.App['exit']>();
  readonly showAboutPanel = vi.fn<Electron.App['showAboutPanel']>();
  readonly setAboutPanelOptions = vi.fn<Electron.App['setAboutPanelOptions']>();
  readonly requestSingleInstanceLock = vi.fn(() => note('instance', this.isOnly));
  readonly enableSandbox = vi.fn(() => note('sandbox', undefined));
  readonly whenReady = vi.fn(async () => note('ready', undefined));
}
FakeApp.prototype satisfies Partial<Record<keyof Electron.App, unknown>>;
export const app = new FakeApp();

export const handlers = new Map<string, Handler>();
export const ipcMain = Object.assign(new EventEmitter(), {
  handle: (channel: string, handler: Handler): void => void handlers.set(channel, handler),
}) satisfies Partial<Record<keyof Electron.IpcMain, unknown>>;

export const shell = {
  openExternal: vi.fn(async () => {}),
  openPath: vi.fn(async () => ''),
} satisfies Partial<Electron.Shell>;
export const dialog = { showErrorBox: vi.fn() } satisfies Partial<Electron.Dialog>;
export const nativeTheme: Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'> = {
  themeSource: 'system',
  shouldUseDarkColors: true,
};
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
} satisfies Partial<Record<keyof Electron.Screen, unknown>>;
export const Menu = { buildFromTemplate: vi.fn(), setApplicationMenu: vi.fn() };
export const protocol = {
  registerSchemesAsPrivileged: () => note('scheme', undefined),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;

export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: vi.fn(async (..._args: unknown[]): Promise<unknown> => null),
});
export const exposed: Record<string, unknown> = {};
export const contextBridge = {
  exposeInMainWorld: (key, api) => void (exposed[key] = api),
} satisfies Pick<Electron.ContextBridge, 'exposeInMainWorld'>;

/** For packages that take Electron whole. */
export default { app, ipcMain, shell };

function note<T>(call: string, result: T): T {
  order.push(call);
  return result;
}
