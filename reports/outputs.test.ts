import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Ajv, type SchemaObject } from 'ajv';
import addFormats from 'ajv-formats';
import { validate } from 'ctrf';
import type { Har } from 'har-format';
import { HtmlValidate } from 'html-validate';
import type { ConformanceReport, ExchangeEvidence } from '../schemas/results.ts';
import { renderBadge } from './badge.ts';
import { renderCtrf } from './ctrf.ts';
import { renderHar } from './har.ts';
import { sampleReport } from './html/sample-reports.ts';

const HOSTILE = '</title><script>alert(1)</script>" onload="alert(1)\u0000\u001b\u202e';

const SAMPLES: Record<string, ConformanceReport> = {
  clean: sampleReport(),
  'one fault': sampleReport({ broken: ['BODY-04'] }),
  interrupted: sampleReport({ broken: ['BODY-04'], missing: 4 }),
  'not judged': sampleReport({ unusable: true, problems: ['It does not answer.'] }),
  hostile: sampleReport({ broken: ['BODY-04'], serverText: HOSTILE, endpoint: HOSTILE }),
};

/** The report with one exchange more. */
function withExchange(change: Partial<ExchangeEvidence>): ConformanceReport {
  const report = sampleReport();
  const [first] = Object.values(report.exchanges);
  assert.ok(first);
  return { ...report, exchanges: { added: { ...first, ...change } } };
}

function entryOf(report: ConformanceReport) {
  const [entry] = (JSON.parse(renderHar(report)) as Har).log.entries;
  assert.ok(entry);
  return entry;
}

/** A package without types, made before there were modules. */
const harSchemas: Record<string, SchemaObject> = createRequire(import.meta.url)('har-schema');
const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
addFormats.default(ajv);
for (const schema of Object.values(harSchemas)) ajv.addSchema(schema);

for (const [name, report] of Object.entries(SAMPLES)) {
  test(`The CTRF report fits CTRF’s own schema: ${name}`, () => {
    const { valid, errors } = validate(JSON.parse(renderCtrf(report)));
    assert.ok(valid, JSON.stringify(errors));
  });

  test(`The HAR fits the schema of HAR 1.2: ${name}`, () => {
    const har = JSON.parse(renderHar(report)) as Har;
    assert.ok(ajv.validate('har.json#', har), ajv.errorsText());
    assert.equal(har.log.version, '1.2');
    assert.equal(har.log.entries.length, Object.keys(report.exchanges).length);
    for (const { time, timings, pageref } of har.log.entries) {
      assert.equal(time, (timings.send ?? 0) + timings.wait + (timings.receive ?? 0));
      assert.equal(pageref, har.log.pages?.[0]?.id);
    }
  });

  test(`The badge is well-formed and has a title: ${name}`, async () => {
    const svg = renderBadge(report);
    const { results } = await new HtmlValidate({
      rules: { 'close-order': 'error' },
    }).validateString(svg);
    assert.deepEqual(
      results.flatMap(({ messages }) => messages),
      [],
    );
    assert.match(
      svg,
      /^<svg [^>]*role="img" aria-label="CBR share member API: [^"]+">\n<title>CBR share member API: /,
    );
    assert.doesNotMatch(svg, /script|href|url\(/);
  });
}

test('The CTRF report tells failed, not judged and never run apart', () => {
  const of = (name: string) => JSON.parse(renderCtrf(SAMPLES[name] ?? sampleReport())).results;
  assert.equal(of('one fault').summary.failed, 1);
  assert.equal(of('one fault').environment.healthy, false);
  const { summary, tests } = of('interrupted');
  assert.ok(summary.pending > 0);
  assert.equal(summary.tests, tests.length);
  const failed = tests.find(({ status }: { status: string }) => status === 'failed');
  assert.deepEqual(failed.labels, { requirements: ['BODY-04'] });
  assert.equal(
    failed.message,
    'BODY-04: The request is taken as if nothing were wrong with it. (status code: expected 4xx, got 200)',
  );
});

test('Bytes that are no text stand in the HAR as base64', () => {
  const response = { status: 200, statusText: 'OK', headers: [] };
  const body = { text: '/w==', bytes: 1, encoding: 'base64', truncated: false } as const;
  const { content } = entryOf(withExchange({ response: { ...response, body } })).response;
  assert.deepEqual(content, { size: 1, mimeType: '', text: '/w==', encoding: 'base64' });
});

test('A missing answer has the status 0 in the HAR, and says why', () => {
  const failure = { kind: 'timeout', message: 'nothing within 300 ms' } as const;
  const { response } = entryOf(withExchange({ response: null, failure }));
  assert.equal(response.status, 0);
  assert.equal(response.comment, 'nothing within 300 ms');
});

test('The badge tells the verdict in a word or two', () => {
  const titleOf = (name: string) =>
    /<title>.*: (.*)<\/title>/.exec(renderBadge(SAMPLES[name] ?? sampleReport()))?.[1];
  assert.equal(titleOf('clean'), 'conformant');
  assert.equal(titleOf('one fault'), '1 broken');
  assert.equal(titleOf('interrupted'), '1 broken, cut off');
  assert.equal(titleOf('not judged'), 'not judged');
});
