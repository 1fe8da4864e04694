// A stored value: its fallback until it is set, then what was set, in the area that its key names.
import { beforeEach, expect, it, vi } from 'vitest';
import { storage } from '@/lib/background/storage/stored-item';

const areas = vi.hoisted(() => {
  const area = () => {
    const kept: Record<string, unknown> = {};
    return {
      kept,
      get: async (name: string) => (name in kept ? { [name]: kept[name] } : {}),
      set: async (values: Record<string, unknown>) => void Object.assign(kept, values),
    };
  };
  return { local: area(), session: area() };
});
vi.mock('wxt/browser', () => ({ browser: { storage: areas } }));

beforeEach(() => {
  for (const { kept } of Object.values(areas)) for (const name of Object.keys(kept)) delete kept[name];
});

it('is its fallback until it is set, and again after it was set to null', async () => {
  const item = storage.defineItem<string | null>('local:word', { fallback: 'none' });
  expect(await item.getValue()).toBe('none');
  await item.setValue('some');
  expect(await item.getValue()).toBe('some');
  await item.setValue(null);
  expect(await item.getValue()).toBe('none');
});

it('lies under its name, in the area that its key names', async () => {
  await storage.defineItem('session:a:b', { fallback: 0 }).setValue(1);
  await storage.defineItem('local:a', { fallback: false }).setValue(false);
  expect(areas.session.kept).toEqual({ 'a:b': 1 });
  expect(areas.local.kept).toEqual({ a: false });
  expect(await storage.defineItem('local:a', { fallback: true }).getValue()).toBe(false);
});

it('passes on what the browser says when it can not be kept', async () => {
  const item = storage.defineItem('local:word', { fallback: '' });
  vi.spyOn(areas.local, 'set').mockRejectedValueOnce(new Error('full'));
  await expect(item.setValue('more')).rejects.toThrow('full');
});
