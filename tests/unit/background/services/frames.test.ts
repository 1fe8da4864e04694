// Which frames are ours: bound by a word that is used once, to one document in one tab, over a worker's death.
import { describe, expect, it } from 'vitest';
import { createFrames } from '@/lib/background/services/frames';
import { frameArea } from './frame-area';

const in7 = (documentId: string) => ({ documentId, frameId: 4, tab: { id: 7 } });

describe('a frame', () => {
  it('is ours by the word of its own tab, and no other is by the same word', async () => {
    const frames = createFrames(() => area);
    const area = frameArea();
    await frames.expect(7, 'word');
    expect(await frames.meet({ ...in7('a'), tab: { id: 8 } }, 'word')).toBe(false);
    expect(await frames.meet(in7('a'), 'another')).toBe(false);
    expect(await Promise.all([frames.meet(in7('a'), 'word'), frames.meet(in7('b'), 'word')])).toEqual([
      true,
      false,
    ]);
    expect(await frames.isOurs(in7('a'))).toBe(true);
    expect(await frames.isOurs(in7('b'))).toBe(false);
    expect(await frames.isOurs({ ...in7('a'), tab: { id: 8 } })).toBe(false);
    expect(await frames.isOurs({ ...in7('a'), tab: undefined })).toBe(false);
  });

  it('stays ours for the next worker, and its word is used up for that one too', async () => {
    const area = frameArea();
    await createFrames(() => area).expect(7, 'word');
    expect(await createFrames(() => area).meet(in7('a'), 'word')).toBe(true);
    const next = createFrames(() => area);
    expect(await next.isOurs(in7('a'))).toBe(true);
    expect(await next.meet(in7('b'), 'word')).toBe(false);
  });

  it('has only the newest word of its tab, however many there were', async () => {
    const area = frameArea();
    const frames = createFrames(() => area);
    for (const word of ['first', 'second']) await frames.expect(7, word);
    expect(await frames.meet(in7('a'), 'first')).toBe(false);
    expect(await frames.meet(in7('a'), 'second')).toBe(true);
    expect(Object.keys(area.rows)).toEqual(['frame:a']);
  });

  it('is told by its number where the browser names no document', async () => {
    const frames = createFrames(() => area);
    const area = frameArea();
    await frames.expect(7, 'word');
    expect(await frames.meet({ frameId: 4, tab: { id: 7 } }, 'word')).toBe(true);
    expect(await frames.isOurs({ frameId: 4, tab: { id: 7 } })).toBe(true);
    expect(await frames.isOurs({ frameId: 5, tab: { id: 7 } })).toBe(false);
    expect(await frames.isOurs({ tab: { id: 7 } })).toBe(false);
  });

  it('is forgotten with its document, and what others keep there stays', async () => {
    const area = frameArea({ 'frame:a': 7, 'frame:b': 8, called: 1, 'frame-word:9': 'word' });
    await createFrames(() => area).tidy(['b']);
    expect(area.rows).toEqual({ 'frame:b': 8, called: 1, 'frame-word:9': 'word' });
  });

  it('is not ours by a row that is damaged', async () => {
    const area = frameArea({ 'frame:a': 'seven', 'frame-word:7': 5 });
    const frames = createFrames(() => area);
    expect(await frames.isOurs(in7('a'))).toBe(false);
    expect(await frames.meet(in7('a'), '5')).toBe(false);
  });

  it('goes on being met after the storage refused once', async () => {
    const area = frameArea({ 'frame-word:7': 'word' });
    let refuses = true;
    const frames = createFrames(() => {
      if (refuses) throw new Error('The storage is damaged.');
      return area;
    });
    await expect(frames.meet(in7('a'), 'word')).rejects.toThrow('damaged');
    refuses = false;
    expect(await frames.meet(in7('a'), 'word')).toBe(true);
  });
});
