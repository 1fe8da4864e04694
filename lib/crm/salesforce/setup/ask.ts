// Sends queries so that what this sign-in may not see is left out of them, once Salesforce has refused one for it.
import type { ProblemError } from '@/lib/problem/problem';
import type { Client } from '../client/client';
import type { CompositeAnswer, CompositePart } from '../client/composite';
import { isProblem } from '../client/problems';
import { type Fitted, fitted, type Lack, type Select } from '../client/select';
import type { OrgRecord } from '../client/shapes';
import { queryUrl } from '../client/soql';
import { notAsked } from './lacks';
import type { Sight } from './view';

/** `lacks`: what was not looked at, or not looked by. */
export type Found = { records: OrgRecord[]; done: boolean | null; lacks: readonly Lack[] };

/**
 * A query as a part of a composite call. `what`: what is looked up, in words. `reference`: to an earlier part's answer
 * (soql.ts), which `after` names: without that there is nothing to ask here.
 */
export type QueryPart = { id: string; what: string; select: Select; reference?: string; after?: string };
/** Another part; `after` as there. */
export type PlainPart = CompositePart & { after?: string };
type AnyPart = QueryPart | PlainPart;

export type AskedAnswer = CompositeAnswer & { lacks: ReadonlyMap<string, readonly Lack[]> };

/** What Salesforce refuses a query for that names too much. */
const isRefused = (error: unknown): error is ProblemError =>
  isProblem(error, 'invalid', 'forbidden', 'gone', 'required');

const isQuery = (part: AnyPart): part is QueryPart => 'select' in part;

/** Rounds of one call: the second is without what was refused; a third where a description does not say it. */
const ROUNDS = 4;

export function createAsk(client: Client, sight: Sight) {
  /**
   * One query, by what may be seen. Rejects with forbidden, in words, where without what is lacking nothing can be asked, else
   * with what Salesforce says.
   */
  async function ask(what: string, select: Select): Promise<Found> {
    await sight.ready();
    let before = '';
    for (let round = 0; ; round += 1) {
      const { soql, lacks } = fitted(select, sight.view);
      if (soql === null) throw notAsked(what, lacks);
      try {
        const { records, done } = await client.query(soql);
        return { records, done, lacks };
      } catch (error) {
        if (!isRefused(error) || soql === before || round >= ROUNDS) throw error;
        before = soql;
        if (!(await sight.learn([select], [error.problem.message]))) throw error;
      }
    }
  }

  /** Parts that are read together, the queries among them by what may be seen. What is lacking is told by part. */
  async function askTogether(parts: readonly AnyPart[]): Promise<AskedAnswer> {
    await sight.ready();
    let before = '';
    for (let round = 0; ; round += 1) {
      const made = new Map<string, Fitted>();
      const out = new Map<string, ProblemError>();
      const calls: CompositePart[] = [];
      for (const part of parts) {
        const base = out.get(part.after ?? '');
        if (base) out.set(part.id, base);
        else if (!isQuery(part)) calls.push(part);
        else {
          const one = fitted(part.select, sight.view);
          made.set(part.id, one);
          if (one.soql === null) out.set(part.id, notAsked(part.what, one.lacks));
          else calls.push({ id: part.id, method: 'GET', url: queryUrl(one.soql, part.reference) });
        }
      }
      const answer = await client.composite(calls, false);
      const refused = parts.filter(isQuery).filter(({ id }) => isRefused(answer.problems.get(id)));
      const sent = JSON.stringify(calls.map(({ url }) => url));
      const messages = refused.map(({ id }) => answer.problems.get(id)?.problem.message ?? '');
      const again = refused.length > 0 && sent !== before && round < ROUNDS;
      before = sent;
      if (
        again &&
        (await sight.learn(
          refused.map(({ select }) => select),
          messages,
        ))
      )
        continue;
      for (const [id, why] of out) answer.problems.set(id, why);
      // Those that only wait for another say nothing of their own.
      for (const { id, after = '' } of parts) {
        const base = answer.problems.get(after);
        if (base && !answer.bodies.has(id) && !answer.problems.has(id)) answer.problems.set(id, base);
      }
      return { ...answer, lacks: new Map([...made].map(([id, { lacks }]) => [id, lacks])) };
    }
  }

  return { ask, askTogether };
}
