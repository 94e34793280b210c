/** A point in time as Table 5 and the example response write it. */
export interface Timestamp {
  instantMs: number;
  /** Microseconds since the epoch; further digits are cut off. */
  micros: bigint;
  /** As written. */
  fractionDigits: number;
  /** How many of them say something: three zeros at the end are what a column without them is padded with. */
  precision: number;
  zone: 'none' | 'Z' | 'offset';
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const DAYS_IN_400_YEARS = 146_097;

const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})?$/i;

/**
 * Reads a time in one of the documented forms: Table 5 shows microseconds and no zone, the example
 * milliseconds and an offset; RFC 3339's other spellings of the two are taken as well. Without a zone it is UTC.
 * @returns `null` for anything else, an impossible date or time included
 */
export function parseTimestamp(text: string): Timestamp | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [fraction = '', zoneText = ''] = [match[7], match[8]];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 60) return null;
  const offsetMinutes = readOffset(zoneText);
  if (offsetMinutes === null) return null;
  const minuteMs = utc(year, month, day) + (hour * 60 + minute - offsetMinutes) * MINUTE_MS;
  // A leap second comes at the end of a day in UTC, nowhere else.
  if (second === 60 && (minuteMs + MINUTE_MS) % DAY_MS !== 0) return null;
  const wholeMs = minuteMs + second * 1000;
  const micros = BigInt(wholeMs) * 1000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'));
  return {
    instantMs: wholeMs + Number(fraction.slice(0, 3).padEnd(3, '0')),
    micros,
    fractionDigits: fraction.length,
    precision: fraction.replace(/(?:000)+$/, '').length,
    zone: zoneText === '' ? 'none' : /z/i.test(zoneText) ? 'Z' : 'offset',
  };
}

/** `Date.UTC` takes years below 100 for those of the last century; after 400 years, the calendar is the same. */
const utc = (year: number, month: number, day: number): number =>
  Date.UTC(year + 400, month - 1, day) - DAYS_IN_400_YEARS * DAY_MS;

const daysIn = (year: number, month: number): number =>
  (utc(year, month + 1, 1) - utc(year, month, 1)) / DAY_MS;

/** Minutes east of UTC, `null` where there is no such offset. */
function readOffset(zone: string): number | null {
  if (zone === '' || /z/i.test(zone)) return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
