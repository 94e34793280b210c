import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import type { ConformanceReport } from '../schemas/results.ts';
import { renderConformance } from './html/conformance.ts';
import { launchOptions } from './testing/browser.ts';

/** `of`: the one part that is shown, opened; without it, the page from its top. */
const PICTURES: readonly { name: string; of?: string; height: number }[] = [
  { name: 'verdict-and-finding', height: 1500 },
  // A finding about what changed: three steps stand side by side.
  { name: 'changed-state', of: 'article:has(.story > :nth-child(3))', height: 1100 },
];
const WIDTH = 1180;

/**
 * Takes the README's pictures of a run's page.
 * @returns their paths; a picture of something that the page does not have is left out
 * @throws {Error} where there is no browser
 */
export async function takePictures(report: ConformanceReport, out: string): Promise<string[]> {
  const browser = await chromium.launch(launchOptions());
  const directory = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    const page = join(directory, 'conformance.html');
    writeFileSync(page, renderConformance(report, { playwright: true }));
    mkdirSync(out, { recursive: true });
    const paths: string[] = [];
    for (const { name, of, height } of PICTURES) {
      const path = join(out, `${name}.png`);
      const tab = await browser.newPage({ viewport: { width: WIDTH, height } });
      await tab.goto(pathToFileURL(page).href);
      const part = of === undefined ? tab.locator('html') : tab.locator(of).first();
      if ((await part.count()) > 0) {
        if (of === undefined) await tab.screenshot({ path });
        else {
          await part.evaluate((node) => node.querySelector('details')?.setAttribute('open', ''));
          await part.screenshot({ path });
        }
        paths.push(path);
      }
      await tab.close();
    }
    return paths;
  } finally {
    await browser.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
