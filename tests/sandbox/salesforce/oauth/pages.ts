// The sign-in form, the page that asks for consent, and Classic's page of a record: plain, no script.
import { escaped } from '../api/xml';

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{max-width:22rem;margin:4rem auto;font:15px/1.5 system-ui,sans-serif;color:#1f2933}input,button{display:block;width:100%;margin:.25rem 0 1rem;padding:.5rem;font:inherit;box-sizing:border-box}</style>
</head><body><h1>${escaped(title)}</h1>${body}</body></html>`;

export function html(text: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/html;charset=UTF-8', ...headers } });
}

/** `next`: where to go once signed in. */
export function signInPage(title: string, next: string, wrong: boolean): Response {
  const body = `${wrong ? '<p role="alert">Check the username and the password.</p>' : ''}
<form method="post" action="/sandbox/login"><input type="hidden" name="startURL" value="${escaped(next)}">
<label>Username <input name="username" id="username" autocomplete="username" required></label>
<label>Password <input name="password" id="password" type="password" autocomplete="current-password" required></label>
<button id="Login">Log in</button></form>`;
  return html(page(`Log in to ${title}`, body), wrong ? 401 : 200);
}

/** Asks the person who is signed in; `query` is the authorize request's own. */
export function consentPage(title: string, person: string, query: string): Response {
  const field = `<input type="hidden" name="request" value="${escaped(query)}">`;
  const body = `<p>The app <strong>Stagecheck</strong> asks to use ${escaped(title)} as ${escaped(person)}:</p>
<ul><li>Manage user data via APIs (api)</li><li>Perform requests at any time (refresh_token)</li></ul>
<form method="post" action="/sandbox/consent">${field}<button name="answer" value="allow" id="allow">Allow</button>
<button name="answer" value="deny" id="deny">Deny</button></form>`;
  return html(page('Allow access?', body));
}

export const problemPage = (words: string) =>
  html(page('This request can’t go on', `<p role="alert">${escaped(words)}</p>`), 400);

/** A record as people see it who stayed in Classic. */
export const classicPage = (name: string) => html(page(name, '<p>Salesforce Classic</p>'));
