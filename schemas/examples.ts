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

/** The body of the page's example response: a sample of the shape, whose ids are not those of the request. */
export const EXAMPLE_RESPONSE = response;
