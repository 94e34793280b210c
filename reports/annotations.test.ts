import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REQUIREMENT_IDS, requirement } from '../schemas/requirements.ts';
import { renderAnnotations } from './annotations.ts';
import { sampleReport } from './testing/sample-reports.ts';

test('A failed requirement is an error of the job, a warned one a warning', () => {
  const lines = renderAnnotations(sampleReport({ broken: ['BODY-04', 'URI-02'] })).split('\n');
  assert.equal(
    lines[0],
    '::error title=BODY-04 Accepting without vault_id is refused.::The request is taken as if nothing were wrong with it. (status code: expected 4xx, got 200) (Table 3, accept-rule)',
  );
  assert.match(lines[1] ?? '', /^::warning title=URI-02 Only PUT updates the share%3A POST and PATCH/);
});

test('A conformant run has none', () => {
  assert.equal(renderAnnotations(sampleReport()), '');
});

test('A run that judged nothing says why, and no text begins a command of its own', () => {
  const report = sampleReport({ unusable: true, problems: ['100% gone\n::add-mask::x\r\n##[add-mask]y'] });
  const lines = renderAnnotations(report).trimEnd().split('\n');
  assert.match(lines[0] ?? '', /^::error title=The verdict is error::.*100%25 gone ::add-mask::x/);
  assert.ok(lines.every((line) => /^::(?:error|warning) title=[^:,]+::/.test(line)));
});

test('More than GitHub shows are gathered in the last one', () => {
  const broken = REQUIREMENT_IDS.filter((id) => requirement(id).level === 'must');
  const errors = renderAnnotations(sampleReport({ broken }))
    .split('\n')
    .filter((line) => line.startsWith('::error'));
  assert.equal(errors.length, 10);
  assert.match(errors[9] ?? '', new RegExp(`title=${broken.length - 9} more findings::`));
});
