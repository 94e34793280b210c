import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readPage } from '../../schemas/page/read-page.ts';
import { PAGE_FILE, type PageRowId, type PageSection } from '../../schemas/page.ts';
import { REQUIREMENT_IDS, REQUIREMENTS, type RequirementId } from '../../schemas/requirements.ts';
import { sampleReport } from '../testing/sample-reports.ts';
import { contractSection } from './contract.ts';
import { modelOf } from './model.ts';

const HEADS: Readonly<Record<string, string>> = {
  'table-1': 'Request Parameters',
  'table-2': 'Table 3',
  'table-3': 'Response Parameters',
  'table-4': 'Table 5',
  'table-5': 'Example Requests',
};

for (const [index, [table, next]] of Object.entries(HEADS).entries()) {
  test(`A further row of ${table} has its place in the report, with the verdict of its requirement`, () => {
    const id = `MEMB-8${index}` as RequirementId;
    const entry = {
      level: 'must',
      source: { rows: [`${table}/size`] },
      statement: 'Size.',
      consequence: 'None.',
    };
    Object.assign(REQUIREMENTS, { [id]: entry });
    REQUIREMENT_IDS.push(id);
    const mandatory = index < 3 ? 'No\n\n' : '';
    const text = readFileSync(PAGE_FILE, 'utf8').replace(
      `\n${next}`,
      `\nsize\n\n${mandatory}Integer\n\nSize in gibibytes\n\n${next}`,
    );
    const model = modelOf(sampleReport({ broken: [id] }));
    const page = readPage(text).sections as readonly PageSection<PageRowId>[];
    const shown = contractSection(model, page).text;
    const row = shown.slice(shown.indexOf(`id="row-${table}-size"`)).split('</tbody>', 1)[0] ?? '';
    assert.match(row, /Size in gibibytes/);
    assert.match(row, new RegExp(`id="${id}" data-item data-verdict="fail"`));
  });
}
