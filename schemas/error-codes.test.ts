import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ERROR_CODES } from './error-codes.ts';

test('each code stands there once, in the form of the service, under a refusal or a failure', () => {
  assert.equal(new Set(ERROR_CODES.map(({ code }) => code)).size, ERROR_CODES.length);
  for (const { code, httpStatus, meaning } of ERROR_CODES) {
    assert.match(code, /^BackupService\.\d{4}$/);
    assert.ok([400, 403, 404, 500].includes(httpStatus), code);
    assert.notEqual(meaning, '', code);
  }
});
