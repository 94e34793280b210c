import type { OpenAPIV3_1 } from 'openapi-types';
import document from './openapi.json' with { type: 'json' };

/** The operation as an OpenAPI document; its references are relative to `schemas/`. */
export const OPENAPI = document as OpenAPIV3_1.Document;
