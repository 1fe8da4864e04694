// Every state of the sidebar, reached the way a rep reaches it: pushes from the background, then keys or presses.
import { forms } from './form-states';
import { live } from './live-states';
import { next } from './next-states';
import { reading } from './reading-states';
import type { State } from './steps';
import { writing } from './writing-states';

export type { Stage } from './steps';

export const states: Record<string, State> = { ...live, ...reading, ...writing, ...next, ...forms };
