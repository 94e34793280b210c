/** `npm run pictures -- <conformance.json>`: the README's pictures, taken of the page of that run. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.ts';
import { renderConformance } from './html/conformance.ts';
import { readReport } from './read-report.ts';

const PICTURES = [
  { name: 'verdict-and-finding', hash: '', height: 1280 },
  { name: 'decision-table', hash: '#decision-table', height: 640 },
];
const WIDTH = 1000;

const [path] = process.argv.slice(2);
if (path === undefined)
  throw new Error('Give the conformance.json of a run: npm run pictures -- <conformance.json>');
const directory = mkdtempSync(join(tmpdir(), 'pictures-'));
const browser = await chromium.launch(launchOptions());
try {
  const page = join(directory, 'conformance.html');
  writeFileSync(page, renderConformance(readReport(path)));
  const out = join(import.meta.dirname, 'pictures');
  mkdirSync(out, { recursive: true });
  for (const { name, hash, height } of PICTURES) {
    const tab = await browser.newPage({ viewport: { width: WIDTH, height } });
    await tab.goto(pathToFileURL(page).href + hash);
    await tab.screenshot({ path: join(out, `${name}.png`) });
    await tab.close();
  }
} finally {
  await browser.close();
  rmSync(directory, { recursive: true, force: true });
}
