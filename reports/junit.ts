import {
  type ConformanceReport,
  type Outcome,
  type RequirementResult,
  sentenceOf,
  type TestResult,
} from '../schemas/results.ts';
import { type Element, element, xmlDocument } from './xml.ts';

/**
 * `junit.xml`: a suite by requirement, one testcase each, beside one for each file of tests, in the form of
 * Playwright's own reporter. That one knows tests alone, and tells of a run that could not test nothing at all.
 */
export function renderJunit(report: ConformanceReport): string {
  const suites =
    report.verdict === 'error' && report.completeness.executed === 0
      ? [runSuite(report)]
      : [
          ...(report.verdict === 'error' ? [runSuite(report)] : []),
          suite('requirements', report, report.requirements.map(requirementCase)),
          ...testSuites(report),
        ];
  const totals = sum(suites.map(({ counts }) => counts));
  return xmlDocument(
    element(
      'testsuites',
      { name: report.suite.contract, ...totals, time: seconds(report.durationMs) },
      suites.map(({ xml }) => xml),
    ),
  );
}

interface Counts {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
}

interface Case {
  xml: Element;
  outcome: 'passed' | 'failures' | 'errors' | 'skipped';
}

function sum(all: readonly Counts[]): Counts {
  const total = (key: keyof Counts) => all.reduce((count, counts) => count + counts[key], 0);
  return {
    tests: total('tests'),
    failures: total('failures'),
    errors: total('errors'),
    skipped: total('skipped'),
  };
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3);

function suite(name: string, report: ConformanceReport, cases: readonly Case[], durationMs = 0) {
  const count = (outcome: Case['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  const counts: Counts = {
    tests: cases.length,
    failures: count('failures'),
    errors: count('errors'),
    skipped: count('skipped'),
  };
  const xml = element(
    'testsuite',
    { name, timestamp: report.startedAt, hostname: '', ...counts, time: seconds(durationMs) },
    cases.map((one) => one.xml),
  );
  return { xml, counts };
}

/** What kept the run from testing, as one testcase with an error. */
function runSuite(report: ConformanceReport) {
  const { problems, summary, target } = report;
  const [first = summary] = problems;
  const xml = element(
    'testcase',
    { name: `${target.kind} ${target.endpoint} can be tested`, classname: 'run' },
    [element('error', { message: first, type: 'run' }, [problems.join('\n') || summary])],
  );
  return suite('run', report, [{ xml, outcome: 'errors' }], report.durationMs);
}

function requirementCase({
  id,
  level,
  source,
  statement,
  consequence,
  verdict,
  reason = '',
}: RequirementResult): Case {
  const attributes = {
    name: `${id} (${level.toUpperCase()}) ${statement}`,
    classname: `requirements.${source}`,
    time: '0.000',
  };
  const told = `${id}: ${reason}`;
  const text = `${told}\n\ncontract: ${statement} [${source}]\nmeaning:  ${consequence}\nreport:   conformance.html#${id}`;
  switch (verdict) {
    case 'fail':
      return {
        outcome: 'failures',
        xml: element('testcase', attributes, [element('failure', { message: told, type: level }, [text])]),
      };
    case 'error':
      return {
        outcome: 'errors',
        xml: element('testcase', attributes, [element('error', { message: told, type: level }, [text])]),
      };
    case 'untested':
      return {
        outcome: 'skipped',
        xml: element('testcase', attributes, [element('skipped', { message: reason }, [])]),
      };
    default:
      return {
        outcome: 'passed',
        xml: element(
          'testcase',
          attributes,
          reason === '' ? [] : [element('system-out', {}, [`${verdict}: ${reason}`])],
        ),
      };
  }
}

function testSuites(report: ConformanceReport) {
  const failing = new Set(
    report.requirements.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id),
  );
  const files = new Map<string, TestResult[]>();
  for (const test of report.tests) {
    const [file = ''] = test.id.split(' › ');
    const known = files.get(file);
    if (known) known.push(test);
    else files.set(file, [test]);
  }
  return [...files].map(([file, tests]) =>
    suite(
      file,
      report,
      tests.map((test) => testCase(file, test, report, failing)),
      tests.reduce((total, { durationMs }) => total + durationMs, 0),
    ),
  );
}

function testCase(
  file: string,
  test: TestResult,
  report: ConformanceReport,
  failing: ReadonlySet<string>,
): Case {
  const [, ...titles] = test.id.split(' › ');
  const [, line] = test.location.split(':');
  const attributes = {
    name: titles.join(' › '),
    classname: file,
    time: seconds(test.durationMs),
    ...(test.location === '' ? {} : { file: `specs/${file}` }),
    ...(line === undefined ? {} : { line }),
  };
  const properties = element(
    'properties',
    {},
    test.requirements.map((id) => element('property', { name: 'requirement', value: id }, [])),
  );
  const of = (...children: Element[]) => element('testcase', attributes, [properties, ...children]);
  switch (test.status) {
    case 'failed':
      return { outcome: 'failures', xml: of(failure(test, report, failing)) };
    case 'error': {
      const message = test.reason || messageOf(test, 'error');
      return { outcome: 'errors', xml: of(element('error', { message, type: 'error' }, [message])) };
    }
    case 'passed':
      return { outcome: 'passed', xml: of() };
    default: {
      const message = test.reason || messageOf(test, 'untested');
      return { outcome: 'skipped', xml: of(element('skipped', { message }, [])) };
    }
  }
}

const messageOf = ({ outcomes }: TestResult, kind: Outcome['kind']) =>
  outcomes.find((outcome) => outcome.kind === kind)?.message ?? '';

/** Its first line begins with the ids that the test found broken. */
function failure(test: TestResult, { exchanges }: ConformanceReport, failing: ReadonlySet<string>): Element {
  const all = test.outcomes.filter(({ kind }) => kind === 'broken');
  const counted = all.filter(({ requirement }) => failing.has(requirement));
  const broken = counted.length > 0 ? counted : all;
  const ids = [...new Set(broken.map(({ requirement }) => requirement))];
  const [first] = broken;
  const message = first ? `${ids.join(', ')}: ${sentenceOf(first)}` : test.reason || 'the test failed';
  const details = broken.map((outcome) => {
    const exchange = outcome.exchange === undefined ? undefined : exchanges[outcome.exchange];
    return [
      `${outcome.requirement}: ${sentenceOf(outcome)}`,
      ...(exchange ? [`  exchange: ${exchange.title}`, `  request:  ${exchange.curl}`] : []),
      `  report:   conformance.html#${outcome.requirement}`,
    ].join('\n');
  });
  return element('failure', { message, type: 'FAILURE' }, [
    [message, ...(test.location === '' ? [] : [`specs/${test.location}`]), ...details].join('\n\n'),
  ]);
}
