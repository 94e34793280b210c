import type { ConformanceReport } from '../../schemas/results.ts';
import { baselineSection } from './baseline.ts';
import { contractRows, contractSection } from './contract.ts';
import { coverageSection } from './coverage.ts';
import { decisionTable } from './decision-table.ts';
import { page } from './document.ts';
import { EvidenceBook } from './evidence.ts';
import { findingsSection } from './findings.ts';
import { folded } from './fold.ts';
import { header } from './header.ts';
import { historySection } from './history.ts';
import { type Html, html, plural } from './markup.ts';
import { type Model, modelOf } from './model.ts';
import { observationsSection } from './observations.ts';
import { legendSection, runSection } from './run-details.ts';
import { timingSection } from './timing.ts';
import { untestedSection } from './untested.ts';
import { RUN_VERDICTS } from './verdicts.ts';

/** What lies beside the report, as far as it leads there. */
export interface Surroundings {
  /** Playwright's own report: a part of a run has none, nor has what is rendered elsewhere. */
  playwright: boolean;
}

/**
 * `conformance.html`: one file that tells the whole run, as a pure function of its report.
 * @param surroundings whether Playwright's own report lies beside it, and can be linked to
 */
export function renderConformance(
  report: ConformanceReport,
  surroundings: Partial<Surroundings> = {},
): string {
  const model = modelOf(report, surroundings.playwright);
  const wasTested = report.requirements.some(({ verdict }) => verdict !== 'error');
  const title = `${RUN_VERDICTS[report.verdict].title}: ${report.target.endpoint}`;
  return page(title, wasTested ? wholePage(model) : unusablePage(model));
}

function wholePage(model: Model): Html {
  const { report } = model;
  const book = new EvidenceBook(model);
  const sections: [string, string, Html][] = [
    ['findings', 'Findings', findingsSection(model, book)],
    ['baseline', 'Against the last run', baselineSection(model)],
    ['untested', 'Not tested', untestedSection(model)],
    ['decision-table', 'Decision table', decisionTable(model, book)],
    ['contract', 'The contract, row by row', contractSection(model)],
    ['observations', 'What the page leaves open', observationsSection(model, book)],
    ['history', 'The last runs', historySection(model)],
    ['coverage', 'What was tried', coverageSection(model)],
    ['timing', 'Time', timingSection(model)],
    ['run', 'The run', runSection(model)],
    ['legend', 'What the words mean', legendSection()],
  ];
  const shown = sections.filter(([, , section]) => section.text !== '');
  // Last of all: the sections above say which exchanges are wanted.
  const evidence = evidenceSection(book);
  const contents = [...shown.map(([id, name]) => [id, name] as const), ['evidence', 'Evidence'] as const];
  return html`<a class="skip" href="#findings">To the findings</a>
${header(model)}
<main>
<nav class="contents" aria-label="Contents"><ul>${contents.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
${model.playwright && report.tests.length > 0 && html`<li><a href="playwright/index.html">Every test (Playwright)</a></li>`}</ul></nav>
<div id="filter" role="search" aria-label="Findings and requirements" hidden></div>
${shown.map(([, , section]) => section)}
${evidence}
</main>`;
}

function evidenceSection(book: EvidenceBook): Html {
  const { left } = book;
  return folded(
    'evidence',
    'Evidence',
    plural(left, 'other exchange'),
    html`<p>Requests and answers that the sections above refer to, secrets taken out. All others are in <code>conformance.json</code> and <code>conformance.har</code>.</p>
${book.rest()}`,
  );
}

/** A run that found nothing out: why, once, and then what it was about to test. */
function unusablePage(model: Model): Html {
  const { report } = model;
  return html`<a class="skip" href="#contract">To what would have been tested</a>
${header(model)}
<main>
${folded(
  'contract',
  'What would have been tested',
  plural(report.requirements.length, 'requirement'),
  contractRows(model),
)}
${Object.keys(report.configuration).length > 0 && runSection(model)}
${legendSection()}
</main>`;
}
