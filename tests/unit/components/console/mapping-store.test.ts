// The stage mapping's state: loaded over the proposal, changed, saved, and kept when saving fails.
import { describe, expect, it } from 'vitest';
import {
  createMappingStore,
  differsFromProposal,
  isDirty,
  mappingStateWords,
} from '@/components/shared/mapping-store';
import { ok } from '@/lib/problem/problem';
import type { StageMapping } from '@/lib/record/mapping';
import { active, background, stageFields } from './fixtures';

const stage = (value: string) => [{ field: 'lifecyclestage', value }];
const proposed: StageMapping = { lead: stage('lead'), prospect: stage('salesqualifiedlead') };

async function loaded(saved: StageMapping, save: () => boolean = () => true) {
  const { send, asked } = background({
    'playbook.active': () => ok(active),
    'mapping.get': () => ok({ fields: stageFields, mapping: saved, proposed }),
    'mapping.save': () => (save() ? ok(null) : { ok: false, problem: { kind: 'storage', message: 'full' } }),
  });
  const store = createMappingStore(send, 'hubspot', '24680135');
  await store.getState().load();
  return { store, asked, state: () => store.getState() };
}

describe('the mapping store', () => {
  it('shows what was saved, and the proposal where nothing was', async () => {
    const { state } = await loaded({ prospect: [] });
    expect(state().mapping).toMatchObject({ lead: stage('lead'), prospect: [], opportunity: [] });
    expect(isDirty(state())).toBe(true);
    expect(mappingStateWords(state())).toContain('Proposed');
  });

  it('changes one field at a time and takes a field out again', async () => {
    const { state } = await loaded({});
    state().set('lead', 'hs_lead_status', 'NEW');
    expect(state().mapping.lead).toEqual([...stage('lead'), { field: 'hs_lead_status', value: 'NEW' }]);
    state().set('lead', 'lifecyclestage', '');
    expect(state().mapping.lead).toEqual([{ field: 'hs_lead_status', value: 'NEW' }]);
    state().set('lead', 'hs_lead_status', '');
    expect(state().mapping.lead).toEqual([]);
    expect(differsFromProposal(state())).toBe(true);
    state().takeProposal();
    expect(differsFromProposal(state())).toBe(false);
  });

  it('lets several values tell a target, and writes the first of them', async () => {
    const { state } = await loaded({});
    state().assign('lifecyclestage', 'subscriber', 'lead');
    expect(state().mapping.lead).toEqual([...stage('lead'), ...stage('subscriber')]);
    state().assign('lifecyclestage', 'subscriber', 'prospect');
    expect(state().mapping).toMatchObject({
      lead: stage('lead'),
      prospect: [...stage('salesqualifiedlead'), ...stage('subscriber')],
    });
    state().set('prospect', 'lifecyclestage', 'subscriber');
    expect(state().mapping.prospect).toEqual(stage('subscriber'));
    state().assign('lifecyclestage', 'subscriber', '');
    expect(state().mapping.prospect).toEqual([]);
    expect(state().touched).toBe(true);
  });

  it('saves every target, and is then clean', async () => {
    const { state, asked } = await loaded({});
    expect(await state().save()).toBe(true);
    expect(asked.at(-1)).toEqual({
      name: 'mapping.save',
      body: {
        crm: 'hubspot',
        account: '24680135',
        mapping: { ...proposed, opportunity: [], disqualified: [], nurture: [] },
      },
    });
    expect(isDirty(state())).toBe(false);
    expect(mappingStateWords(state())).toBe('Saved');
  });

  it('keeps what was chosen when saving fails, and goes back to what was saved when asked', async () => {
    const { state } = await loaded({ lead: [] }, () => false);
    state().set('lead', 'lifecyclestage', 'subscriber');
    expect(await state().save()).toBe(false);
    expect(state()).toMatchObject({ saveProblem: { kind: 'storage' }, saving: false, touched: true });
    expect(state().mapping.lead).toEqual(stage('subscriber'));
    state().revert();
    expect(state()).toMatchObject({ saveProblem: null, touched: false });
    expect(state().mapping.lead).toEqual([]);
  });

  it('says why it could not be loaded, and loads when tried again', async () => {
    let online = false;
    const { send } = background({
      'playbook.active': () => ok(active),
      'mapping.get': () =>
        online
          ? ok({ fields: stageFields, mapping: {}, proposed })
          : { ok: false, problem: { kind: 'offline', message: '' } },
    });
    const store = createMappingStore(send, 'hubspot', '24680135');
    await store.getState().load();
    expect(store.getState()).toMatchObject({ phase: 'failed', problem: { kind: 'offline' } });
    online = true;
    await store.getState().load();
    expect(store.getState()).toMatchObject({ phase: 'ready', problem: null });
  });
});
