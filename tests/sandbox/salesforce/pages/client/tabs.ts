// The console: a bar of tabs for records, and under each the tabs that were opened from it.
import { el } from '../../../hubspot/pages/client/el';

type Tab = { path: string; name: string; under: Tab[] };
const KEY = 'sandbox.console';

export class Tabs {
  readonly element = el('nav', { class: 'tabs', 'aria-label': 'Open tabs', hidden: true });
  #tabs: Tab[] = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  #parent: string | null = null;
  on = localStorage.getItem(KEY) === '1';

  toggle() {
    this.on = !this.on;
    localStorage.setItem(KEY, this.on ? '1' : '0');
  }

  /** Where a link leads: into a tab under the record that is open, or to the page itself. */
  within = (path: string): string =>
    this.on && this.#parent && path.startsWith('/lightning/r/') && path !== this.#parent
      ? `${path}?ws=${encodeURIComponent(this.#parent)}`
      : path;

  /** A record is shown. `parent`: the path of the tab that it stands under. */
  shown(path: string, name: string, parent: string | null) {
    if (parent) this.on = true;
    this.#parent = parent ?? path;
    if (this.on) {
      const top = add(this.#tabs, this.#parent, parent ? 'Record' : name);
      if (!parent) top.name = name;
      else add(top.under, path, name).name = name;
    }
    this.#draw(path);
  }

  /** A page that is no record. */
  left() {
    this.#parent = null;
    this.#draw('');
  }

  #draw(path: string) {
    sessionStorage.setItem(KEY, JSON.stringify(this.#tabs));
    this.element.hidden = !this.on || this.#tabs.length === 0;
    const top = this.#tabs.find((tab) => tab.path === this.#parent);
    this.element.replaceChildren(
      el(
        'div',
        { class: 'row' },
        ...this.#tabs.map((tab) => this.#link(tab, tab.path, tab === top, this.#tabs)),
      ),
      el(
        'div',
        { class: 'row under' },
        ...(top?.under ?? []).map((tab) =>
          this.#link(
            tab,
            `${tab.path}?ws=${encodeURIComponent(top?.path ?? '')}`,
            tab.path === path,
            top?.under ?? [],
          ),
        ),
      ),
    );
  }

  #link(tab: Tab, href: string, current: boolean, list: Tab[]): HTMLElement {
    const close = el(
      'button',
      {
        type: 'button',
        class: 'close',
        'aria-label': `Close ${tab.name}`,
        click: () => {
          list.splice(list.indexOf(tab), 1);
          this.#draw(location.pathname);
        },
      },
      '×',
    );
    return el(
      'span',
      { class: current ? 'tab current' : 'tab' },
      el('a', { href, dir: 'auto' }, tab.name.slice(0, 40)),
      close,
    );
  }
}

function add(tabs: Tab[], path: string, name: string): Tab {
  const known = tabs.find((tab) => tab.path === path);
  if (known) return known;
  const tab = { path, name, under: [] };
  tabs.push(tab);
  return tab;
}
