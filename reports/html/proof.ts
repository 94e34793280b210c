import type { FaultResult, Mutation, Proof, TargetResult, VariantResult } from '../../schemas/proof.ts';
import { page } from './document.ts';
import { duration, type Html, html, join, moment, wideTable } from './markup.ts';
import { chip } from './verdicts.ts';

type Result = FaultResult | VariantResult | TargetResult;

/** `proof.html`: which faults show that a requirement can fail, and which healthy servers pass. */
export function renderProof(proof: Proof): string {
  const { counts, problems } = proof;
  const holds = problems.length === 0;
  const figures: [string, string][] = [
    ['Faults found', `${counts.found} of ${counts.faults}`],
    ['Healthy variants passed', `${counts.passed} of ${counts.variants}`],
    ['Wrong targets exposed', `${counts.exposed} of ${counts.targets}`],
    ['Requirements proven', `${counts.proven} of ${counts.requirements}`],
    ...(proof.depth === 'quick'
      ? [
          [
            'Faults that met every test',
            `${proof.faults.filter(({ tests }) => tests === 'all').length}; the others met tests that show them, until one did`,
          ] as [string, string],
        ]
      : []),
    ['Requirements turned by a fault, median', String(counts.medianTurned)],
    ['When', `${moment(proof.startedAt)}, for ${duration(proof.durationMs)}`],
  ];
  const contents = [
    ['problems', 'Problems'],
    ['requirements', 'Requirements and their faults'],
    ['matrix', 'Faults and what they turn'],
    ['variants', 'Healthy variants'],
    ['targets', 'Plainly wrong targets'],
    ...(proof.contract ? [['contract', 'Keywords of the contract'] as const] : []),
  ] as const;
  return page(
    `Proof: ${holds ? 'holds' : 'does not hold'}`,
    html`<header><p class="kicker">Every check can fail, every check is fair</p>
<div class="banner ${holds ? 'pass' : 'fail'}"><h1>${holds ? '✓ The proof holds.' : '✗ The proof does not hold.'}</h1></div>
<dl class="facts">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></header>
<main><nav class="contents" aria-label="Contents"><ul>${contents.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<section id="problems"><h2>Survivors, false alarms and other problems</h2>
${holds ? html`<p>None.</p>` : html`<ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul>`}</section>
${requirementSection(proof)}
${matrixSection(proof)}
<section id="variants"><h2>Healthy variants</h2>
<p>Servers that differ in a way the contract allows. Each is conformant without an accusation.</p>
${byKind(proof.variants, variantTable)}</section>
<section id="targets"><h2>Plainly wrong targets</h2>
<p>Servers that do not serve the operation at all. None gets near a good verdict.</p>
${targetTable(proof.targets)}</section>
${proof.contract && contractSection(proof.contract)}</main>`,
  );
}

const NOTICED: Record<Mutation['noticed'], string> = {
  verdicts: 'another verdict',
  cases: 'other cases',
  operation: 'another operation',
  refused: 'no contract any more',
  nothing: 'nobody',
};

/** Every keyword with each change of it, and how that is noticed. */
function contractSection(contract: readonly Mutation[]): Html {
  const keywords = [...new Set(contract.map(({ keyword }) => keyword))];
  const unnoticed = contract.filter(({ noticed }) => noticed === 'nothing').length;
  const rows = keywords.map((keyword) => {
    const changes = contract.filter((mutation) => mutation.keyword === keyword);
    const told = changes.map(({ change, noticed }) => `${change}: ${NOTICED[noticed]}`);
    return html`<tr><th scope="row">${keyword}</th><td>${told.join('; ')}</td></tr>`;
  });
  return html`<section id="contract"><h2>Keywords of the contract</h2>
<p>Each keyword of the tables and of the OpenAPI document was dropped, tightened and loosened, one change at a time: ${String(contract.length)} changes of ${String(keywords.length)} keywords, ${unnoticed === 0 ? 'each of them noticed' : `${unnoticed} of them noticed by nobody`}.</p>
${wideTable('Keywords of the contract', ['Keyword', 'Change, and how it is noticed'], rows)}</section>`;
}

function requirementSection({ requirements }: Proof): Html {
  const rows = requirements
    .filter(({ level }) => level !== 'observe')
    .map(({ id, level, statement, faults, also }) => {
      const links = faults.map((name) => html`<a href="#${name}">${name}</a>`);
      return html`<tr id="${id}" data-item data-level="${level}" data-verdict="${faults.length > 0 ? 'proven' : 'unproven'}"><th scope="row">${id}</th><td>${level}</td><td>${statement}</td><td>${faults.length}</td><td>${
        links.length > 0 ? join(links, ', ') : html`<b>none</b>`
      }${also.length > 0 && html` <small>and in passing ${also.length}</small>`}</td></tr>`;
    });
  return html`<section id="requirements"><h2>Requirements and the faults that show they can fail</h2><div id="filter" hidden></div>
${wideTable('Requirements', ['Requirement', 'Level', 'Statement', 'Faults', 'By name'], rows)}</section>`;
}

function matrixSection({ faults, counts }: Proof): Html {
  const spread = Object.entries(counts.distribution)
    .map(([turned, count]) => `${count} faults turn ${turned}`)
    .join(', ');
  return html`<section id="matrix"><h2>Faults and what they turn</h2>
<p>Each row is a faulty server; its columns are the requirements that it turns, the one it names in bold.
What merely depends on a broken requirement is untested, not red. ${spread}.</p>
${byKind(faults, matrixTable)}</section>`;
}

function byKind<T extends Result>(
  results: readonly T[],
  show: (kind: string, some: readonly T[]) => Html,
): Html {
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  return html`${kinds.map((kind) => {
    const some = results.filter((result) => result.kind === kind);
    return html`<h3>${kind} (${some.length})</h3>${show(kind, some)}`;
  })}`;
}

/** The columns of one kind: the requirements that any of its faults turns. */
function matrixTable(kind: string, faults: readonly FaultResult[]): Html {
  const columns = [
    ...new Set(faults.flatMap(({ breaks, turned }) => [breaks, ...turned.map((found) => found.requirement)])),
  ].sort();
  const rows = faults.map(
    (
      fault,
    ) => html`<tr id="${fault.name}"><th scope="row">${fault.name} ${fault.outcome !== 'found' && html`<b>${fault.outcome}</b>`}
<br><span class="reason">${fault.sentence}${fault.why && html` (${fault.why})`}</span></th>${columns.map((id) => cell(fault, id))}<td>${fault.untested}</td></tr>`,
  );
  return wideTable(
    `Faults: ${kind}`,
    ['Fault', ...columns.map((id) => html`<a href="#${id}">${id}</a>`), 'Untested'],
    rows,
  );
}

function cell({ breaks, turned }: FaultResult, id: string): Html {
  const found = turned.find(({ requirement }) => requirement === id);
  if (!found) return breaks === id ? html`<td><b>missed</b></td>` : html`<td></td>`;
  const shown = chip(found.verdict);
  return html`<td title="${found.reason}">${breaks === id ? html`<b>${shown}</b>` : shown}</td>`;
}

function variantTable(kind: string, variants: readonly VariantResult[]): Html {
  const rows = variants.map(({ name, sentence, verdict, outcome, turned, requests }) => {
    const said = turned.map(({ requirement, verdict: word, reason }) => `${requirement} ${word}: ${reason}`);
    return html`<tr id="${name}"><th scope="row">${name}<br><span class="reason">${sentence}</span></th><td>${
      outcome === 'passed' ? chip('pass', 'passed') : chip('fail', outcome)
    }</td><td>${verdict}</td><td>${said.join('; ') || 'nothing'}</td><td>${requests}</td></tr>`;
  });
  return wideTable(`Variants: ${kind}`, ['Variant', 'Outcome', 'Verdict', 'Accused of', 'Requests'], rows);
}

function targetTable(targets: readonly TargetResult[]): Html {
  const rows = targets.map(({ name, sentence, verdict, outcome, problems, turned }) => {
    const reason = problems[0] ?? turned.map(({ requirement }) => requirement).join(', ');
    return html`<tr id="${name}"><th scope="row">${name}<br><span class="reason">${sentence}</span></th><td>${
      outcome === 'exposed' ? chip('pass', 'exposed') : chip('fail', outcome)
    }</td><td>${verdict}</td><td>${reason}</td></tr>`;
  });
  return wideTable('Wrong targets', ['Target', 'Outcome', 'Verdict', 'What gave it away'], rows);
}
