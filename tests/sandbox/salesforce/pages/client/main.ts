// Starts the CRM page: shows what the address means, and keeps it up to date.
import { busyFromAddress, setBusy } from '../../../hubspot/pages/client/busy';
import { el } from '../../../hubspot/pages/client/el';
import { type Shown, showList } from '../../../hubspot/pages/client/list-page';
import { org, readList } from './data';
import { frame, helpDialog, shortcuts } from './frame';
import { showRecord } from './record-page';
import { navigation, routeOf } from './route';
import { Tabs } from './tabs';

const dialog = helpDialog();
const tabs = new Tabs();
const { main, mark } = frame(tabs, () => dialog.showModal());
let shown: Shown | null = null;
let turn = 0;

const go = navigation(show, tabs.within);
shortcuts(dialog, go, (key) => shown?.key?.(key) ?? false);
busyFromAddress();
listen();
addEventListener('focus', refresh);
show();

async function show() {
  turn += 1;
  const mine = turn;
  const route = routeOf(new URL(location.href));
  shown = null;
  document.body.dataset.ready = 'false';
  mark(route.kind === 'other' ? 'home' : route.object);
  // Each page draws into an element of its own: one that comes late draws where nobody looks.
  const place = el('div', { class: 'place' });
  try {
    if (route.kind === 'other') {
      document.title = `${route.title} | CRM`;
      place.append(
        el('section', { class: 'list' }, el('h1', {}, route.title), el('p', {}, 'There is no record here.')),
      );
      tabs.left();
    } else if (route.kind === 'list') {
      const page = await showList(place, route.object, go, readList);
      if (mine !== turn) return;
      shown = page;
      tabs.left();
    } else {
      const page = await showRecord(place, route.object, route.id);
      if (mine !== turn) return;
      shown = page;
      mark(page.object);
      tabs.shown(location.pathname, page.name, route.parent);
    }
  } catch (error) {
    if (mine !== turn) return;
    document.title = 'CRM';
    const words = error instanceof Error ? error.message : 'This page could not be shown.';
    place.replaceChildren(el('section', { class: 'list' }, el('h1', {}, 'Not here'), el('p', {}, words)));
  }
  main.replaceChildren(place);
  document.body.dataset.ready = 'true';
}

/** A failed refresh keeps what is shown, unless the record is gone. */
function refresh() {
  shown?.refresh().catch((error) => {
    if (error instanceof Error && /deleted/.test(error.message)) show();
  });
}

/** Live changes. A hidden page gives its connection back: a browser allows six to a host. */
function listen() {
  let events: EventSource | null = null;
  const follow = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource('/sandbox/events');
      events.addEventListener('message', take);
      refresh();
    }
  };
  document.addEventListener('visibilitychange', follow);
  follow();
}

function take(message: MessageEvent) {
  const event = JSON.parse(message.data);
  if (event.kind === 'changed' && event.portal === org) refresh();
  if (event.kind === 'busy') setBusy(event.percent, event.churn);
}
