// Every case, through the real way from facts and answers to the verdict, under all built-in playbooks.
import { describe, expect, it } from 'vitest';
import { presumedFor } from '@/lib/playbook';
import { plainAnswers } from '@/lib/qualification';
import { type Case, playbooks, type Said, say, stageLine } from './case';
import { edges } from './edges';
import { lists } from './lists';
import { needs } from './needs';
import { opportunities } from './opportunities';
import { reactions } from './reactions';
import { types } from './types';

const all: Case[] = [...lists, ...reactions, ...types, ...needs, ...opportunities, ...edges];

/** What the case may name beside the stage, of one playbook. */
function beside({ verdict }: Said) {
  const { outcomes, flags, labels, scales } = verdict;
  return {
    outcomes: Object.fromEntries(outcomes.map(({ id, proposed }) => [id, proposed])),
    flags: Object.fromEntries(flags.map(({ id, value }) => [id, value])),
    labels: Object.fromEntries(labels.map(({ id, option }) => [id, option])),
    band: scales[0]?.band?.id ?? null,
  };
}

describe('the cases', () => {
  it('are at least sixty, each with a name and a story of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(new Set(all.map(({ story }) => story)).size).toBe(all.length);
  });

  it('part the playbooks: no two of them agree on everyone', () => {
    const columns = all.map((one) => one.stages.split(' '));
    const byPlaybook = say({}).map((_, index) => columns.map((line) => line[index]).join(''));
    expect(new Set(byPlaybook).size).toBe(byPlaybook.length);
  });

  describe.each(all.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const said = say(one);
    it(`is ${one.stages}: ${one.story}`, () => {
      expect(stageLine(said)).toBe(one.stages);
    });

    it('has beside the stage what is said of it', () => {
      for (const [id, wanted] of Object.entries(one.beside ?? {})) {
        const found = said.find((playbook) => playbook.id === id);
        expect(found && { id, ...beside(found) }).toMatchObject({ id, ...wanted });
      }
      for (const { answered } of said) {
        const disputed = Object.values(answered).filter(({ disagrees }) => disagrees);
        const ids = disputed.map(({ criterion }) => criterion);
        expect(ids.sort()).toEqual((one.disagrees ?? []).filter((id) => id in answered).sort());
      }
    });

    it('stands no higher under any playbook when one answer of the rep less is known', () => {
      const rank = ({ verdict }: Said) => verdict.stages.filter(({ holds }) => holds === 'yes').length;
      for (const gone of Object.keys(one.rep ?? {})) {
        const rep = Object.fromEntries(Object.entries(one.rep ?? {}).filter(([id]) => id !== gone));
        say({ ...one, rep }).forEach((less, index) => {
          const before = said[index];
          const { playbook } = playbooks[index] ?? {};
          // Without the rep's word a fact may speak again; only where nothing does is less known.
          if (!before || !playbook || less.answered[gone]?.value) return;
          // What was known against them is what an "unless" waits for.
          if (presumedFor(playbook, less.verdict.stage, plainAnswers(less.answered)).includes(gone)) return;
          expect(rank(less)).toBeLessThanOrEqual(rank(before));
        });
      }
    });
  });
});
