import type { ConformanceReport } from '../../schemas/results.ts';
import { baselineSection } from './baseline.ts';
import { contractSection } from './contract.ts';
import { page } from './document.ts';
import { EvidenceBook } from './evidence.ts';
import { findingsSection } from './findings.ts';
import { header } from './header.ts';
import { html } from './markup.ts';
import { modelOf } from './model.ts';
import { observationsSection } from './observations.ts';
import { runSection } from './run-details.ts';
import { timingSection } from './timing.ts';
import { RUN_VERDICTS } from './verdicts.ts';

/** `conformance.html`: one file that tells the whole run, as a pure function of its report. */
export function renderConformance(report: ConformanceReport): string {
  const model = modelOf(report);
  const book = new EvidenceBook(model);
  const findings = findingsSection(model, book);
  const contract = contractSection(model, book);
  const observations = observationsSection(model, book);
  const contents: [string, string][] = [
    ['findings', 'Findings'],
    ...(report.baseline ? [['baseline', 'Against the last run'] as [string, string]] : []),
    ['contract', 'The contract, row by row'],
    ['decision-table', 'Decision table'],
    ['observations', 'What the page leaves open'],
    ['timing', 'Time'],
    ['run', 'The run'],
    ['legend', 'What the words mean'],
    ['evidence', 'Evidence'],
  ];
  return page(
    `${RUN_VERDICTS[report.verdict].title}: ${report.target.endpoint}`,
    html`<a class="skip" href="#findings">To the findings</a>
${header(model)}
<main>
<nav class="contents" aria-label="Contents"><ul>${contents.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
<li><a href="playwright/index.html">Every test (Playwright)</a></li></ul></nav>
${findings}
${baselineSection(model)}
${contract}
${observations}
${timingSection(model)}
${runSection(model)}
<section id="evidence" aria-labelledby="evidence-title"><h2 id="evidence-title">Evidence</h2>
<p>Requests and answers that the sections above refer to, secrets taken out. All others are in <code>conformance.json</code> and <code>conformance.har</code>.</p>
${book.rest()}</section>
</main>`,
  );
}
