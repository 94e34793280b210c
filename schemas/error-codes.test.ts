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

test('each code has its documented status', () => {
  const numbers = (status: number) =>
    ERROR_CODES.filter(({ httpStatus }) => httpStatus === status)
      .map(({ code }) => code.slice(-4))
      .toSorted()
      .join(' ');
  assert.equal(
    numbers(400),
    '6112 6114 6700 6701 6702 6703 6704 6706 6707 6708 6709 6710 6711 6712 6713 6714 9900',
  );
  assert.equal(numbers(403), '8600');
  assert.equal(numbers(404), '6105 6200 6705');
  assert.equal(numbers(500), '4005 9910 9998');
});
