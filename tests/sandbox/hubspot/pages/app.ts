// app.hubspot.com: the sandbox's own CRM pages. They get their data from /sandbox/..., never from the public API.
import { Hono } from 'hono';
import type { World } from '../world';

export async function pagesApp(_world: World, _closing: AbortSignal): Promise<Hono> {
  return new Hono().get('*', (c) => c.html('<!doctype html><title>x</title>'));
}
