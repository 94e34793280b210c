import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTimestamp } from './timestamp.ts';

const instantOf = (text: string) => parseTimestamp(text)?.instantMs;

test('the form of Table 5 has microseconds and counts as UTC', () => {
  assert.deepEqual(parseTimestamp('2020-02-05T10:38:34.209782'), {
    instantMs: Date.UTC(2020, 1, 5, 10, 38, 34, 209),
    micros: BigInt(Date.UTC(2020, 1, 5, 10, 38, 34)) * 1000n + 209_782n,
    fractionDigits: 6,
    precision: 6,
    zone: 'none',
  });
});

test('the form of the example has milliseconds and an offset', () => {
  assert.deepEqual(parseTimestamp('2020-02-24T09:36:00.479+00:00'), {
    instantMs: Date.UTC(2020, 1, 24, 9, 36, 0, 479),
    micros: BigInt(Date.UTC(2020, 1, 24, 9, 36, 0, 479)) * 1000n,
    fractionDigits: 3,
    precision: 3,
    zone: 'offset',
  });
});

test('T and Z are read in any case', () => {
  const expected = Date.UTC(2020, 1, 5, 10, 38, 34);
  for (const text of ['2020-02-05T10:38:34Z', '2020-02-05t10:38:34z', '2020-02-05t10:38:34']) {
    assert.equal(instantOf(text), expected, text);
  }
  assert.equal(parseTimestamp('2020-02-05t10:38:34z')?.zone, 'Z');
});

test('an offset is taken from the local time, over the end of a year too', () => {
  assert.equal(instantOf('2020-01-01T00:30:00+01:00'), Date.UTC(2019, 11, 31, 23, 30));
  assert.equal(instantOf('2019-12-31T20:00:00-05:30'), Date.UTC(2020, 0, 1, 1, 30));
});

test('zeros that a fraction is padded with say nothing', () => {
  for (const [fraction, precision] of [
    ['.209782', 6],
    ['.209000', 3],
    ['.200', 3],
    ['.000000', 0],
    ['.479000000', 3],
    ['.00', 2],
    ['', 0],
  ] as const)
    assert.equal(parseTimestamp(`2020-02-05T10:38:34${fraction}`)?.precision, precision, fraction);
});

test('one to nine digits of a second are read, none and ten are not', () => {
  for (let digits = 1; digits <= 9; digits++) {
    const parsed = parseTimestamp(`2020-02-05T10:38:34.${'123456789'.slice(0, digits)}Z`);
    assert.equal(parsed?.fractionDigits, digits);
  }
  assert.equal(parseTimestamp('2020-02-05T10:38:34.1Z')?.instantMs, Date.UTC(2020, 1, 5, 10, 38, 34, 100));
  assert.equal(parseTimestamp('2020-02-05T10:38:34.Z'), null);
  assert.equal(parseTimestamp('2020-02-05T10:38:34.1234567890Z'), null);
});

test('digits beyond the microsecond are cut off', () => {
  const micros = (fraction: string) => parseTimestamp(`2020-02-05T10:38:34.${fraction}Z`)?.micros;
  assert.equal(micros('209782999'), micros('209782'));
});

test('a time before the epoch keeps its fraction after the second', () => {
  const parsed = parseTimestamp('1969-12-31T23:59:59.250Z');
  assert.deepEqual([parsed?.instantMs, parsed?.micros], [-750, -750_000n]);
});

test('a year below 100 is that year', () => {
  assert.equal(new Date(instantOf('0099-03-01T00:00:00Z') ?? 0).getUTCFullYear(), 99);
});

test('29 February is there in leap years only', () => {
  for (const year of ['2020', '2000']) assert.ok(parseTimestamp(`${year}-02-29T00:00:00`), year);
  for (const year of ['2021', '1900', '2100'])
    assert.equal(parseTimestamp(`${year}-02-29T00:00:00`), null, year);
});

test('a leap second comes at 23:59 UTC only, wherever the clock stands', () => {
  const nextDay = Date.UTC(2017, 0, 1);
  for (const text of [
    '2016-12-31T23:59:60Z',
    '2016-12-31T23:59:60',
    '2017-01-01T01:59:60+02:00',
    '2016-12-31T18:29:60-05:30',
  ]) {
    assert.equal(instantOf(text), nextDay, text);
  }
  for (const text of ['2016-12-31T12:00:60Z', '2016-12-31T23:59:60+02:00', '2016-12-31T23:59:61Z']) {
    assert.equal(parseTimestamp(text), null, text);
  }
});

const IMPOSSIBLE = [
  '2020-02-31T25:61:00',
  '2020-00-10T00:00:00',
  '2020-13-10T00:00:00',
  '2020-04-31T00:00:00',
  '2020-04-00T00:00:00',
  '2020-04-30T24:00:00',
  '2020-04-30T12:60:00',
  '2020-04-30T12:00:00+24:00',
  '2020-04-30T12:00:00-01:60',
];

const OTHER_FORMS = [
  '',
  '1580899114',
  '1580899114209',
  '05/02/2020 10:38:34',
  'Wed, 05 Feb 2020 10:38:34 GMT',
  '2020-02-05',
  '2020-02-05 10:38:34',
  '2020-02-05T10:38',
  '2020-2-5T10:38:34',
  '20200205T103834Z',
  '2020-02-05T10:38:34,209',
  '2020-02-05T10:38:34+0000',
  '2020-02-05T10:38:34+00',
  '2020-02-05T10:38:34 Z',
  '2020-02-05T10:38:34UTC',
  ' 2020-02-05T10:38:34',
  '2020-02-05T10:38:34 ',
  '2020-02-05T10:38:34Z\n',
  '+002020-02-05T10:38:34Z',
  '٢٠٢٠-02-05T10:38:34',
];

test('an impossible date, time or offset is refused', () => {
  for (const text of IMPOSSIBLE) assert.equal(parseTimestamp(text), null, text);
});

test('any other form is refused', () => {
  for (const text of OTHER_FORMS) assert.equal(parseTimestamp(text), null, JSON.stringify(text));
});
