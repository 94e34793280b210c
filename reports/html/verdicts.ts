import type { RunVerdict, Verdict } from '../../schemas/results.ts';
import { type Html, html } from './markup.ts';

/** How each verdict looks and what it means, worst first: the legend of the report. */
export const VERDICTS: Readonly<Record<Verdict, { symbol: string; meaning: string }>> = {
  fail: { symbol: '✗', meaning: 'a MUST does not hold (in a strict run, a SHOULD too)' },
  error: { symbol: '?', meaning: 'the suite could not find out: the target gave out, or preparation broke' },
  warn: { symbol: '!', meaning: 'a SHOULD does not hold' },
  known: { symbol: '≈', meaning: 'it does not hold, and a waiver says so, with a reason and a last day' },
  untested: { symbol: '–', meaning: 'not tested, for the reason given; this is no pass' },
  observed: { symbol: 'i', meaning: 'the contract leaves it open; what the server does is recorded' },
  pass: { symbol: '✓', meaning: 'every test of it ran and held' },
};

export const VERDICT_ORDER = Object.keys(VERDICTS) as Verdict[];

export function worst(verdicts: readonly Verdict[]): Verdict | undefined {
  return VERDICT_ORDER.find((verdict) => verdicts.includes(verdict));
}

/** A verdict as a coloured word with a sign, so that colour is never all that tells it. */
export function chip(verdict: Verdict, text: string = verdict): Html {
  return html`<span class="chip ${verdict}"><span aria-hidden="true">${VERDICTS[verdict].symbol}</span> ${text}</span>`;
}

export const RUN_VERDICTS: Readonly<Record<RunVerdict, { symbol: string; title: string; tone: Verdict }>> = {
  conformant: { symbol: '✓', title: 'Conformant', tone: 'pass' },
  'non-conformant': { symbol: '✗', title: 'Not conformant', tone: 'fail' },
  incomplete: { symbol: '–', title: 'Incomplete', tone: 'untested' },
  error: { symbol: '?', title: 'Not judged', tone: 'error' },
};
