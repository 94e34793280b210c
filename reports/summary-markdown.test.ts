import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REQUIREMENT_IDS } from '../schemas/requirements.ts';
import { code, markdown } from './markdown.ts';
import { renderSummary } from './summary-markdown.ts';
import { sampleReport } from './testing/sample-reports.ts';

const HOSTILE =
  '| a `b` ``c`` <img src=x onerror=alert(1)>\r\n\n# d [e](https://evil.example) @f \u202e\u0000\u001b[2J';

test('What a server says stays within its code span, whatever it says', () => {
  const text = renderSummary(sampleReport({ broken: ['BODY-04'], serverText: HOSTILE }));
  const shown = String.raw`got ${'```'}| a ${'`b` ``c``'} <img src=x onerror=alert(1)> # d [e](https://evil.example) @f \u202e\u0000\u001b[2J${'```'}`;
  assert.ok(text.includes(shown), text);
  assert.doesNotMatch(text, /[\u0000\u001b\u202e]/);
});

test('A text as Markdown does nothing', () => {
  assert.equal(markdown('<b> *a* [b](c) | `d`'), String.raw`\<b\> \*a\* \[b\](c) \| \`d\``);
  assert.equal(
    markdown('https://evil.example, www.evil.example'),
    String.raw`https\://evil.example, www\.evil.example`,
  );
  assert.equal(markdown('vault_id of _x_ &lt;'), String.raw`vault_id of \_x\_ \&lt;`);
  assert.equal(markdown('- a\n# b'), String.raw`\- a # b`);
  assert.equal(markdown('1. a'), String.raw`1\. a`);
  assert.equal(markdown('@someone in #12'), '@<!-- -->someone in #<!-- -->12');
  assert.equal(code('`'), '`` ` ``');
});

test('The summary names what failed with its reason, and what was not tested', () => {
  const text = renderSummary(sampleReport({ broken: ['BODY-04'], missing: 4 }));
  assert.match(text, /^# ✗ Not conformant: `https:\/\/cbr\.example\.com`/);
  assert.match(text, /- \*\*BODY-04\*\* \(MUST\) Accepting without vault_id is refused\./);
  assert.match(text, /In `status code`: expected `4xx`, got `200`\./);
  assert.match(text, /\*\*This is not a whole run:\*\* \d+ of \d+ tests ran/);
  assert.match(text, /- \*\*\d+:\*\* the run was interrupted before this test/);
});

test('The summary says what was tested, and how to see a finding again', () => {
  const text = renderSummary(sampleReport({ broken: ['BODY-04'] }));
  assert.match(text, /^Version: build 4711$/m);
  assert.match(text, /^The server calls itself `Server: sample\/1\.2`$/m);
  assert.match(text, /\*See it again:\* `npm run conformance -- --grep BODY-04`/);
  assert.match(renderSummary(sampleReport({ target: 'mock' })), /> This was the embedded mock/);
});

test('The summary tells new, fixed and unchanged deviations', () => {
  const baseline = sampleReport({ broken: ['BODY-01', 'BODY-03'] });
  const text = renderSummary(sampleReport({ broken: ['BODY-03', 'BODY-04'], baseline }));
  assert.match(
    text,
    /\*\*1 new\*\*: BODY-04 fails now, held before\n- \*\*1 fixed\*\*: BODY-01 holds now, failed before\n- \*\*1 unchanged\*\*: BODY-03$/m,
  );
});

test('Problems stand in the summary of a run that judged nothing', () => {
  const text = renderSummary(sampleReport({ unusable: true, problems: ['Check CBR_ENDPOINT.'] }));
  assert.match(text, /^# \? Not judged/);
  assert.match(text, /## What stood in the way\n\n- Check CBR_ENDPOINT\./);
});

test('However much is wrong, the summary stays short', () => {
  const broken = REQUIREMENT_IDS.filter((id) => !id.startsWith('OBS'));
  const problems = Array.from({ length: 500 }, (_, index) => `problem ${index} ${'x'.repeat(5000)}`);
  const text = renderSummary(sampleReport({ broken, problems, serverText: 'x'.repeat(100_000) }));
  assert.ok(text.length < 60_000, `${text.length} characters`);
});
