// The browser's own log of its network: which origin asked for which address, the worker's requests too.
import * as v from 'valibot';

const EventSchema = v.object({
  source: v.object({ id: v.number() }),
  params: v.object({ initiator: v.string(), url: v.string() }),
});

/** One request: the origin that asked, the address, and all that the log tells of it, as text. */
export type NetRequest = { initiator: string; url: string; told: string };

/** All requests of a log written with --log-net-log, one event a line. */
export function requestsOf(log: string): NetRequest[] {
  const lines = log.split('\n').map((line) => line.replace(/,$/, ''));
  const told = new Map<string, string>();
  for (const line of lines) {
    const id = /"source":\{"id":(\d+)/.exec(line)?.[1];
    if (id !== undefined) told.set(id, `${told.get(id) ?? ''}${line}\n`);
  }
  return lines.flatMap((line) => {
    if (!line.includes('"initiator"')) return [];
    const event = v.safeParse(EventSchema, JSON.parse(line));
    if (!event.success) return [];
    const { params, source } = event.output;
    return [{ ...params, told: told.get(String(source.id)) ?? '' }];
  });
}
