import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGE_ROW_IDS, ROWS_WITHOUT_REQUIREMENT } from '../../schemas/page.ts';
import { REQUIREMENT_IDS } from '../../schemas/requirements.ts';
import { renderComparison } from './comparison.ts';
import { renderConformance } from './conformance.ts';
import { deadLinks, htmlProblems } from './page-checks.ts';
import { sampleReport } from './sample-reports.ts';

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
  const page = renderConformance(SAMPLES['one fault']);
  const finding = /<article [^>]*id="finding-BODY-04"[\s\S]*?<\/article>/.exec(page)?.[0] ?? '';
  assert.match(finding, /<q>When updating the status of a backup sharing member/);
  assert.match(finding, /<mark>200 OK<\/mark>/);
  assert.match(finding, /curl -i -X PUT/);
  assert.match(finding, /href="playwright\/index\.html#\?testId=/);
  assert.match(finding, /A backup is accepted that is stored nowhere/);
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
