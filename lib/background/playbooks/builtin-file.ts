// A built-in playbook from its file in the extension: the documents are too large to be part of the background itself.

import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { reported } from '@/lib/diagnostics/report';
import type { BuiltinId } from '@/lib/playbook/builtin/ids';
import { hashPlaybook } from '@/lib/playbook/hash';
import { type Playbook, PlaybookSchema } from '@/lib/playbook/schema';
import { ProblemError } from '@/lib/problem/problem';

/**
 * Reads playbooks/ID.json, which the build makes (wxt.config.ts). Only its shape is looked at: the tests hold the
 * built-in playbooks to be sound. Rejects with ProblemError where the file is not what it should be.
 */
export async function readBuiltin(id: BuiltinId): Promise<{ playbook: Playbook; hash: string }> {
  const file = browser.runtime.getURL(`/playbooks/${id}.json`);
  const read: unknown = await fetch(file)
    .then((reply) => reply.json())
    .catch(reported('playbooks.builtin-file', null));
  const parsed = v.safeParse(PlaybookSchema, read);
  if (parsed.success) return { playbook: parsed.output, hash: hashPlaybook(parsed.output) };
  const message = `A file of the extension is damaged (playbooks/${id}.json). Install Stagecheck again.`;
  throw new ProblemError({ kind: 'unexpected', message });
}
