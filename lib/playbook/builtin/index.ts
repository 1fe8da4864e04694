// All built-in playbooks, the default first.
import type { Playbook } from '../schema';
import { communicationPlaybook } from './communication';
import { defaultPlaybook } from './default';
import { profilePlaybook } from './profile';
import { responsePlaybook } from './response';
import { targetMarketPlaybook } from './target-market';
import { threeLevelsPlaybook } from './three-levels';
import { valuePlaybook } from './value';

/** The default, then one for each of the five articles; one article has two threads, and so two playbooks. */
export const builtins: readonly Playbook[] = [
  defaultPlaybook,
  valuePlaybook,
  threeLevelsPlaybook,
  communicationPlaybook,
  targetMarketPlaybook,
  profilePlaybook,
  responsePlaybook,
];
