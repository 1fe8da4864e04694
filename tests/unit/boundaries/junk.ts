// Whatever may be found where something of ours was kept: anything at all, or the sound thing with a few places spoilt.
import * as fc from 'fast-check';
import { damaged, damages } from '../../fuzz/damage';

export function found(sound: unknown): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.anything(),
    damages(3).map((list) => damaged(sound, list)),
  );
}
