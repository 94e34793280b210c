import request from './examples/request.json' with { type: 'json' };
import response from './examples/response.json' with { type: 'json' };

/** The three ids in the URL of the page's example request, named as in Table 1. */
export const EXAMPLE_PATH = {
  project_id: 'f841e01fd2b14e7fa41b6ae7aa6b0594',
  backup_id: 'a5200268-74a5-4806-acc6-95793ab0228b',
  member_id: 'f841e01fd2b14e7fa41b6ae7aa6b0594',
} as const;

/** The body of the page's example request. */
export const EXAMPLE_REQUEST = request;

/** The body of the page's example response: a sample of the shape, see {@link EXAMPLE_ODDITIES}. */
export const EXAMPLE_RESPONSE = response;

/** Where the two examples do not fit together, and what the suite makes of it. */
export const EXAMPLE_ODDITIES = [
  {
    statement: 'project_id and member_id are one value in the URL of the example request.',
    consequence:
      'The caller is the recipient and works in its own project, as the row member_id of Table 1 says.',
  },
  {
    statement: 'backup_id and dest_project_id of the example response are not those of the example request.',
    consequence:
      'The example response shows the shape of an answer only; a real one repeats the ids of its request.',
  },
] as const;
