// app.hubspot.com: the sandbox's own CRM pages. They get their data from /sandbox/..., never from the public API.
import { Hono } from 'hono';
import * as v from 'valibot';
import { Refusal } from '../problem';
import { create, update } from '../rules/write';
import { portalOf } from '../store';
import { objectType } from '../types';
import type { Scene, World } from '../world';
import { assets } from './assets';
import type { PageBus } from './bus';
import { listPage } from './list';
import { recordPage } from './record';

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const shell = (portal: string, name: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>CRM</title>
<link rel="icon" href="/sandbox/icon.svg">
<link rel="stylesheet" href="/sandbox/app.css">
<script type="module" src="/sandbox/app.js"></script>
</head>
<body data-portal="${portal}" data-portal-name="${name.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></body>
</html>`;
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#3b4a5a"/><path d="M4 5h8M4 8h8M4 11h5" stroke="#fff" stroke-width="1.5"/></svg>';
const Change = v.object({ properties: v.record(v.string(), v.string()) });
const Note = v.object({ text: v.string() });

export async function pagesApp(world: World, bus: PageBus): Promise<Hono> {
  const { script, style } = await assets();
  world.store.onCommit((changes) => {
    const [first] = changes;
    if (first) bus.send({ kind: 'changed', portal: portalOf(first) });
  });
  const scene = (portal: string): Scene => {
    const state = world.store.portals.get(portal);
    if (!state) throw new Refusal(403, 'FORBIDDEN', 'You have no access to this portal.');
    return {
      world,
      portal: state,
      author: { sourceType: 'CRM_UI', sourceId: 'userId:4700000', updatedByUserId: 4_700_000 },
    };
  };
  const find = ({ portal }: Scene, typeId: string, id: string) => {
    const type = objectType(typeId);
    const record = type && portal.find(type.name, id);
    if (!record || record.archivedAt)
      throw new Refusal(404, 'NOT_FOUND', 'This record was deleted, or never was.');
    return record;
  };
  const file = (body: string, type: string) => new Response(body, { headers: { 'content-type': type } });

  const app = new Hono()
    .get('/sandbox/app.js', () => file(script, 'text/javascript;charset=utf-8'))
    .get('/sandbox/app.css', () => file(style, 'text/css;charset=utf-8'))
    .get('/sandbox/icon.svg', () => file(ICON, 'image/svg+xml'))
    .get('/sandbox/events', () => bus.stream())
    .get('/sandbox/:portal/list/:type', (c) => {
      const { portal } = scene(c.req.param('portal'));
      const type = objectType(c.req.param('type'));
      if (!type) throw new Refusal(404, 'NOT_FOUND', 'There is no such list.');
      return c.json(
        listPage(portal, type.name, c.req.query('query') ?? '', Number(c.req.query('page') ?? 1)),
      );
    })
    .get('/sandbox/:portal/record/:type/:id', (c) => {
      const here = scene(c.req.param('portal'));
      return c.json(
        recordPage(here.portal, find(here, c.req.param('type'), c.req.param('id')), c.req.param('id')),
      );
    })
    .post('/sandbox/:portal/record/:type/:id', async (c) => {
      const here = scene(c.req.param('portal'));
      const { properties } = v.parse(Change, await c.req.json());
      const record = update(here, find(here, c.req.param('type'), c.req.param('id')), properties);
      return c.json(recordPage(here.portal, record, record.id));
    })
    .post('/sandbox/:portal/record/:type/:id/notes', async (c) => {
      const here = scene(c.req.param('portal'));
      const record = find(here, c.req.param('type'), c.req.param('id'));
      const { text } = v.parse(Note, await c.req.json());
      const typeId = { contacts: 202, companies: 190, deals: 214, leads: 855 }[String(record.type)] ?? 202;
      const values = { hs_note_body: text, hs_timestamp: world.clock().toISOString() };
      create(here, 'notes', values, [{ to: { type: record.type, id: record.id }, typeId }]);
      return c.json(recordPage(here.portal, record, record.id));
    })
    .get('/', (c) => c.redirect(`/contacts/${[...world.store.portals.keys()][0]}/objects/0-1/views/all/list`))
    .get('*', (c) => {
      const portal = /^\/[a-z-]+\/(\d+)/.exec(c.req.path)?.[1] ?? '';
      const name = world.store.portals.get(portal)?.info.name ?? '';
      return c.html(shell(portal, name), 200, {
        'content-security-policy': POLICY,
        'cache-control': 'no-store',
      });
    });
  app.onError((error, c) => {
    if (error instanceof Refusal)
      return new Response(JSON.stringify({ message: error.message }), { status: error.status });
    console.error(error);
    return c.json({ message: 'Something went wrong here.' }, 500);
  });
  return app;
}
