import type { Content, Entry, Har, Header, PostData, Request, Response } from 'har-format';
import type { BodyEvidence, ConformanceReport, ExchangeEvidence } from '../schemas/results.ts';
import { jsonByEntry } from './json-by-entry.ts';

type Headers = readonly [string, string][];

const PAGE = 'run';

/** `conformance.har`: every exchange of the run as HAR 1.2, for the network tab of a browser's developer tools. */
export function renderHar(report: ConformanceReport): string {
  const { suite, target, startedAt } = report;
  const entries = Object.values(report.exchanges)
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt))
    .map(toEntry);
  const har: Har = {
    log: {
      version: '1.2',
      creator: { name: suite.name, version: suite.version },
      comment: 'Secrets are replaced by names such as $TOKEN, and long bodies are cut.',
      // Viewers take it for granted that there is one.
      pages: [
        {
          startedDateTime: startedAt,
          id: PAGE,
          title: `${suite.contract}: ${target.endpoint}`,
          pageTimings: { onContentLoad: -1, onLoad: -1 },
        },
      ],
      entries,
    },
  };
  return jsonByEntry(har, 3);
}

function toEntry(exchange: ExchangeEvidence): Entry {
  const { id, title, tenant, startedAt, durationMs, retries } = exchange;
  const repeated = retries.map(({ reason, waitedMs }) => `sent again after ${waitedMs} ms: ${reason}`);
  const who = tenant === null ? [] : [`with the token of the ${tenant}`];
  return {
    pageref: PAGE,
    startedDateTime: startedAt,
    time: durationMs,
    request: toRequest(exchange),
    response: toResponse(exchange),
    cache: {},
    // Only the sum was measured.
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: durationMs, receive: 0 },
    comment: [`${title} (${id})`, ...who, ...repeated].join('; '),
  };
}

function toRequest({ request: { method, url, headers, body } }: ExchangeEvidence): Request {
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: toHeaders(headers),
    queryString: URL.canParse(url)
      ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value }))
      : [],
    headersSize: -1,
    bodySize: body?.bytes ?? 0,
    ...(body ? { postData: toPostData(headers, body) } : {}),
  };
}

/** HAR has no encoding for what is sent: bytes that are no text are told by the comment. */
function toPostData(headers: Headers, body: BodyEvidence): PostData {
  const comment = [
    ...(body.encoding === 'base64' ? ['base64 of bytes that are no UTF-8'] : []),
    ...cutNote(body),
  ];
  return {
    mimeType: headerOf(headers, 'content-type'),
    text: body.text,
    ...(comment.length > 0 ? { comment: comment.join('; ') } : {}),
  };
}

/** A status of 0 is how browsers write that there was no answer. */
function toResponse({ response, failure }: ExchangeEvidence): Response {
  const { status = 0, statusText = '', headers = [], body } = response ?? {};
  return {
    status,
    statusText,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: toHeaders(headers),
    content: body ? toContent(headers, body) : { size: 0, mimeType: '' },
    redirectURL: headerOf(headers, 'location'),
    headersSize: -1,
    bodySize: body?.bytes ?? -1,
    ...(failure ? { comment: failure.message, _error: `${failure.kind}: ${failure.message}` } : {}),
  };
}

function toContent(headers: Headers, body: BodyEvidence): Content {
  const [comment] = cutNote(body);
  return {
    size: body.truncated ? body.bytes : Buffer.byteLength(body.text, body.encoding),
    mimeType: headerOf(headers, 'content-type'),
    text: body.text,
    ...(body.encoding === 'base64' ? { encoding: 'base64' } : {}),
    ...(comment === undefined ? {} : { comment }),
  };
}

const cutNote = ({ truncated, bytes }: BodyEvidence): string[] =>
  truncated ? [`cut; ${bytes} bytes in all`] : [];

function toHeaders(headers: Headers): Header[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function headerOf(headers: Headers, name: string): string {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
}
