// Which playbook is in force: the one that was chosen, kept, and the default where that is none.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { activePlaybook, builtinPlaybooks, choosePlaybook } from '@/lib/background/playbooks/active';
import { hashPlaybook } from '@/lib/playbook';
import { builtins } from '@/lib/playbook/builtin';

const kept = vi.hoisted(() => ({ value: 'default' }));
vi.mock('@/lib/background/storage/settings', () => ({
  playbookItem: {
    getValue: async () => kept.value,
    setValue: async (next: string) => {
      kept.value = next;
    },
  },
}));

vi.mock('wxt/browser', () => ({ browser: { runtime: { getURL: (path: string) => path } } }));

/** The extension's own files, as the build makes them; `damaged` are those that were cut off. */
const damaged = new Set<string>();
vi.stubGlobal('fetch', async (path: string) => {
  const whole = JSON.stringify(builtins.find(({ id }) => path === `/playbooks/${id}.json`));
  return new Response(damaged.has(path) ? whole.slice(0, 900) : whole);
});

beforeEach(() => {
  kept.value = 'default';
  damaged.clear();
});

describe('the active playbook', () => {
  it('says which file is damaged, keeps what was chosen, and tries again the next time', async () => {
    damaged.add('/playbooks/value.json');
    const said = expect.stringContaining('playbooks/value.json');
    await expect(choosePlaybook('value')).rejects.toMatchObject({ problem: { message: said } });
    expect(kept.value).toBe('default');
    damaged.clear();
    expect((await choosePlaybook('value')).playbook.id).toBe('value');
  });

  it('is one of all that are built in', async () => {
    const all = await builtinPlaybooks();
    expect(all.map(({ playbook }) => playbook)).toEqual(builtins);
    expect(all).toContainEqual(await activePlaybook());
  });

  it.each(builtins.map(({ id }) => id))('is %s once it was chosen', async (id) => {
    const chosen = await choosePlaybook(id);
    const active = await activePlaybook();
    expect(chosen).toEqual(active);
    expect(active.playbook.id).toBe(id);
    expect(active).toMatchObject({ hash: hashPlaybook(active.playbook), origin: 'Built in' });
    expect(kept.value).toBe(id);
  });

  it('is the default where what was chosen is no longer there', async () => {
    kept.value = 'of-an-older-version';
    expect((await activePlaybook()).playbook.id).toBe('default');
  });

  it('stays as it is where what is asked for is not there', async () => {
    await choosePlaybook('value');
    await expect(choosePlaybook('bant')).rejects.toMatchObject({ problem: { kind: 'unexpected' } });
    expect((await activePlaybook()).playbook.id).toBe('value');
  });
});
