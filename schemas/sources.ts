import type { Source } from './requirements.ts';

/** What a source other than the page says, in our words, beside its name. */
interface Quote {
  source: string;
  text: string;
}

/** Every name that stands in a requirement's `also`; a test keeps the list exact. */
export const SOURCE_TEXTS: Readonly<Record<string, string>> = {
  'RFC 9110, section 15.5.6':
    '405 means that the target knows the method and does not allow it there; the answer must list the allowed ones in Allow.',
  'RFC 9110, section 15.5.2':
    '401 means that the request lacks valid credentials; it may be sent again with other ones.',
  'RFC 9110, section 5.1': 'Names of header fields are compared without regard to case.',
  'RFC 9110, section 11.6.1': 'A 401 must carry WWW-Authenticate with at least one challenge.',
  'RFC 9110, section 15.5.14': 'A server that finds a body too large for it answers 413.',
  'RFC 9110, section 15.5.16': 'A server that does not take a body in this format answers 415.',
  'RFC 9110, section 8.3':
    'Whoever sends content names its media type in Content-Type, unless it is not known.',
  'RFC 9110, section 15.5':
    'A 4xx says that the client seems to have erred and the request was not carried out, not that something was done.',
  'RFC 9110, section 9.2.2':
    'PUT is idempotent: several equal requests are meant to have the effect of a single one.',
  'RFC 9110, section 3.3': 'HTTP has no state: each request is understood by itself alone.',
  'RFC 9110, section 15.5 and 15.6':
    'A 4xx is for mistakes of the client, a 5xx for a server that knows that it has failed itself.',
  'RFC 9110, section 15.4': 'A 3xx asks the client to go on elsewhere to fulfil the request.',
  'RFC 9110, section 3.4':
    'A server answers each request with one or more responses, of which the last one is final.',
  'RFC 9110, section 15.5.2, 15.5.8 and 15.5.9':
    '401 and 407 ask for credentials, 408 for the same request once more: none of them speaks of the body.',
  'RFC 8259, section 2':
    'A JSON text is one value: an object, a list, a number, a string, true, false or null.',
  'RFC 8259, section 2, 4 and 7':
    'White space between tokens means nothing, members of an object are in no order, and any character of a string may be escaped.',
  'RFC 8259, section 4':
    'Names within an object should be unique; what happens otherwise is not foreseeable.',
  'RFC 8259, section 8.1':
    'JSON between systems is in UTF-8, and whoever sends it must not put a byte-order mark in front.',
  'RFC 8259, section 9': 'A parser takes every JSON text, and may take other forms and extensions too.',
  'RFC 8259, section 2 and 8.1': 'A JSON text is one value, and between systems it is in UTF-8.',
  'RFC 9112, sections 6.3 and 7.1':
    'The length of a body is told by Content-Length or by chunks, which every receiver must be able to read; a server may ask for Content-Length with 411.',
  'RFC 9112, section 7.1': 'Every receiver must be able to read a body sent in chunks.',
  "the provider's API definition, operation UpdateMemberStatus":
    'Request: status is required and one of accepted, pending and rejected. Answer: member is required, with a status of pending, accepted or rejected; its other fields are optional strings. The body is application/json;charset=UTF-8.',
  "the provider's error code list":
    'Every error code stands there with its HTTP status and its meaning, and a failed call is answered with error_code and error_msg.',
  'other editions of the page: the recipient makes the call':
    'The call is made by the project with which the backup was shared.',
  "what the provider's SDKs and HTTP clients send":
    'SDKs add headers such as X-Language, X-Project-Id and X-Sdk-Date, and HTTP clients an Accept of their own.',
  "what the provider's SDKs and curl examples send":
    'Node and Go send application/json alone; the curl example of IAM says charset=utf8.',
  'what clients that stream send':
    'Clients that stream a body do not know its length, and send it in chunks.',
  'RFC 9110, section 10.1.1':
    'A client may announce its body with Expect: 100-continue, and send it without waiting for 100; a server answers that or the request.',
  'what curl and .NET send':
    'curl announces longer bodies with Expect: 100-continue, and the older HTTP client of .NET each of them.',
  'a published Go client sends an additional property':
    'A client in use sends a property that Table 3 does not list.',
  "the provider's Terraform code rejects an accepted share on destroy":
    'Destroying the resource sends status rejected for the share that was accepted before.',
};

/** What stands behind a requirement beside the page's own words, each with its name; empty where the page says it. */
export function quotesOf({ also, quote }: Source): Quote[] {
  const others = (also ?? '').split('; ').flatMap((source) => {
    const text = SOURCE_TEXTS[source];
    return text === undefined ? [] : [{ source, text }];
  });
  return quote === undefined ? others : [...others, { source: 'How this suite reads it', text: quote }];
}
