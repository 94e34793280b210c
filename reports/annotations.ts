import { type ConformanceReport, sentenceOf } from '../schemas/results.ts';
import { plural } from './html/markup.ts';
import { modelOf } from './html/model.ts';
import { oneLine } from './plain.ts';

/** GitHub shows ten errors and ten warnings of a step; the last place tells of all that found none. */
const MOST_SHOWN = 10;
/** Characters of an annotation's title, and of its message. */
const LENGTH = { title: 200, message: 1000 };

type Command = 'error' | 'warning';

interface Annotation {
  title: string;
  message: string;
}

/** GitHub's workflow commands that put the findings on a run's page: one line each. */
export function renderAnnotations(report: ConformanceReport): string {
  const { findings } = modelOf(report);
  const of = (verdict: 'fail' | 'warn') =>
    findings
      .filter(({ requirement }) => requirement.verdict === verdict)
      .map(({ requirement: { id, statement, reason = '', source }, differences: [first], also }) => ({
        title: `${id} ${statement}`,
        message: `${first ? sentenceOf(first) : reason}${also.length > 0 ? ` The same answers break ${also.map((other) => other.id).join(', ')}.` : ''} (${source})`,
      }));
  const unjudged =
    report.verdict === 'error' || report.verdict === 'incomplete'
      ? [{ title: `The verdict is ${report.verdict}`, message: report.summary }]
      : [];
  return [
    ...commands('error', [...(report.verdict === 'error' ? unjudged : []), ...of('fail')]),
    ...commands('warning', [...(report.verdict === 'incomplete' ? unjudged : []), ...of('warn')]),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function commands(command: Command, annotations: readonly Annotation[]): string[] {
  const shown = annotations.length > MOST_SHOWN ? annotations.slice(0, MOST_SHOWN - 1) : annotations;
  const left = annotations.slice(shown.length);
  const rest = {
    title: `${plural(left.length, 'more finding')}`,
    message: left.map(({ title }) => title).join(' · '),
  };
  return [...shown, ...(left.length > 0 ? [rest] : [])].map(
    ({ title, message }) => `::${command} title=${property(title)}::${data(message)}`,
  );
}

/** Control characters are written out before, so that none ends a command or begins another. */
function data(text: string): string {
  return oneLine(text, LENGTH.message).replaceAll('%', '%25');
}

function property(text: string): string {
  return oneLine(text, LENGTH.title).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
