import type { ConformanceReport, Tested } from '../../schemas/results.ts';
import { describeTests } from '../judged.ts';
import { duration, type Html, html, join, moment, plural } from './markup.ts';

/** What the verdict is about, and what it was judged by: what a release meeting asks first. */
export function testedBlock(report: ConformanceReport): Html {
  const { target, tested, suite, counts } = report;
  const { retries } = counts;
  const facts: [string, Html | string | false][] = [
    [
      'Target',
      html`${target.kind === 'mock' ? 'the embedded mock' : 'live'} <code>${target.endpoint || 'none'}</code>`,
    ],
    [
      'Version',
      tested.targetVersion ??
        (target.kind === 'live' && html`<span class="nothing">not given: CBR_TARGET_VERSION</span>`),
    ],
    ['Server says', target.kind === 'live' && serverOf(tested.server)],
    [
      'When',
      html`<time datetime="${report.startedAt}">${moment(report.startedAt)}</time>, for ${duration(report.durationMs)}`,
    ],
    ['Pipeline', jobOf(tested.job)],
    ['Contract', html`page of ${tested.pageEdition}`],
    ['Suite', `${suite.name} ${suite.version}`],
    ['Tests', describeTests(report)],
    [
      'Requests',
      `${counts.requestsTotal}${retries > 0 ? `, ${retries} of them repeated` : ''}; ${plural(counts.sharesCreated, 'share')} made`,
    ],
  ];
  const known = facts.filter(([, value]) => value !== false);
  return html`<section class="tested" aria-labelledby="tested-title"><h2 id="tested-title">${report.completeness.executed === 0 ? 'What was to be tested' : 'What was tested'}</h2>
<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

function serverOf(server: Tested['server']): Html {
  if (server.length === 0) return html`<span class="nothing">nothing of itself</span>`;
  return join(
    server.map(
      ({ name, value, answers }) => html`<code>${name}: ${value}</code> (${plural(answers, 'answer')})`,
    ),
    ', ',
  );
}

function jobOf(job: Tested['job']): Html | false {
  if (!job) return false;
  const { system, url, commit } = job;
  const name = url === undefined ? html`${system}` : html`<a href="${url}">job on ${system}</a>`;
  return html`${name}${commit !== undefined && html`, commit <code>${commit.slice(0, 12)}</code>`}`;
}
