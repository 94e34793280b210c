import { forConsole } from './plain.ts';
import { finishedLine, type Section, sectionLine } from './progress-lines.ts';

/** Redrawing more often than this is flicker, and costs time. */
const REDRAW_MS = 100;
/** Failures told at once; hundreds of them say no more, and the summary names every requirement. */
const MOST_FAILURES = 20;

/** `live`: a block of lines that is drawn over itself. `plain`: lines that stay. `none`: nothing. */
export type ProgressMode = 'live' | 'plain' | 'none';

interface Screen {
  isTTY?: boolean;
  columns?: number;
  rows?: number;
  write(text: string): unknown;
}

/** Pipelines get plain lines, even those that claim to be a terminal; a file or a pipe gets the summary alone. */
export function progressMode(
  { isTTY, rows = 24 }: Pick<Screen, 'isTTY' | 'rows'>,
  environment: Readonly<Record<string, string | undefined>>,
  sections: number,
): ProgressMode {
  if (environment.CI) return 'plain';
  if (!isTTY || environment.TERM === 'dumb') return isTTY ? 'plain' : 'none';
  // Lines that scrolled off cannot be drawn over.
  return rows > sections + 2 ? 'live' : 'plain';
}

interface ProgressOptions {
  /** What suits the screen, if not given. */
  mode?: ProgressMode;
  now?: () => number;
}

/** Shows how far a run is, section by section, while it goes on. */
export class Progress {
  private readonly screen: Screen;
  private readonly mode: ProgressMode;
  private readonly sections: Map<string, Section>;
  private readonly now: () => number;
  private drawnAt = Number.NEGATIVE_INFINITY;
  private drawn = 0;
  private told = 0;

  /** @param titles the section of each planned test, in the order of the page */
  constructor(screen: Screen, titles: readonly string[], { mode, now = Date.now }: ProgressOptions = {}) {
    this.screen = screen;
    this.sections = new Map();
    for (const title of titles) {
      const section = this.sections.get(title) ?? { title, planned: 0, done: 0, failed: 0 };
      section.planned += 1;
      this.sections.set(title, section);
    }
    this.mode = mode ?? progressMode(screen, process.env, this.sections.size);
    this.now = now;
  }

  /** @param failure what is wrong, where something is */
  testEnded(title: string, failure: string | undefined): void {
    const section = this.sections.get(title);
    if (!section || this.mode === 'none') return;
    section.done += 1;
    if (failure !== undefined) section.failed += 1;
    if (this.mode === 'live') {
      if (this.now() - this.drawnAt >= REDRAW_MS) this.draw();
      return;
    }
    if (failure !== undefined) this.tell(failure);
    if (section.done === section.planned) this.screen.write(`${finishedLine(section)}\n`);
  }

  /** Draws the last state; what comes after stands below it. */
  end(): void {
    if (this.drawn > 0) this.draw();
  }

  private tell(failure: string): void {
    this.told += 1;
    if (this.told <= MOST_FAILURES) this.screen.write(`  ✗ ${forConsole(failure)}\n`);
    if (this.told === MOST_FAILURES) this.screen.write('  Further failures are only counted.\n');
  }

  /** In one write, each line over its former self, so that nothing is ever seen empty. */
  private draw(): void {
    const columns = (this.screen.columns ?? 80) - 1;
    const lines = [...this.sections.values()].map((section) => `${sectionLine(section, columns)}\u001b[K\n`);
    const up = this.drawn > 0 ? `\u001b[${this.drawn}A` : '';
    this.screen.write(up + lines.join(''));
    this.drawn = lines.length;
    this.drawnAt = this.now();
  }
}
