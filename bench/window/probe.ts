/** The script that measures inside the page: from the moment the browser gives an event to the end of the frame that shows what it led to. */

/** What has to stand in the page; `text` is a regular expression that some element of the selector has to match. */
export type Shown = {
  readonly selector: string;
  readonly text?: string;
  /** It must be gone instead. */
  readonly gone?: boolean;
};

export type TriggerName = 'keydown' | 'click' | 'wheel';

export type FrameReport = {
  /** Milliseconds between one frame and the next. */
  readonly intervals: readonly number[];
  /** Frames in which a part of the list that is in sight had no row. */
  readonly blank: number;
};

export type Probe = {
  /** Waits for the next event of this kind and then for each of several things; refuses when one stands there already. */
  readonly arm: (trigger: TriggerName, expected: readonly (readonly Shown[])[]) => void;
  /** As `arm`, but draws one pixel anew itself: what a key costs in this browser when nobody does anything. */
  readonly armFloor: () => void;
  /** Milliseconds to each of them, once its frame is on its way to the screen. */
  readonly took: () => Promise<readonly number[]>;
  /** Milliseconds since the epoch at the end of the first frame that shows it. */
  readonly shownAt: (expected: readonly Shown[]) => Promise<number>;
  /** Watches every frame until the returned handle is asked; `list` is what scrolls. */
  readonly watchFrames: (list: string) => void;
  readonly stopFrames: () => FrameReport;
};

export type ProbedWindow = { deskProbe: Probe };

/**
 * Goes into the page as text, so it may use nothing from outside of itself.
 *
 * The clock starts at the event's own time stamp, which the browser process sets: neither the driver nor the wire to it
 * counts. It stops in the first task after a frame whose drawing began with the expected elements in place; a change
 * made later in that frame counts for the next one, so the time may be a frame too long and never too short.
 */
export function installProbe(): void {
  const PATIENCE_MS = 20_000;
  const page = window as unknown as ProbedWindow;
  let outcome: Promise<readonly number[]> = Promise.reject(new Error('Nothing was armed.'));
  outcome.catch(() => undefined);
  let frames: { last: number; readonly intervals: number[]; blank: number } | null = null;

  const stands = ({ selector, text, gone = false }: Shown): boolean => {
    const found = [...document.querySelectorAll(selector)];
    const wanted = text === undefined ? undefined : new RegExp(text);
    return found.some(element => wanted === undefined || wanted.test(element.textContent ?? '')) !== gone;
  };
  const areShown = (expected: readonly Shown[]): boolean => expected.every(stands);

  /** Runs in the first task after the frame that is being drawn. */
  const afterFrame = (run: () => void): void => {
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', () => {
      channel.port1.close();
      run();
    });
    channel.port1.start();
    channel.port2.postMessage(null);
  };

  const untilShown = (expected: readonly Shown[]): Promise<number> =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const look = (): void => {
        if (areShown(expected)) afterFrame(() => resolve(performance.now()));
        else if (performance.now() - began < PATIENCE_MS) requestAnimationFrame(look);
        else reject(new Error(`Not shown: ${JSON.stringify(expected.filter(one => !stands(one)))}`));
      };
      requestAnimationFrame(look);
    });

  const onNext = (trigger: TriggerName, then: () => readonly Promise<number>[]): void => {
    outcome = new Promise((resolve, reject) => {
      const begin = ({ timeStamp }: Event): void => {
        Promise.all(then()).then(ends => resolve(ends.map(end => end - timeStamp)), reject);
      };
      window.addEventListener(trigger, begin, { capture: true, once: true });
    });
    outcome.catch(() => undefined);
  };

  const drawPixel = (): void => {
    let pixel = document.getElementById('desk-probe');
    if (pixel === null) {
      pixel = document.createElement('div');
      pixel.id = 'desk-probe';
      pixel.style.cssText = 'position:fixed;left:0;top:0;width:1px;height:1px';
      document.body.append(pixel);
    }
    pixel.style.background = pixel.style.background === 'red' ? 'blue' : 'red';
  };

  const hasBlank = (list: string): boolean => {
    const box = document.querySelector(list)?.getBoundingClientRect();
    if (box === undefined) return false;
    const x = box.left + Math.min(80, box.width / 2);
    // Below the head that stays, in the middle, and in the last row.
    return [0.15, 0.5, 0.97].some(share => {
      const there = document.elementFromPoint(x, box.top + box.height * share);
      return there !== null && there.closest(list) !== null && there.closest('[role="row"]') === null;
    });
  };

  page.deskProbe = {
    arm(trigger, expected) {
      const early = expected.find(areShown);
      if (early) throw new Error(`Shown already: ${JSON.stringify(early)}`);
      onNext(trigger, () => expected.map(untilShown));
    },
    armFloor() {
      onNext('keydown', () => {
        drawPixel();
        return [untilShown([])];
      });
    },
    took: () => outcome,
    shownAt: async expected => performance.timeOrigin + (await untilShown(expected)),
    watchFrames(list) {
      const watched = { last: performance.now(), intervals: [] as number[], blank: 0 };
      frames = watched;
      const look = (): void => {
        if (frames !== watched) return;
        afterFrame(() => {
          const now = performance.now();
          watched.intervals.push(now - watched.last);
          watched.last = now;
          if (hasBlank(list)) watched.blank += 1;
        });
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    stopFrames() {
      const watched = frames ?? { intervals: [], blank: 0 };
      frames = null;
      return { intervals: watched.intervals, blank: watched.blank };
    },
  };
}
