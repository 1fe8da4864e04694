// The few words that the background itself says, on the toolbar's button.
import * as v from 'valibot';
import { reported } from '@/lib/diagnostics/report';
import { own } from '@/lib/util/object';

const EntrySchema = v.object({ message: v.string() });

type Needs<Name> = {
  /** The browser's own. */
  getMessage(name: Name, values: string[]): string;
  /** The text of the package's own file of messages. */
  read(): Promise<string>;
};

/** Words by their name, with a number in them where they have one. */
export type Words<Name> = (name: Name, count?: string) => Promise<string>;

/**
 * In a worker, Chromium 156 now and then knows no message at all, for as long as we looked (seen in our tests, in a few
 * starts right after an installation; why is not known). The words are in the package, so they are read there then. Never
 * rejects: '' where that can't be done either.
 */
export function createWords<Name extends string>({ getMessage, read }: Needs<Name>): Words<Name> {
  const packaged = async (name: Name) => {
    const file = v.parse(v.object({ [name]: EntrySchema }), JSON.parse(await read()));
    return own(file, name)?.message ?? '';
  };
  return async (name, count = '') => {
    const told = getMessage(name, [count]);
    if (told !== '') return told;
    const message = await packaged(name).catch(reported('worker.words', ''));
    return message.replace('$COUNT$', count);
  };
}
