// From a request of the client's to an answer in our own shape.

import {
  HttpMethod,
  RequestContext,
  type ResponseContext,
} from '@hubspot/api-client/lib/codegen/crm/objects/http/http.js';
import * as v from 'valibot';
import { reported } from '@/lib/diagnostics/report';
import { problem } from './problems';
import type { ClientRequest, Transport } from './transport';

type Decode = (answer: ResponseContext) => Promise<{ data: unknown }>;

/** Sends what the client built, lets the client decode it, and parses that. Rejects with ProblemError only. */
export type Call = <S extends v.GenericSchema>(
  request: Promise<ClientRequest>,
  decode: Decode,
  schema: S,
) => Promise<v.InferOutput<S>>;

/** A call that the client has no generated code for, or too much of it. Rejects with ProblemError only. */
export type Own = <S extends v.GenericSchema>(
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body: unknown,
  schema: S,
) => Promise<v.InferOutput<S>>;

const METHODS = { GET: HttpMethod.GET, POST: HttpMethod.POST, PUT: HttpMethod.PUT };

function parsed<S extends v.GenericSchema>(schema: S, data: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  const where = v.getDotPath(result.issues[0]) ?? 'the whole';
  throw problem('odd-answer', `HubSpot's answer has an unknown shape (${where}).`);
}

export function caller(transport: Transport) {
  const call: Call = async (request, decode, schema) => {
    const answer = await transport.send(await request);
    // The client's decoder walks into whatever came: a list where it expects an object makes it throw.
    const decoded = await decode(answer).catch(reported('hubspot.call', { data: undefined }));
    return parsed(schema, decoded.data);
  };

  const own: Own = async (method, url, body, schema) => {
    const request = new RequestContext(url, METHODS[method]);
    if (body !== undefined) request.setBody(JSON.stringify(body));
    const answer = await transport.send(request);
    // "No content" is an answer without data, also where there should be some.
    const text = await answer.body.text();
    const data: unknown = text === '' ? undefined : JSON.parse(text);
    return parsed(schema, data);
  };

  return { call, own };
}
