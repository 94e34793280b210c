import type { ConformanceReport } from '../schemas/results.ts';

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The report as one page. */
export function renderHtml(report: ConformanceReport): string {
  const rows = report.requirements.map(
    ({ id, level, verdict, source, statement, reason = '' }) =>
      `<tr><td>${id}<td>${level}<td>${verdict}<td>${escapeHtml(source)}<td>${escapeHtml(statement)}<td>${escapeHtml(reason)}</tr>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${report.verdict}</title><h1>${report.verdict}</h1><p>${escapeHtml(report.summary)}</p><table>${rows.join('')}</table></html>`;
}
