import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGE_EDITION, PAGE_ROW_IDS, ROWS_WITHOUT_REQUIREMENT } from '../../schemas/page.ts';
import { REQUIREMENT_IDS } from '../../schemas/requirements.ts';
import type { ConformanceReport, Outcome } from '../../schemas/results.ts';
import { deadLinks, htmlProblems } from '../testing/page-checks.ts';
import { sampleReport } from '../testing/sample-reports.ts';
import { renderComparison } from './comparison.ts';
import { renderConformance } from './conformance.ts';

const THIRTY = REQUIREMENT_IDS.filter((id) => !/-1\d|^OBS/.test(id)).slice(0, 30);
const HOSTILE =
  '</pre><script>document.title="taken"</script>"><img src=x onerror=alert(1)>\u202e\u0000\u001b[2J';

const SAMPLES = {
  clean: sampleReport(),
  'one fault': sampleReport({ broken: ['BODY-04'] }),
  'thirty faults': sampleReport({ broken: THIRTY }),
  interrupted: sampleReport({ missing: 4 }),
  'not judged': sampleReport({
    unusable: true,
    problems: ['https://cbr.example.com does not answer: check CBR_ENDPOINT.'],
  }),
  'with a baseline': sampleReport({
    broken: ['BODY-04'],
    baseline: sampleReport({ broken: ['BODY-01', 'BODY-04'] }),
  }),
  'a changed state': sampleReport({ broken: ['STAT-07', 'RESP-01'], runs: 29 }),
  mock: sampleReport({ target: 'mock', endpoint: 'http://127.0.0.1:4711' }),
  'hostile texts': sampleReport({ broken: ['BODY-04'], serverText: HOSTILE }),
};

for (const [name, report] of Object.entries(SAMPLES)) {
  test(`The page of a run is valid HTML: ${name}`, async () => {
    assert.deepEqual(await htmlProblems(renderConformance(report)), []);
  });

  test(`Every link within the page leads somewhere: ${name}`, () => {
    assert.deepEqual(deadLinks(renderConformance(report)), []);
  });

  test(`Nothing is loaded from anywhere: ${name}`, () => {
    const page = renderConformance(report);
    assert.doesNotMatch(page, /<(?:link|iframe|object|embed)\b|<[a-z]+ [^>]*\bsrc=|@import|url\(/i);
  });
}

/** One finding's part of a page. */
function findingOf(report: ConformanceReport, id: string): string {
  const pattern = new RegExp(`<article [^>]*id="finding-${id}"[\\s\\S]*?</article>`);
  return pattern.exec(renderConformance(report))?.[0] ?? '';
}

const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');

test('The banner says what was tested: version, server, pipeline, page and suite', () => {
  const report = SAMPLES.clean;
  const [block = ''] = /<section class="tested"[\s\S]*?<\/section>/.exec(renderConformance(report)) ?? [];
  const text = textOf(block);
  for (const words of [
    'build 4711',
    'Server: sample/1.2',
    'commit 3f2c1abd3f2c',
    `page of ${PAGE_EDITION}`,
    'sample 0.0.0',
  ])
    assert.ok(text.includes(words), words);
  assert.match(block, /href="https:\/\/github\.com\/team\/server\/actions\/runs\/42/);
  assert.equal(report.tested?.targetVersion, 'build 4711');
  assert.equal(report.tested?.job?.system, 'GitHub');
});

test('A pass of the mock says nothing of a server', () => {
  const text = textOf(renderConformance(SAMPLES.mock));
  assert.ok(text.includes('Nothing is known about a server'));
  assert.ok(!text.includes('Nothing stands against shipping'));
});

test('What kept a run from testing is told once, and what would have been tested is folded', () => {
  const page = renderConformance(SAMPLES['not judged']);
  assert.equal(page.split('does not answer: check CBR_ENDPOINT').length, 2);
  assert.match(page, /<section id="contract"[^>]*><details class="fold"><summary>/);
  for (const id of REQUIREMENT_IDS) assert.ok(page.includes(`<li id="${id}"`), id);
});

test('A finding about a changed state shows the reading before, the call and the reading after', () => {
  const finding = findingOf(SAMPLES['a changed state'], 'STAT-07');
  assert.match(finding, /Before [\s\S]*The call [\s\S]*After /);
  assert.match(finding, /<del>"?&#34;pending&#34;<\/del>[\s\S]*<ins>&#34;accepted&#34;<\/ins>/);
  assert.match(finding, /<mark>&#34;status&#34;: &#34;accepted&#34;<\/mark>/);
  const [, timeline = ''] = finding.split('<ol class="timeline">');
  const times = [...timeline.matchAll(/datetime="([^"]+)"/g)].map(([, time]) => time);
  assert.deepEqual(times, [...times].sort());
  assert.equal(times.length, 3);
});

test('Where it is not known which request has changed a share, all of them are named', () => {
  const report = structuredClone(SAMPLES['a changed state']);
  const broken = report.tests.flatMap(({ outcomes }) => outcomes).find(({ readings }) => readings?.after);
  assert.ok(broken?.exchange && broken.readings?.before);
  broken.suspects = [broken.exchange, broken.readings.before];
  const finding = findingOf(report, 'STAT-07');
  assert.match(finding, /Before [\s\S]*One of these 2[\s\S]*It is not known which[\s\S]*After /);
  assert.doesNotMatch(finding, /<h5>The call /);
});

test('A finding says how to see it again, with no secret in it', () => {
  const text = textOf(findingOf(SAMPLES['a changed state'], 'STAT-07'));
  assert.match(text, /npm run conformance -- --grep STAT-07/);
  assert.match(text, /\$\{CBR_MEMBER_PASSWORD:\?/);
  assert.match(
    text,
    /TOKEN=\$\(node -p .*process\.env\.CBR_MEMBER_PASSWORD.*iam\.example\.com\/v3\/auth\/tokens/,
  );
  assert.match(
    text,
    /-X POST https:\/\/cbr\.example\.com\/v3\/9c7f0bde94171f799ebe7788868ce203\/backups\/\S+\/members/,
  );
});

test('A finding of the end of the run says so, shows how the first try ended, and is seen again by a whole run', () => {
  const late = [{ requirement: 'STAT-01', kind: 'broken', message: 'It fails first.', exchange: 'sample-3' }];
  const finding = findingOf(sampleReport({ late: late as Outcome[] }), 'STAT-01');
  const text = textOf(finding);
  assert.match(text, /the end of the run: every share is read once more/);
  assert.match(finding, /<div class="story">[\s\S]*Sent 2 times: status 503, then waited/);
  assert.match(text, /See it again ?npm run conformance(?! -- --grep)/);
});

test('A finding quotes every source that its statement rests on', () => {
  const text = textOf(findingOf(SAMPLES['a changed state'], 'STAT-07'));
  assert.match(text, /RFC 9110, section 15\.5: A 4xx says/);
  assert.ok(!text.includes('“See Error Codes.”') && !text.includes('See Error Codes.'));
});

test('With a history, a finding says since when it fails and how often it flipped', () => {
  const page = renderConformance(SAMPLES['a changed state']);
  assert.match(textOf(page), /Failing since 2026-01-28 09:05:03 UTC/);
  assert.match(page, /<svg role="img" aria-label="The last 30 runs: /);
});

test('What was tried is told pair by pair, with the reason where a pair cannot be', () => {
  const text = textOf(renderConformance(SAMPLES.clean));
  assert.match(text, /state × decision ✓ all 8 met/);
  assert.match(text, /a share that was decided about is pending no more/);
});

test('Every requirement and every row of the contract has its place', () => {
  const page = renderConformance(SAMPLES.clean);
  for (const id of REQUIREMENT_IDS) assert.ok(page.includes(`<li id="${id}"`), id);
  for (const id of PAGE_ROW_IDS) assert.ok(page.includes(`id="row-${id.replace('/', '-')}"`), id);
  for (const why of Object.values(ROWS_WITHOUT_REQUIREMENT)) assert.ok(page.includes(why.slice(0, 30)), why);
});

test('The verdict says first whether the server may ship', () => {
  const lead = (report: (typeof SAMPLES)['clean']) =>
    /<h1>[\s\S]*?<\/p>/.exec(renderConformance(report))?.[0] ?? '';
  assert.match(lead(SAMPLES.clean), /Conformant<\/h1>[\s\S]*Nothing stands against shipping/);
  const warned = structuredClone(SAMPLES.clean);
  warned.counts.requirements.warn = 1;
  assert.match(lead(warned), /Conformant, with warnings<\/h1>[\s\S]*decide about 1 warning first/);
  assert.match(lead(SAMPLES['one fault']), /Not conformant<\/h1>[\s\S]*should not ship/);
  assert.match(lead(SAMPLES.interrupted), /Incomplete<\/h1>[\s\S]*Not enough was tested/);
  assert.match(lead(SAMPLES['not judged']), /Not judged<\/h1>[\s\S]*nothing for or against/);
});

test('A run that was cut off does not look like a whole one', () => {
  const { completeness } = SAMPLES.interrupted;
  const page = renderConformance(SAMPLES.interrupted);
  assert.ok(page.includes('This is not a whole run.'));
  assert.ok(page.includes(`Only ${completeness.executed} of ${completeness.planned} tests ran`));
  assert.ok(!renderConformance(SAMPLES.clean).includes('This is not a whole run.'));
});

test('A finding tells what the contract says, what came back, and how to send it again', () => {
  const page = renderConformance(SAMPLES['one fault'], { playwright: true });
  const finding = /<article [^>]*id="finding-BODY-04"[\s\S]*?<\/article>/.exec(page)?.[0] ?? '';
  assert.match(finding, /<q>When updating the status of a backup sharing member/);
  assert.match(finding, /<mark>200 OK<\/mark>/);
  assert.match(finding, /curl -i -X PUT/);
  assert.match(finding, /href="playwright\/index\.html#\?testId=/);
  assert.match(finding, /A backup is accepted that is stored nowhere/);
});

test('Where Playwright left no report of its own, nothing leads there', () => {
  for (const report of Object.values(SAMPLES))
    assert.ok(!renderConformance(report).includes('href="playwright/'));
});

test('The same report makes the same page', () => {
  assert.equal(
    renderConformance(SAMPLES['thirty faults']),
    renderConformance(structuredClone(SAMPLES['thirty faults'])),
  );
});

test('A server’s words are shown as words', () => {
  const page = renderConformance(SAMPLES['hostile texts']);
  assert.equal(page.match(/<script>/g)?.length, 1);
  assert.ok(!page.includes('<img'));
  assert.doesNotMatch(page, /[\u0000\u001b\u202e]/);
});

test('Giant answers leave the page small', () => {
  const report = sampleReport({ broken: REQUIREMENT_IDS, serverText: 'x'.repeat(4096) });
  assert.ok(renderConformance(report).length < 2_000_000);
});

test('The comparison is valid HTML, names the targets and marks where they differ', async () => {
  const page = renderComparison([
    { name: 'north', report: SAMPLES.clean, page: 'north/conformance.html' },
    { name: 'south', report: SAMPLES['one fault'] },
    { name: 'west', report: SAMPLES.interrupted },
  ]);
  assert.deepEqual(await htmlProblems(page), []);
  assert.match(page, /north\/conformance\.html#BODY-04/);
  assert.match(page, /west is not a whole run/);
  assert.match(page, /<tr [^>]*class="differs">/);
});
