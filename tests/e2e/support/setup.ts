// Before any end-to-end test: a browser is at hand, and .output holds the production build of the present sources.
import { ensureBuilt } from '../../browser/built.ts';
import { findBrowser } from '../../browser/find.ts';

export default function setup(): void {
  findBrowser();
  ensureBuilt();
}
