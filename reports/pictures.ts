import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import type { ConformanceReport } from '../schemas/results.ts';
import { launchOptions } from './browser.ts';
import { renderConformance } from './html/conformance.ts';

const PICTURES = [
  { name: 'verdict-and-finding', hash: '', height: 1280 },
  { name: 'decision-table', hash: '#decision-table', height: 640 },
];
const WIDTH = 1000;

/**
 * Takes the README's pictures of a run's page.
 * @returns their paths
 * @throws {Error} where there is no browser
 */
export async function takePictures(report: ConformanceReport, out: string): Promise<string[]> {
  const browser = await chromium.launch(launchOptions());
  const directory = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    const page = join(directory, 'conformance.html');
    writeFileSync(page, renderConformance(report));
    mkdirSync(out, { recursive: true });
    const paths: string[] = [];
    for (const { name, hash, height } of PICTURES) {
      const path = join(out, `${name}.png`);
      const tab = await browser.newPage({ viewport: { width: WIDTH, height } });
      await tab.goto(pathToFileURL(page).href + hash);
      await tab.screenshot({ path });
      await tab.close();
      paths.push(path);
    }
    return paths;
  } finally {
    await browser.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
