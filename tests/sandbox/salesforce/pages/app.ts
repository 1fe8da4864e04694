// X.lightning.force.com: the sandbox's own CRM pages. They get their data from /sandbox/..., never from the public API.
import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import * as v from 'valibot';
import type { PageBus } from '../../hubspot/pages/bus';
import { escaped } from '../api/xml';
import type { Grants } from '../grants';
import type { OrgInfo } from '../model';
import { cookieOf } from '../oauth/authorize';
import { deleted, notFound, Refusal, refuse } from '../problem';
import { seesRecord } from '../rules/access';
import { create, update } from '../rules/write';
import { objectNamed, objectOf, objectOfId } from '../schema/objects';
import type { Scene, World } from '../world';
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
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="#4b3f63"/><path d="M5 5h6v6H5z" fill="none" stroke="#fff" stroke-width="1.5"/></svg>';
const shell = ({ name, title }: OrgInfo) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>CRM</title>
<link rel="icon" href="/sandbox/icon.svg">
<link rel="stylesheet" href="/sandbox/app.css">
<script type="module" src="/sandbox/app.js"></script>
</head>
<body data-org="${name}" data-org-name="${escaped(title)}"></body>
</html>`;

const Change = v.object({ values: v.record(v.string(), v.string()) });
const Note = v.object({ text: v.string() });
const file = (body: string, type: string) => new Response(body, { headers: { 'content-type': type } });

export function pagesApp(
  world: World,
  info: OrgInfo,
  grants: Grants,
  bus: PageBus,
  { script, style }: { script: string; style: string },
): Hono {
  const org = world.store.org(info.name);
  const settings = world.settings[info.name];
  const sceneOf = (c: Context): Scene => {
    const session = grants.session(info.name, getCookie(c, 'sid'), 'lightning');
    const usual = org.all('User').find((user) => user.values.Alias === settings.signedInAs);
    const user = session?.user ?? usual?.id;
    if (!user) throw refuse('INVALID_SESSION_ID', 'Your session has ended. Load the page again.', [], 401);
    return { world, org, settings, user };
  };
  const find = (scene: Scene, name: string, id: string) => {
    const object = name === 'any' ? objectOfId(id) : objectNamed(name);
    const record = object && org.find(object.name, id);
    if (!record || !seesRecord(scene, record)) throw notFound('This record was deleted, or never was.');
    if (record.deleted) throw deleted();
    return record;
  };

  const app = new Hono()
    .get('/sandbox/app.js', () => file(script, 'text/javascript;charset=utf-8'))
    .get('/sandbox/app.css', () => file(style, 'text/css;charset=utf-8'))
    .get('/sandbox/icon.svg', () => file(ICON, 'image/svg+xml'))
    .get('/sandbox/events', () => bus.stream())
    .get('/sandbox/list/:object', (c) => {
      const object = objectNamed(c.req.param('object'));
      if (!object) throw notFound('There is no such list.');
      return c.json(
        listPage(sceneOf(c), object, c.req.query('query') ?? '', Number(c.req.query('page') ?? 1)),
      );
    })
    .get('/sandbox/record/:object/:id', (c) => {
      const scene = sceneOf(c);
      return c.json(recordPage(scene, find(scene, c.req.param('object'), c.req.param('id'))));
    })
    .post('/sandbox/record/:object/:id', async (c) => {
      const scene = sceneOf(c);
      const record = find(scene, c.req.param('object'), c.req.param('id'));
      const { values } = v.parse(Change, await c.req.json());
      return c.json(recordPage(scene, update(scene, objectOf(record.type), record, values)));
    })
    .post('/sandbox/record/:object/:id/notes', async (c) => {
      const scene = sceneOf(c);
      const record = find(scene, c.req.param('object'), c.req.param('id'));
      const { text } = v.parse(Note, await c.req.json());
      const about =
        record.type === 'Lead' || record.type === 'Contact' ? { WhoId: record.id } : { WhatId: record.id };
      const task = { Subject: 'Note', Status: 'Completed', Type: 'Other', Description: text };
      create(scene, objectOf('Task'), {
        ...about,
        ...task,
        ActivityDate: world.clock().toISOString().slice(0, 10),
      });
      return c.json(recordPage(scene, find(scene, record.type, record.id)));
    })
    .get('/secur/frontdoor.jsp', (c) => {
      const grant = grants.session(info.name, c.req.query('sid'));
      const back = c.req.query('retURL') ?? '/';
      const to = back.startsWith('/') && !back.startsWith('//') ? back : '/';
      if (!grant) return c.redirect(signInAt(`https://${info.lightning}${to}`));
      // Lightning has a session of its own, of the same org.
      const own = grants.open(info.name, grant.user, grant.label.replace('session ', ''), 'lightning');
      return new Response(null, {
        status: 302,
        headers: { location: to, 'set-cookie': cookieOf(own.access) },
      });
    })
    .get('*', (c) => {
      if (!grants.session(info.name, getCookie(c, 'sid'), 'lightning')) {
        const { pathname, search } = new URL(c.req.url);
        return c.redirect(signInAt(`https://${info.lightning}${pathname}${search}`));
      }
      if (c.req.path === '/') return c.redirect('/lightning/o/Lead/list');
      return c.html(shell(info), 200, { 'content-security-policy': POLICY, 'cache-control': 'no-store' });
    });
  const signInAt = (start: string) => `https://${info.api}/?${new URLSearchParams({ startURL: start })}`;
  app.onError((error, c) => {
    if (error instanceof Refusal)
      return new Response(JSON.stringify({ message: error.message }), { status: error.status });
    console.error(error);
    return c.json({ message: 'Something went wrong here.' }, 500);
  });
  return app;
}
