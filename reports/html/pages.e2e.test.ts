import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { requirement } from '../../schemas/requirements.ts';
import { launchOptions } from '../testing/browser.ts';
import { PAGES, RED } from '../testing/sample-pages.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const WIDTHS = [390, 768, 1280];
const directory = mkdtempSync(join(tmpdir(), 'pages-'));
let browser: Browser;
before(async () => {
  for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(directory, `${name}.html`), text);
  browser = await chromium.launch(launchOptions());
});
after(async () => {
  await browser?.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Opens a page from disk, and watches what it asks for and complains of. */
async function open(name: keyof typeof PAGES, options: BrowserContextOptions = {}, hash = '') {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const noticed: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file:') || !request.url().includes(`${name}.html`))
      noticed.push(request.url());
  });
  page.on('console', (message) => noticed.push(message.text()));
  page.on('pageerror', (error) => noticed.push(error.message));
  await page.goto(pathToFileURL(join(directory, `${name}.html`)).href + hash);
  return { page, noticed, close: () => context.close() };
}

const isWiderThanItsWindow = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** Numbers everything that the keyboard should reach, and tells how much that is. */
const NUMBER_CONTROLS = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')];
  const shown = all.filter((element) => element.checkVisibility());
  for (const [index, element] of shown.entries()) element.dataset.wanted = String(index);
  return shown.length;
})()`;
const FOCUSED = `(() => {
  const { activeElement } = document;
  return { wanted: activeElement.dataset.wanted, shown: getComputedStyle(activeElement).outlineStyle !== 'none' };
})()`;
/** Rules that are off unless asked for, too: experimental ones, and those of WCAG 2.2. */
const ALL_RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental']";
/** What may come out differently in a window of another width, beside colours. */
const LAYOUT_RULES = ['target-size', 'scrollable-region-focusable'];
/** What may come out differently in other colours: the style sheet changes nothing else for a dark scheme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const only = (rules: string[]) => JSON.stringify({ type: 'rule', values: rules });
const runAxe = (rules: string) => `axe.run({ runOnly: ${rules} })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.length + ': ' + nodes[0].html.slice(0, 200)))`;
const OPEN_ALL = "for (const node of document.querySelectorAll('details')) node.open = true";

for (const name of Object.keys(PAGES) as (keyof typeof PAGES)[]) {
  describe(name, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    before(async () => {
      opened = await open(name, { colorScheme: 'light' });
    });
    after(() => opened?.close());

    test(`The page fits windows from 360 pixels up, closed and open: ${name}`, async () => {
      const { page } = opened;
      for (const act of ['0', OPEN_ALL]) {
        await page.evaluate(act);
        for (const width of [360, ...WIDTHS]) {
          await page.setViewportSize({ width, height: 800 });
          assert.equal(await isWiderThanItsWindow(page), false, `${width}`);
        }
      }
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing: ${name}, ${colorScheme}`, async () => {
        const { page, noticed } = opened;
        assert.deepEqual(noticed, []);
        await page.emulateMedia({ colorScheme });
        await page.evaluate(OPEN_ALL);
        if (!(await page.evaluate("'axe' in window"))) {
          // Through the debugger's door: the page's own policy lets no other script in.
          const session = await page.context().newCDPSession(page);
          await session.send('Runtime.evaluate', { expression: AXE });
        }
        // The richest page is looked at in every width; the others differ from it in what they hold alone.
        for (const width of ['changed', 'comparison', 'proof'].includes(name) ? WIDTHS : [1280]) {
          await page.setViewportSize({ width, height: 800 });
          const narrow = only([...COLOUR_RULES, ...LAYOUT_RULES]);
          const light = width === 1280 ? ALL_RULES : narrow;
          const rules = colorScheme === 'light' ? light : only(COLOUR_RULES);
          assert.deepEqual(await page.evaluate<string[]>(runAxe(rules)), [], `${width} pixels wide`);
        }
      });
    }
  });
}

test('Everything can be read without scripts', async () => {
  const { page, close } = await open('one', { javaScriptEnabled: false });
  const text = (await page.textContent('body')) ?? '';
  for (const words of [
    'Not conformant',
    'Accepting without vault_id is refused',
    'curl -i -X PUT',
    'What the page leaves open',
  ])
    assert.ok(text.includes(words), words);
  assert.equal(await page.locator('#filter').isVisible(), false);
  await close();
});

test('A server’s script does not run', async () => {
  const { page, close } = await open('hostile');
  assert.match(await page.title(), /Not conformant/);
  await close();
});

test('The keyboard alone reaches every control, link and region, and shows where it is', async () => {
  const { page, close } = await open('one');
  const wanted = await page.evaluate<number>(NUMBER_CONTROLS);
  const reached = new Set<string>();
  for (let presses = 0; presses < wanted + 10; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<{ wanted?: string; shown: boolean }>(FOCUSED);
    if (at.wanted === undefined) continue;
    assert.ok(at.shown, `no outline at ${at.wanted}`);
    reached.add(at.wanted);
  }
  assert.equal(reached.size, wanted);
  await close();
});

test('The filter shows what fits, leaves no empty group, and a link to something hidden brings it back', async () => {
  const { page, close } = await open('one');
  await page.locator('#filter select').first().selectOption('fail');
  assert.equal(await page.locator('.requirements > li:visible').count(), 1);
  assert.equal(await page.locator('.page:visible').count(), 1);
  await page.locator('#filter input').fill('nothing of the kind');
  assert.equal(await page.locator('.requirements > li:visible').count(), 0);
  assert.equal(await page.locator('.page:visible').count(), 0);
  await page.evaluate("location.hash = '#BODY-01'");
  await page.locator('#BODY-01').waitFor({ state: 'visible' });
  await close();
});

test('The filter stands above what it filters, and in the address', async () => {
  const { page, close } = await open('one');
  await page.locator('#filter select').first().selectOption('fail');
  await page.locator('#filter input').fill('vault');
  const address = new URL(await page.evaluate<string>('location.href'));
  assert.deepEqual(
    [...address.searchParams],
    [
      ['verdict', 'fail'],
      ['text', 'vault'],
    ],
  );
  await page.goto('about:blank');
  await page.goto(address.href);
  assert.equal(await page.locator('#filter select').first().inputValue(), 'fail');
  assert.equal(await page.locator('.requirements > li:visible').count(), 1);
  const first = await page.evaluate<boolean>(
    "Boolean(document.getElementById('filter').compareDocumentPosition(document.querySelector('[data-item]')) & Node.DOCUMENT_POSITION_FOLLOWING)",
  );
  assert.ok(first);
  await close();
});

test('A full run’s page is short, and what is folded is one click away', async () => {
  const { page, close } = await open('clean', { viewport: { width: 1280, height: 800 } });
  const { height, stops } = await page.evaluate<{ height: number; stops: number }>(
    `({ height: document.documentElement.scrollHeight, stops: ${NUMBER_CONTROLS} })`,
  );
  assert.ok(height < 6000, `${height} pixels`);
  assert.ok(stops < 200, `${stops} focus stops`);
  for (const section of ['observations', 'coverage', 'timing', 'run', 'legend']) {
    await page.locator(`.contents a[href="#${section}"]`).click();
    await page.locator(`#${section} .inside`).waitFor({ state: 'visible' });
  }
  await close();
});

test('A page with a dozen findings is short too: they come first, and each leads to its row', async () => {
  const { page, close } = await open('dozen', { viewport: { width: 1280, height: 800 } });
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  assert.ok(height < 5000, `${height} pixels`);
  const rows = page.locator('.requirements > li:visible');
  assert.equal(await rows.count(), 0);
  await page.getByText('Its row of the contract').first().click();
  await rows.first().waitFor();
  await page.locator('#filter select').first().selectOption('fail');
  assert.equal(await rows.count(), RED.filter((id) => requirement(id).level === 'must').length);
  await close();
});

test('A cell of the decision table opens its evidence, and none is wrong where the server is not', async () => {
  const { page, close } = await open('clean');
  assert.equal(await page.locator('.decision td.cell.wrong').count(), 0);
  const link = page.locator('.decision td.cell a').first();
  await link.click();
  const target = page.locator(await link.evaluate((node) => node.getAttribute('href') ?? ''));
  await target.waitFor({ state: 'visible' });
  await close();
});

test('A command is copied with a click', async () => {
  const { page, close } = await open('one', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('.finding .copy button:visible').first().click();
  await page
    .getByText(/Copied|Selected/)
    .first()
    .waitFor();
  await close();
});

test('Printed, the page has the findings in full', async () => {
  const { page, close } = await open('one', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('#filter').isVisible(), false);
  for (const part of ['blockquote', '.story', 'details .copy'])
    assert.equal(await page.locator(`.finding ${part}`).last().isVisible(), true, part);
  assert.equal(
    await page.evaluate("getComputedStyle(document.getElementById('findings')).breakBefore"),
    'page',
  );
  const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor');
  assert.equal(paper, 'rgb(255, 255, 255)');
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 20_000);
  await close();
});
