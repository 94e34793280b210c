import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Ajv, type SchemaObject } from 'ajv';
import addFormats from 'ajv-formats';
import type { Har } from 'har-format';
import type { ConformanceReport, ExchangeEvidence } from '../schemas/results.ts';
import { renderHar } from './har.ts';
import { sampleReport } from './testing/sample-reports.ts';

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
}

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
